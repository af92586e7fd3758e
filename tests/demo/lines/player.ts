import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { IpcInput, IpcName, IpcOutput } from '#shared/contract/ipc.ts';
import type { Result } from '#shared/contract/result.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import { type DocumentCode, DOCUMENT_NAMES } from '#shared/domain/document/document-file.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import { SAMPLES } from '../../helpers/documents.ts';
import type { DeskPage } from '../../helpers/desk-page.ts';
import { eventually } from '../../helpers/eventually.ts';
import type { Scene } from '../scene.ts';
import type { PlayClock } from './clock.ts';

const EXPORT_MS = 20_000;

/**
 * Plays a line in the real desktop, day by day, person by person. A line that is clicked uses `at`, `open` and the desk;
 * one that is not takes its steps through the door the buttons use.
 */
export class Player {
  readonly scene: Scene;
  /** Of the case played; one registered on screen gets its own. */
  caseId: string;
  private readonly clock: PlayClock;
  /** Where the line's papers go. */
  readonly folder: string;
  private documents = 0;
  private written = 0;
  private today = '';
  private person: string | null = null;

  constructor(scene: Scene, clock: PlayClock, folder: string, caseId: string) {
    this.scene = scene;
    this.clock = clock;
    this.folder = folder;
    this.caseId = caseId;
    mkdirSync(path.join(folder, 'documents'), { recursive: true });
  }

  /** It is that morning, and that person sits at the desk. Nothing is left unsent when somebody rises. */
  async at(day: string, loginName: string): Promise<void> {
    const { desk, password } = this.scene;
    if (this.person !== null && (this.person !== loginName || this.today !== day)) {
      await desk.synced();
      await desk.signOut();
      this.person = null;
    }
    if (this.today !== day) this.clock.set(`${day}T17:00`);
    this.today = day;
    if (this.person === null) await desk.signIn(loginName, password);
    this.person = loginName;
    await desk.synced();
  }

  async call<N extends IpcName>(name: N, input: IpcInput<N>): Promise<IpcOutput<N>> {
    // Both ends are typed by the contract; only the way through the browser forgets it.
    const answer = (await this.scene.desk.page.evaluate(([method, value]) => window.desk.call(method as 'sync.now', value as IpcInput<'sync.now'>), [name as string, input as unknown] as const)) as unknown as Result<IpcOutput<N>>;
    if (!answer.ok) throw new Error(`${name} on ${this.today}: ${answer.error.code} ${answer.error.message} ${JSON.stringify(answer.error.details ?? {})}`);
    return answer.value;
  }

  submit<K extends CommandKind>(kind: K, payload: CommandPayload<K>): Promise<CaseFile> {
    return this.call('command.submit', { kind, entityId: this.caseId, payload });
  }

  step(event: CaseEvent, data: Readonly<Record<string, unknown>> = {}, opinion = '同意。'): Promise<CaseFile> {
    return this.submit('case.advance', { event, opinion, data });
  }

  /** Writes a path of the case over whatever it holds. */
  async set(pathName: string, to: unknown): Promise<CaseFile> {
    const file = await this.call('case.get', { caseId: this.caseId });
    const [group = '', member] = pathName.split('.');
    const whole: unknown = Reflect.get(file, group);
    const from: unknown = member === undefined || whole === null || whole === undefined ? (whole ?? null) : Reflect.get(whole, member);
    return this.submit('case.edit', { changes: [{ path: pathName, from, to }] });
  }

  evidence(id: string, title: string, proves: string): Promise<CaseFile> {
    return this.submit('evidence.add', {
      evidence: { id: `${id}-${this.caseId}`, kind: 'documentary', title, proves, takenAt: new Date(`${this.today}T01:00:00Z`).toISOString(), takenPlace: '示范家园二期工程现场', takenBy: '执法人员', file: null },
    });
  }

  evidenceId(id: string): string {
    return `${id}-${this.caseId}`;
  }

  /** A paper written with its sample's values (and `values` over them). Answers its id. */
  async write(code: DocumentCode, values: Readonly<Record<string, unknown>> = {}, about: string | null = null): Promise<string> {
    this.written += 1;
    const documentId = `paper-${String(this.written).padStart(2, '0')}-${this.caseId}`;
    await this.submit('document.create', { documentId, code, aboutDocumentId: about, values: { ...SAMPLES[code].values, ...values } });
    return documentId;
  }

