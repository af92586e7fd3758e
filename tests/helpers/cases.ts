/**
 * A small bureau and a case that walks the main line, for tests of the domain and of what stands on it.
 *
 *   const run = walkTo('NOTIFIED');              // a case in that stage, with plausible dates of March–April 2026
 *   run.file.stage; run.must('case.edit', {...}, { by: 'officer-1', on: '2026-03-20' });
 *   const result = run.try('case.advance', {...}, { by: 'leader-1', on: '2026-04-01' });
 *
 * The issuing rules of documents are a small real implementation (typed values and the party's name are frozen); pass
 * `documentRules` of `#shared/domain/document/data.ts` in `createWorld` to use the product's own.
 */
import { applyCommand, assignNumbers } from '#shared/domain/case-file/apply.ts';
import type { Applied, CaseAggregate, CommandContext } from '#shared/domain/case-file/apply.types.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { REVIEW_POINT_KEYS } from '#shared/domain/case-file/case-file.ts';
import type { AnyCommand, CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import type { Result } from '#shared/contract/result.ts';
import { contextOf, createWorld, PARTY, type World } from './world.ts';

export { CALENDAR_2026, contextOf, createWorld, OFFICERS, PARTY, VIOLATIONS, type World } from './world.ts';

/** A scan of one page. */
export const SCAN = { sha256: 'a'.repeat(64), bytes: 1, mime: 'image/png', name: '扫描件.png' };

export interface Act {
  readonly by: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

/** A case under test: commands are applied and, as the server would, numbered. */
export class CaseRun {
  readonly world: World;
  aggregate: CaseAggregate | null = null;
  #operations = 0;
  readonly #counters = new Map<string, number>();

  constructor(world: World) {
    this.world = world;
  }

  get file(): CaseFile {
    if (this.aggregate === null) throw new Error('the case is not registered yet');
    return this.aggregate.file;
  }

  /** Applies a command; a refusal leaves the case as it was. */
  try<K extends CommandKind>(kind: K, payload: CommandPayload<K>, act: Act): Result<Applied> {
    this.#operations += 1;
    const opId = `op-${String(this.#operations).padStart(8, '0')}`;
    const context = contextOf(this.world, act.by, act.on);
    const command = { opId, kind, entityId: 'case-0001', baseRev: 0, payload, createdAt: context.now } as AnyCommand;
    const result = applyCommand(this.aggregate, command, context);
    if (result.ok) this.aggregate = this.#numbered(result.value, context);
    return result;
  }

  must<K extends CommandKind>(kind: K, payload: CommandPayload<K>, act: Act): CaseFile {
    const result = this.try(kind, payload, act);
    if (!result.ok) throw new Error(`${kind} refused: ${result.error.code} ${result.error.message}`);
    return this.file;
  }

  step(event: CaseEvent, act: Act, data: Record<string, unknown> = {}, opinion = '同意。'): Result<Applied> {
    return this.try('case.advance', { event, opinion, data }, act);
  }

  mustStep(event: CaseEvent, act: Act, data: Record<string, unknown> = {}, opinion = '同意。'): CaseFile {
    return this.must('case.advance', { event, opinion, data }, act);
  }

  /** Sets a path from whatever it is now. */
  set(path: string, to: unknown, act: Act): CaseFile {
    const [group = '', member] = path.split('.');
    const value: unknown = Reflect.get(this.file, group);
    const from: unknown = member === undefined || value === null ? value : Reflect.get(value as object, member);
    return this.must('case.edit', { changes: [{ path, from, to }] }, act);
  }

  evidence(id: string, title: string, act: Act): CaseFile {
    const evidence = { id, kind: 'documentary' as const, title, proves: '证明当事人身份和违法事实', takenAt: `${act.on}T01:00:00.000Z`, takenPlace: '示例工地', takenBy: '甲承办', file: null };
    return this.must('evidence.add', { evidence }, act);
  }

  /** A paper with its scan. */
  scan(id: string, title: string, act: Act): CaseFile {
    const evidence = { id, kind: 'documentary' as const, title, proves: '', takenAt: `${act.on}T01:00:00.000Z`, takenPlace: '', takenBy: '', file: SCAN };
    return this.must('evidence.add', { evidence }, act);
  }

  draft(documentId: string, code: DocumentCode, act: Act, aboutDocumentId: string | null = null, values: Record<string, unknown> = {}): CaseFile {
    return this.must('document.create', { documentId, code, aboutDocumentId, values }, act);
  }

  issue(documentId: string, act: Act): CaseFile {
    return this.must('document.issue', { documentId }, act);
  }

  serve(documentId: string, act: Act): CaseFile {
    return this.must('document.serve', { service: directService(documentId, act.on) }, act);
  }

  #numbered(applied: Applied, context: CommandContext): CaseAggregate {
    const numbers = applied.numbers.map((request) => {
      const key = `${request.series}${request.year}`;
      const n = (this.#counters.get(key) ?? 0) + 1;
      this.#counters.set(key, n);
      return { request, n };
    });
    return assignNumbers(applied, numbers, context);
  }
}

export function directService(documentId: string, on: string): CommandPayload<'document.serve'>['service'] {
  return {
    id: `service-${documentId}`, documentId, method: 'direct', servedAt: `${on}T10:30`, place: '苏州市示例区示例路1号', recipient: '示例人', recipientRelation: '法定代表人',
    serverIds: ['officer-1', 'officer-2'], refusalReason: '', witness: '',
  };
}

export function answers(value = true): Record<string, boolean> {
  return Object.fromEntries(REVIEW_POINT_KEYS.map((key) => [key, value]));
}

/** `small`: 20,000 yuan, under every threshold. `large`: 150,000 yuan of a contract of ten million: hearing class, collective discussion. */
export type Size = 'small' | 'large';

const O1 = 'officer-1';

/** What officers type into a 现场检查笔录. */
export const RECORD_VALUES = {
  startAt: '2026-03-11T09:00', endAt: '2026-03-11T09:40', place: '示例工地', person: '示例人', recorder: '乙协办', subject: '建设项目档案移交情况',
  findings: ['现场未能提供档案移交证明。'], comment: '情况属实，无异议。',
};

/** What brings the case out of each stage, in the order of the line, on hand-picked working days. */
const WALK: readonly (readonly [Stage, (run: CaseRun, size: Size) => void])[] = [
  ['CLUE', (run) => {
    run.mustStep('assign', { by: 'head-one', on: '2026-03-03' }, { officerIds: [O1, 'officer-2'], noRecusal: true });
  }],
  ['VERIFY', (run, size) => {
    const act = { by: O1, on: '2026-03-04' };
    run.evidence('evidence-licence', '营业执照复印件', act);
    run.set('party', PARTY, act);
    run.set('actOn', '2026-02-10', act);
    run.set('violationId', size === 'small' ? 'J16' : 'J01', act);
    run.set('cause', size === 'small' ? '竣工后未移交建设项目档案' : '未取得施工许可证擅自施工', act);
    run.mustStep('propose-filing', { by: O1, on: '2026-03-05' }, { conditions: { evidence: true, jurisdiction: true, limitation: true } });
  }],
  ['FILING', (run) => {
    run.mustStep('approve-filing', { by: 'leader-1', on: '2026-03-06' });
  }],
  ['INVEST', (run, size) => {
    const act = { by: O1, on: '2026-03-11' };
    run.draft('document-xcjc', 'XCJC', act, null, RECORD_VALUES);
    run.issue('document-xcjc', act);
    run.draft('document-dczj', 'DCZJ', act);
    run.set('facts', '当事人于2026年2月10日前未按规定移交建设项目档案。', act);
    run.set('nature', '上述行为违反了有关规定。', act);
    run.set('discretion', { tier: size === 'small' ? 'light' : 'normal', baseFen: size === 'small' ? null : 1_000_000_000, baseSource: '施工合同', factors: '初次违法', deviationReason: '' }, act);
    run.set('proposed', { kinds: ['fine'], fineFen: size === 'small' ? 2_000_000 : 15_000_000, confiscationFen: 0, otherItems: [] }, act);
    run.mustStep('submit-report', { by: O1, on: '2026-03-16' }, { recordsSigned: true, identityEvidenceId: 'evidence-licence' });
  }],
  ['CONCL', (run) => {
    run.mustStep('approve-report', { by: 'head-one', on: '2026-03-17' });
  }],
  ['NOTICE_APPR', (run) => {
    run.mustStep('approve-notice', { by: 'leader-1', on: '2026-03-18' });
    run.draft('document-gzs', 'GZS', { by: O1, on: '2026-03-18' });
    run.issue('document-gzs', { by: O1, on: '2026-03-19' });
    run.serve('document-gzs', { by: O1, on: '2026-03-19' });
  }],
  ['NOTIFIED', (run) => {
    run.mustStep('close-defence', { by: O1, on: '2026-03-27' }, { noHearing: true });
  }],
  ['LEGAL', (run) => {
    run.mustStep('pass-review', { by: 'reviewer-1', on: '2026-03-30' }, { points: answers() }, '事实清楚，证据确凿，同意。');
  }],
  ['COLLECT', (run) => {
    run.mustStep('record-discussion', { by: 'leader-1', on: '2026-03-30' }, { heldOn: '2026-03-30', attendees: ['癸局长', '寅副局长', '卯副局长'], conclusion: '同意拟处罚意见。' });
  }],
  ['DEC_APPR', (run) => {
    run.mustStep('approve-decision', { by: 'leader-1', on: '2026-03-31' });
    run.draft('document-cfjd', 'CFJD', { by: O1, on: '2026-03-31' });
    run.issue('document-cfjd', { by: O1, on: '2026-04-01' });
  }],
  ['DECIDED', (run) => {
    run.serve('document-cfjd', { by: O1, on: '2026-04-02' });
  }],
  ['SERVED', (run, size) => {
    run.must('payment.record', { payment: { id: 'payment-01', paidOn: '2026-04-08', amountFen: size === 'small' ? 2_000_000 : 15_000_000, receiptNo: 'P-0001' } }, { by: O1, on: '2026-04-08' });
    run.mustStep('propose-closing', { by: O1, on: '2026-04-09' }, { otherItemsDone: true });
  }],
  ['CLOSE_APPR', (run) => {
    run.mustStep('approve-closing', { by: 'leader-1', on: '2026-04-10' });
  }],
];

/** A registered case, in its first stage, of 2 March 2026. */
export function startCase(world: World = createWorld()): CaseRun {
  const run = new CaseRun(world);
  run.must('case.register', {
    channel: 'JC', district: '320500', cause: '竣工后未移交建设项目档案', violationId: 'J16',
    clue: { source: 'inspection', receivedOn: '2026-03-02', subject: '示例项目未移交档案', description: '日常检查发现。' },
  }, { by: O1, on: '2026-03-02' });
  return run;
}

/** A case of the main line that has just reached `stage`. A small case passes no `COLLECT`. */
export function walkTo(stage: Stage, options: { readonly size?: Size; readonly world?: World } = {}): CaseRun {
  const run = startCase(options.world);
  for (const [from, leave] of WALK) {
    if (run.file.stage === stage) return run;
    if (run.file.stage === from) leave(run, options.size ?? 'small');
  }
  if (run.file.stage !== stage) throw new Error(`the main line does not pass ${stage}`);
  return run;
}
