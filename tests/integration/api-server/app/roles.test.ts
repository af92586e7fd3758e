import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import { answers } from '#tests/helpers/cases.ts';
import { startTestServer, TEST_PASSWORD, type TestServer, type TestSession } from '#tests/helpers/server.ts';
import { command, createReplica, edit, push, type AnyPush } from '../sync/replica.ts';

/** What each role must not be able to do (domain notes §5.1), tried with commands no screen would send. */

const TODAY = '2026-11-20';
const AT = new Date(`${TODAY}T08:00:00Z`);
let server: TestServer;
const sessions = new Map<string, TestSession>();

beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = () => AT;
  await seed(server.db, { password: TEST_PASSWORD, cases: 160, seedNumber: 3, openShare: 0.8, today: TODAY });
});
afterAll(() => server.close());

async function as(loginName: string): Promise<TestSession> {
  const session = sessions.get(loginName) ?? await server.signIn(loginName);
  sessions.set(loginName, session);
  return session;
}

/** Somebody with the roles asked for, at city level. */
async function newcomer(loginName: string, roles: Officer['roles'], changes: Partial<Officer> = {}): Promise<TestSession> {
  await server.addOfficer({ loginName, roles, channel: null, legallyQualified: true, name: `示例${loginName}`, ...changes });
  return await as(loginName);
}

async function cityCase(...stages: readonly Stage[]): Promise<CaseFile> {
  const row = await server.db.selectFrom('case_file').select('body').where('stage', 'in', stages).where('district', '=', '320500').orderBy('id').executeTakeFirst();
  if (row === undefined) throw new Error(`No city case in ${stages.join()}`);
  return row.body;
}

/** Makes somebody an officer of a case, as if he had investigated it. */
async function investigatedBy(file: CaseFile, officerId: string): Promise<void> {
  const body: CaseFile = { ...file, officerIds: [officerId, file.officerIds[1] ?? ''] };
  await server.db.updateTable('case_file').set({ body: JSON.stringify(body) }).where('id', '=', file.id).execute();
}

/** The code a command is refused with; `applied` where it is not. */
async function outcome(session: TestSession, sent: AnyPush): Promise<string> {
  const [result] = await push(session, sent);
  return result !== undefined && 'error' in result ? result.error.code : String(result?.status);
}

function tried<K extends CommandKind>(session: TestSession, file: Pick<CaseFile, 'id'>, kind: K, payload: CommandPayload<K>): Promise<string> {
  return outcome(session, command(file.id, kind, payload));
}

function step(session: TestSession, file: CaseFile, event: CommandPayload<'case.advance'>['event'], data: Record<string, unknown> = {}): Promise<string> {
  return tried(session, file, 'case.advance', { event, opinion: '同意。', data });
}

const WITHDRAWN = { reason: '示例理由' };
const LICENCE: CommandPayload<'evidence.add'> = { evidence: { id: 'evidence-forged', kind: 'documentary', title: '示例', proves: '示例', takenAt: AT.toISOString(), takenPlace: '', takenBy: '', file: null } };

describe('系统管理员 reads no case by default (三权分立)', () => {
  test('nothing of a case, task or document reaches his desktop; what everybody needs does', async () => {
    const replica = createReplica(server.url, (await as('admin')).token);
    await replica.pull();
    const kinds = new Set([...replica.records.keys()].map((key) => key.split(' ')[0]));
    expect([...kinds].filter((kind) => ['case', 'task', 'document'].includes(kind ?? ''))).toEqual([]);
    expect([...kinds]).toEqual(expect.arrayContaining(['settings', 'officer', 'violation']));
    const file = await cityCase('INVEST');
    expect(await outcome(await as((file.officerIds[0] ?? '').replace('officer-', '')), edit(file.id, 'facts', file.facts, '改动以后的事实。'))).toBe('applied');
    const lines = await replica.pull();
    expect(lines.filter((line) => 'id' in line && line.id === file.id)).toEqual([]);
  });

  test('no list, file, figure behind a number or command opens one; the figures themselves he may see', async () => {
    const { call, token } = await as('admin');
    const file = await cityCase('INVEST');
    const linked = await server.db.selectFrom('case_file_link').select('sha256').limit(1).executeTakeFirst();
    if (linked !== undefined) expect((await fetch(`${server.url}/api/files/${linked.sha256}`, { headers: { authorization: `Bearer ${token}` } })).ok).toBe(false);
    expect(await outcome(await as('admin'), edit(file.id, 'facts', file.facts, '篡改'))).toBe('OUT_OF_SCOPE');
    expect(await tried(await as('admin'), { id: 'case-of-admin' }, 'case.register', { channel: 'JC', district: '320500', cause: '示例', violationId: null, clue: { source: 'inspection', receivedOn: TODAY, subject: '示例', description: '' } })).toBe('OUT_OF_SCOPE');
    expect(await call('documentNumbers', { year: 2026 })).toMatchObject({ value: { series: [], cancelled: [] } });
    expect(await call('reviewRounds', {})).toMatchObject({ value: { rounds: [] } });
    expect(await call('deadlineSummary', {})).toMatchObject({ value: { rows: [] } });
  });

  test('who is an officer as well keeps what the officer sees', async () => {
    const { token } = await newcomer('both1', ['officer', 'admin'], { channel: 'JC' });
    const replica = createReplica(server.url, token);
    await replica.pull();
    expect([...replica.records.keys()].some((key) => key.startsWith('case '))).toBe(true);
  });
});

