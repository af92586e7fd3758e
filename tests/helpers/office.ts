import { seed } from '#api/db/seed/index.ts';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import type { WorkerOptions } from '#worker/options.ts';
import { PARTY } from './cases.ts';
import { startTestServer, type TestServer } from './server.ts';
import { removeDesk, startDesk, type Desk } from './worker.ts';

export const OFFICE_PASSWORD = 'office-2026-Suzhou';

/**
 * A real server with the demo officers, and desks signed in at it:
 *
 *   const office = await openOffice();
 *   const desk = await office.desk('jc01');
 *   await office.noticeApproved('case-0001');   // registered, investigated, notice approved: ready to issue
 */
export interface Office {
  readonly server: TestServer;
  /** A desk of its own, signed in and pulled. `changes.serverUrl` puts a proxy between. */
  desk(loginName: string, changes?: Partial<WorkerOptions>): Promise<Desk>;
  /** What an officer does at a desk that goes by a clock of its own, and is gone afterwards. */
  briefly(loginName: string, clock: () => number, act: (at: Desk) => Promise<void>): Promise<void>;
  /** Registers and assigns a case to jc01 and jc02. */
  assigned(caseId: string): Promise<void>;
  /** The case with an approved notice, drafted (`gzs-<caseId>`) and not yet issued. */
  noticeApproved(caseId: string): Promise<void>;
  officerId(loginName: string): string;
  close(): Promise<void>;
}

/** Friday 20 November 2026, two in the afternoon in Suzhou; the office's clocks go on from there. */
const OPENED = Date.parse('2026-11-20T06:00:00.000Z');
const started = Date.now();

export function officeClock(): number {
  return OPENED + Date.now() - started;
}

export function today(): string {
  return shanghaiDay(new Date(officeClock()).toISOString());
}

export function registration(subject = '示例工地未移交档案'): CommandPayload<'case.register'> {
  return {
    channel: 'JC', district: '320500', cause: '竣工后未移交建设项目档案', violationId: 'J16',
    clue: { source: 'inspection', receivedOn: today(), subject, description: '日常检查发现。' },
  };
}

export function evidence(id: string, title = '营业执照复印件'): CommandPayload<'evidence.add'> {
  return { evidence: { id, kind: 'documentary', title, proves: '证明当事人身份', takenAt: `${today()}T01:00:00.000Z`, takenPlace: '示例工地', takenBy: '示例', file: null } };
}

export async function openOffice(cases = 0): Promise<Office> {
  const server = await startTestServer();
  server.clock.now = () => new Date(officeClock());
  await seed(server.db, { password: OFFICE_PASSWORD, cases, seedNumber: 11, today: today() });
  const officers = new Map((await server.db.selectFrom('officer').select(['id', 'login_name']).execute()).map((row) => [row.login_name, row.id]));
  const desks: Desk[] = [];

  function officerId(loginName: string): string {
    const id = officers.get(loginName);
    if (id === undefined) throw new Error(`No officer ${loginName}`);
    return id;
  }

  async function desk(loginName: string, changes: Partial<WorkerOptions> = {}): Promise<Desk> {
    const made = startDesk(changes.serverUrl ?? server.url, { clock: officeClock, ...changes });
    desks.push(made);
    await made.must('session.signIn', { loginName, password: OFFICE_PASSWORD });
    await made.settled();
    return made;
  }

  async function briefly(loginName: string, clock: () => number, act: (at: Desk) => Promise<void>): Promise<void> {
    const at = startDesk(server.url, { clock });
    try {
      await at.must('session.signIn', { loginName, password: OFFICE_PASSWORD });
      await at.settled();
      await act(at);
      await at.settled();
    } finally {
      await at.close();
      removeDesk(at);
    }
  }

  /** One step by whoever may take it, on a desk kept for him. */
  const kept = new Map<string, Promise<Desk>>();
  async function by(loginName: string): Promise<Desk> {
    const known = kept.get(loginName) ?? desk(loginName);
    kept.set(loginName, known);
    const found = await known;
    await found.settled();
    return found;
  }

  async function step(loginName: string, caseId: string, event: CaseEvent, data: Record<string, unknown> = {}): Promise<void> {
    const at = await by(loginName);
    await at.submit('case.advance', caseId, { event, opinion: '同意。', data });
    await at.settled();
  }

  async function assigned(caseId: string): Promise<void> {
    const officer = await by('jc01');
    await officer.submit('case.register', caseId, registration());
    await officer.settled();
    await step('jchead', caseId, 'assign', { officerIds: [officerId('jc01'), officerId('jc02')], noRecusal: true });
  }

  async function edit(loginName: string, caseId: string, values: Record<string, unknown>): Promise<void> {
    const at = await by(loginName);
    for (const [path, to] of Object.entries(values)) {
      const file = await at.must('case.get', { caseId });
      await at.submit('case.edit', caseId, { changes: [{ path, from: Reflect.get(file, path), to }] });
    }
    await at.settled();
  }

  /** Before anyone else is at work: an officer takes one record at a time, and those generated fill the day. */
  let records = 0;
  function recordTimes(): { readonly startAt: string; readonly endAt: string } {
    const hour = String(records % 7).padStart(2, '0');
    records += 1;
    return { startAt: `${today()}T${hour}:05`, endAt: `${today()}T${hour}:45` };
  }

  async function noticeApproved(caseId: string): Promise<void> {
    await assigned(caseId);
    await (await by('jc01')).submit('evidence.add', caseId, evidence(`evidence-${caseId}`));
    await edit('jc01', caseId, { party: PARTY, actOn: '2026-10-10' });
    await step('jc01', caseId, 'propose-filing', { conditions: { evidence: true, jurisdiction: true, limitation: true } });
    await step('leader1', caseId, 'approve-filing');
    await edit('jc01', caseId, {
      facts: '当事人于2026年10月10日前未按规定移交建设项目档案。', nature: '上述行为违反了有关规定。',
      discretion: { tier: 'light', baseFen: null, baseSource: '', factors: '初次违法', deviationReason: '' },
      proposed: { kinds: ['fine'], fineFen: 2_000_000, confiscationFen: 0, otherItems: [] },
    });
    const officer = await by('jc01');
    await officer.submit('document.create', caseId, {
      documentId: `xcjc-${caseId}`, code: 'XCJC', aboutDocumentId: null,
      values: { ...recordTimes(), place: '示例工地', person: '示例人', recorder: '示例', subject: '建设项目档案移交情况', findings: ['现场未能提供档案移交证明。'], comment: '情况属实，无异议。' },
    });
    await officer.submit('document.issue', caseId, { documentId: `xcjc-${caseId}` });
    await officer.submit('document.create', caseId, { documentId: `dczj-${caseId}`, code: 'DCZJ', aboutDocumentId: null, values: {} });
    await officer.settled();
    await step('jc01', caseId, 'submit-report', { recordsSigned: true, identityEvidenceId: `evidence-${caseId}` });
    await step('jchead', caseId, 'approve-report');
    await step('leader1', caseId, 'approve-notice');
    const author = await by('jc01');
    await author.submit('document.create', caseId, { documentId: `gzs-${caseId}`, code: 'GZS', aboutDocumentId: null, values: {} });
    await author.settled();
  }

  return {
    server, desk, briefly, assigned, noticeApproved, officerId,
    async close() {
      await Promise.all(desks.map((each) => each.close()));
      desks.forEach(removeDesk);
      await server.close();
    },
  };
}