  /** Issues a paper and keeps it as PDF. */
  async issue(documentId: string, code: DocumentCode): Promise<void> {
    await this.submit('document.issue', { documentId });
    await this.scene.desk.synced();
    await this.keepPdf(documentId, code);
  }

  async keepPdf(documentId: string, code: DocumentCode): Promise<void> {
    await this.call('pdf.save', { documentId, suggestedName: DOCUMENT_NAMES[code] });
    this.keep();
  }

  /** Writes and issues a paper in one go. */
  async paper(code: DocumentCode, values: Readonly<Record<string, unknown>> = {}, about: string | null = null): Promise<string> {
    const documentId = await this.write(code, values, about);
    await this.issue(documentId, code);
    return documentId;
  }

  /** Hands a paper over in person, and makes its receipt. */
  async serve(documentId: string): Promise<void> {
    const file = await this.submit('document.serve', {
      service: {
        id: `service-${documentId}`, documentId, method: 'direct', servedAt: `${this.today}T16:30`, place: '江苏省苏州市姑苏区样板路100号2幢1203室', recipient: '钱示例', recipientRelation: '法定代表人',
        serverIds: ['officer-jc01', 'officer-jc02'], refusalReason: '', witness: '',
      },
    });
    if (file.services.length === 0) throw new Error('the service was not recorded');
    await this.paper('SDHZ', {}, documentId);
  }

  /** Both volumes as PDF and the archive package. */
  async volume(): Promise<void> {
    for (const volume of ['main', 'sub'] as const) await this.call('volume.save', { caseId: this.caseId, profile: 'two-volumes', volume, suggestedName: volume === 'main' ? '正卷' : '副卷' });
    await this.call('archive.save', { caseId: this.caseId, profile: 'two-volumes', suggestedName: '归档包' });
    for (const name of this.saved()) this.move(name, path.join(this.folder, name));
  }

  /** Opens the case's page. */
  async open(): Promise<void> {
    const { desk } = this.scene;
    await desk.page.evaluate((id) => { window.location.hash = `#/cases/${id}`; }, this.caseId);
    await desk.find('case-page').waitFor();
  }

  /** The case's page as it stands. */
  async picture(name: string): Promise<void> {
    await this.open();
    await this.scene.camera.take(name);
  }

  /** Takes a step on the case's page, as its officer does: opens it, fills its dialog, confirms. */
  async click(event: CaseEvent, opinion = '同意。', fill: (desk: DeskPage) => Promise<void> = () => Promise.resolve()): Promise<void> {
    const { desk } = this.scene;
    await this.open();
    await desk.step(event, opinion, () => fill(desk));
  }

  /** Registers a payment in 履行; the form knows what is owed. */
  async pay(receiptNo: string): Promise<void> {
    const { desk } = this.scene;
    await this.open();
    await desk.section('payments');
    await desk.click('payment-add');
    await desk.fill('payment-receipt', receiptNo);
    await desk.click('payment-confirm');
    await desk.find('payment-row').first().waitFor();
  }

  /** The case whose page or paper is open is the one played from now on. */
  adopt(): void {
    const [, id] = /#\/cases\/([^/]+)/.exec(this.scene.desk.page.url()) ?? [];
    if (id === undefined) throw new Error(`No case is open: ${this.scene.desk.page.url()}`);
    this.caseId = id;
  }

  /** Keeps what was exported by clicking: a paper among the documents, a volume or package beside them. */
  async exported(click: () => Promise<void>, kind: 'paper' | 'volume' = 'paper'): Promise<void> {
    await click();
    await eventually(() => this.saved().length > 0, EXPORT_MS);
    if (kind === 'paper') this.keep();
    else for (const name of this.saved()) this.move(name, path.join(this.folder, name));
  }

  /** What was saved whole; a file still being written has `.part` behind its name. */
  private saved(): readonly string[] {
    return readdirSync(this.scene.stage.saveDir).filter((name) => !name.endsWith('.part'));
  }

  private keep(): void {
    for (const name of this.saved()) {
      this.documents += 1;
      this.move(name, path.join(this.folder, 'documents', `${String(this.documents).padStart(2, '0')}-${name}`));
    }
  }

  private move(name: string, target: string): void {
    copyFileSync(path.join(this.scene.stage.saveDir, name), target);
    rmSync(path.join(this.scene.stage.saveDir, name));
  }
}