describe('nobody judges what he investigated', () => {
  test('承办人 who heads the unit does not approve his own report (行政处罚法第四十三条)', async () => {
    const session = await newcomer('headofficer', ['officer', 'unit-head']);
    const file = await cityCase('CONCL');
    await investigatedBy(file, session.officer.id);
    expect(await step(session, file, 'approve-report')).toBe('OFFICER_RECUSED');
  });

  test('法制审核员 does not review a case he investigated (行政处罚法第五十八条)', async () => {
    const session = await newcomer('bothreviewer', ['officer', 'legal-reviewer']);
    const file = await cityCase('LEGAL');
    await investigatedBy(file, session.officer.id);
    expect(await step(session, file, 'pass-review', { points: answers() })).toBe('REVIEWER_IS_OFFICER');
  });

  test('分管领导 does not decide on his own recusal (行政处罚法第四十三条第三款)', async () => {
    const session = await as('leader1');
    const file = await cityCase('INVEST', 'CONCL', 'DEFENCE', 'LEGAL');
    const values = (person: string) => ({ kind: '当事人申请', applicant: '示例公司', appliedOn: TODAY, role: '执法人员', person, ground: '示例理由', review: '经审查不存在利害关系', decision: '不予回避' });
    for (const [documentId, person, expected] of [['paper-own-recusal', session.officer.name, 'OFFICER_RECUSED'], ['paper-other-recusal', '示例他人', 'applied']] as const) {
      expect(await tried(session, file, 'document.create', { documentId, code: 'HBSQ', aboutDocumentId: null, values: values(person) })).toBe('applied');
      expect(await tried(session, file, 'document.issue', { documentId })).toBe(expected);
    }
  });
});

describe('执法人员', () => {
  test('edits nothing that is issued, cancels nothing that was served, deletes no evidence', async () => {
    const row = await server.db.selectFrom('case_file').select('body').where('stage', 'in', ['NOTIFIED', 'DEFENCE']).where('district', '=', '320500').orderBy('id').execute();
    const file = row.map(({ body }) => body).find((body) => body.documents.some((document) => document.code === 'GZS' && document.status === 'issued'));
    if (file === undefined) throw new Error('no notified case');
    const session = await as((file.officerIds[0] ?? '').replace('officer-', ''));
    const documentId = file.documents.find((document) => document.code === 'GZS' && document.status === 'issued')?.id ?? '';
    expect(await tried(session, file, 'document.edit', { documentId, changes: [{ path: 'facts', from: null, to: '改写' }] })).toBe('DOCUMENT_IMMUTABLE');
    expect(await tried(session, file, 'document.discard', { documentId, ...WITHDRAWN })).toBe('DOCUMENT_IMMUTABLE');
    expect(await tried(session, file, 'document.cancel', { documentId, ...WITHDRAWN })).toBe('DOCUMENT_IMMUTABLE');
    expect(await outcome(session, { ...command(file.id, 'evidence.withdraw', { evidenceId: file.evidence[0]?.id ?? '', ...WITHDRAWN }), kind: 'evidence.delete' } as unknown as AnyPush)).toBe('UNKNOWN_COMMAND');
  });

  test('approves, reviews and decides nothing', async () => {
    for (const [stage, event] of [['FILING', 'approve-filing'], ['CONCL', 'approve-report'], ['DEC_APPR', 'approve-decision']] as const) {
      const file = await cityCase(stage);
      const officer = file.officerIds[1] ?? '';
      if (officer.endsWith('head')) continue;
      expect(await step(await as(officer.replace('officer-', '')), file, event), event).toBe('ROLE_NOT_ALLOWED');
    }
  });
});

/** Every command that would change the contents of a case. */
async function contents(session: TestSession, file: CaseFile): Promise<readonly string[]> {
  const evidenceId = file.evidence[0]?.id ?? 'evidence-none';
  const issued = file.documents.find((document) => document.status === 'issued')?.id ?? 'document-none';
  const codes: string[] = [];
  codes.push(await outcome(session, edit(file.id, 'facts', file.facts, '篡改')));
  codes.push(await tried(session, file, 'evidence.add', LICENCE));
  codes.push(await tried(session, file, 'evidence.edit', { evidenceId, changes: [{ path: 'title', from: file.evidence[0]?.title ?? '', to: '篡改' }] }));
  codes.push(await tried(session, file, 'evidence.withdraw', { evidenceId, ...WITHDRAWN }));
  codes.push(await tried(session, file, 'document.create', { documentId: 'document-forged', code: 'XWBL', aboutDocumentId: null, values: {} }));
  codes.push(await tried(session, file, 'document.cancel', { documentId: issued, ...WITHDRAWN }));
  codes.push(await tried(session, file, 'document.attach-pdf', { documentId: issued, pdf: { sha256: 'e'.repeat(64), bytes: 10, pages: 1, fonts: [] } }));
  codes.push(await tried(session, file, 'payment.record', { payment: { id: 'payment-forged', paidOn: TODAY, amountFen: 100, receiptNo: '1' } }));
  return codes;
}

describe('those who keep, publish or plan change no contents', () => {
  test.each([['dagl1', '案卷管理员'], ['gsy1', '公示员'], ['sxgl1', '事项管理员'], ['sjgl1', '双随机管理员'], ['tzzc1', '听证主持人'], ['fzsh1', '法制审核员']])('%s (%s)', async (login) => {
    const file = await cityCase('INVEST');
    expect((await contents(await as(login), file)).filter((code) => code === 'applied')).toEqual([]);
  });

  test('公示员 publishes no decision without having confirmed that it is redacted (行政处罚法第四十八条)', async () => {
    const file = await cityCase('SERVED', 'CLOSED', 'DEFER', 'OVERDUE');
    const data = { publishedOn: TODAY, places: ['信用中国（江苏苏州）'] };
    expect(await step(await as('gsy1'), file, 'publish-decision', data)).toBe('FIELD_INVALID');
    expect(await step(await as('gsy1'), file, 'publish-decision', { ...data, redacted: false })).toBe('FIELD_INVALID');
    expect(await step(await as('dagl1'), file, 'publish-decision', { ...data, redacted: true })).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('区县用户', () => {
  test('sees and touches his own district only', async () => {
    const session = await as('wzleader');
    const replica = createReplica(server.url, session.token);
    await replica.pull();
    const seen = [...replica.records].filter(([key]) => key.startsWith('case ')).map(([, entry]) => (JSON.parse(entry.slice(entry.indexOf(' ') + 1)) as CaseFile).district);
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set([session.officer.district]));
    expect(session.officer.district).not.toBe('320500');
    const file = await cityCase('FILING');
    expect(await step(session, file, 'approve-filing')).toBe('OUT_OF_SCOPE');
    const numbers = await session.call('documentNumbers', { year: 2026 });
    if (!numbers.ok) throw new Error(numbers.error.message);
    expect(numbers.value.whole).toBe(false);
    const own = await server.db.selectFrom('document').select((eb) => eb.fn.countAll<number>().as('n')).where('district', '=', session.officer.district).where('doc_no', 'like', '%〔2026〕%').executeTakeFirstOrThrow();
    expect(numbers.value.series.reduce((sum, { given }) => sum + given, 0)).toBe(Number(own.n));
  });
});
