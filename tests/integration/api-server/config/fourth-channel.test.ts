import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { ChannelBody } from '#shared/domain/channel/channel.ts';
import type { CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import type { AppError } from '#shared/contract/result.ts';
import { answers, RECORD_VALUES } from '../../../helpers/cases.ts';
import { GJJ } from '../../../helpers/channel.ts';
import { startTestServer, TEST_DEVICE, TEST_PASSWORD, type TestServer, type TestSession } from '../../../helpers/server.ts';
import { PARTY } from '../../../helpers/world.ts';

const CASE = 'case-gjj-0001';
/** The section signs at filing and decision, and the head of the bureau decides: asked for by configuration alone. */
const STEERED: ChannelBody = {
  ...GJJ,
  route: [
    { role: 'officer', title: '稽核科承办', points: [] },
    { role: 'unit-head', title: '稽核科审核', unit: '公积金稽核科', points: ['filing', 'report', 'decision'] },
    { role: 'legal-reviewer', title: '法制审核', points: ['review'] },
    { role: 'leader', title: '分管局领导', points: ['filing', 'notice', 'decision', 'no-penalty', 'closing'] },
    { role: 'bureau-head', title: '局主要负责人', points: ['decision'] },
  ],
};
let server: TestServer;
const sessions = new Map<string, TestSession>();

/** Ten o'clock in Suzhou on a day; everybody signs in anew, as sessions do not last that long. */
function on(day: string): void {
  sessions.clear();
  server.clock.now = () => new Date(`${day}T02:00:00.000Z`);
}

async function as(loginName: string): Promise<TestSession> {
  const session = sessions.get(loginName) ?? await server.signIn(loginName);
  sessions.set(loginName, session);
  return session;
}

async function attempt<K extends CommandKind>(loginName: string, kind: K, payload: CommandPayload<K>): Promise<AppError | null> {
  const { call } = await as(loginName);
  const answer = await call('push', { deviceId: TEST_DEVICE, commands: [{ opId: randomUUID(), kind, entityId: CASE, baseRev: 0, payload, createdAt: server.clock.now().toISOString() }] });
  if (!answer.ok) throw new Error(answer.error.message);
  const [result] = answer.value.results;
  return result?.status === 'applied' ? null : ((result?.error ?? { code: 'INTERNAL', message: 'no answer' }) as AppError);
}

async function must<K extends CommandKind>(loginName: string, kind: K, payload: CommandPayload<K>): Promise<void> {
  const error = await attempt(loginName, kind, payload);
  if (error !== null) throw new Error(`${kind} refused: ${error.code} ${error.message}`);
}

async function step(loginName: string, event: CaseEvent, data: Record<string, unknown> = {}): Promise<void> {
  await must(loginName, 'case.advance', { event, opinion: '同意。', data });
}

async function file(): Promise<CaseFile> {
  return (await server.db.selectFrom('case_file').select('body').where('id', '=', CASE).executeTakeFirstOrThrow()).body;
}

async function set(path: string, to: unknown): Promise<void> {
  const from: unknown = Reflect.get(await file(), path);
  await must('gjj01', 'case.edit', { changes: [{ path, from, to }] });
}

async function paper(documentId: string, code: 'XCJC' | 'GZS' | 'CFJD', values: Record<string, unknown> = {}): Promise<string | null> {
  await must('gjj01', 'document.create', { documentId, code, aboutDocumentId: null, values });
  await must('gjj01', 'document.issue', { documentId });
  return (await server.db.selectFrom('document').select('doc_no').where('id', '=', documentId).executeTakeFirstOrThrow()).doc_no;
}

async function serve(documentId: string, day: string): Promise<void> {
  await must('gjj01', 'document.serve', {
    service: {
      id: `service-${documentId}`, documentId, method: 'direct', servedAt: `${day}T09:30`, place: '示例路1号', recipient: '示例人', recipientRelation: '法定代表人',
      serverIds: ['officer-gjj01', 'officer-gjj02'], refusalReason: '', witness: '',
    },
  });
}

const REGISTRATION: CommandPayload<'case.register'> = {
  channel: 'GJJ', district: '320500', cause: '不办理住房公积金缴存登记', violationId: 'J16', clue: { source: 'inspection', receivedOn: '2026-02-24', subject: '示例单位未缴存', description: '示例。' },
};

beforeAll(async () => {
  server = await startTestServer();
  on('2026-02-24');
  await seed(server.db, { password: TEST_PASSWORD, cases: 0, seedNumber: 3, today: '2026-02-24' });
  const officer = { channel: 'GJJ', unitName: '公积金稽核科' } as const;
  await server.addOfficer({ ...officer, loginName: 'gjj01' });
  await server.addOfficer({ ...officer, loginName: 'gjj02', name: '示例乙' });
  await server.addOfficer({ ...officer, loginName: 'gjjhead', name: '示例丙', roles: ['officer', 'unit-head'] });
});
afterAll(() => server.close());

test('a fourth channel is published through the API by two people, and begins on its day', async () => {
  const proposed = await (await as('admin')).call('proposeConfig', { kind: 'channel', key: 'GJJ', effectiveFrom: '2026-03-02', body: STEERED, note: '公积金执法并入本系统', submit: true });
  if (!proposed.ok) throw new Error(proposed.error.message);
  const { id } = proposed.value;
  expect(await (await as('admin')).call('reviewConfig', { id, agrees: true, opinion: '同意' })).toMatchObject({ error: { code: 'FORBIDDEN' } });
  expect(await (await as('admin2')).call('reviewConfig', { id, agrees: true, opinion: '同意' })).toMatchObject({ ok: true, value: { version: 1, status: 'published' } });
  expect(await attempt('gjj01', 'case.register', REGISTRATION)).toMatchObject({ code: 'FIELD_INVALID', details: { path: 'channel' } });
});

test('a route that takes away the core’s decider is refused with the article', async () => {
  const route = STEERED.route.filter((node) => node.role !== 'leader' && node.role !== 'bureau-head');
  const proposed = await (await as('admin')).call('proposeConfig', { kind: 'channel', key: 'GJJ', effectiveFrom: '2026-03-02', body: { ...STEERED, route }, note: '不设负责人', submit: true });
  expect(proposed).toMatchObject({ ok: false, error: { code: 'FIELD_INVALID', article: '行政处罚法第五十七条', details: { path: 'route' } } });
});

/** The whole answer of an approval that comes before its turn. */
const early = (titles: readonly string[]) => ({ code: 'SIGNATURE_MISSING', details: { titles } });
const advance = (event: CaseEvent) => ({ event, opinion: '同意。', data: {} });

test('it takes a case from the clue to the decision, with its own numbers, fields and steps', async () => {
  on('2026-03-02');
  await must('gjj01', 'case.register', REGISTRATION);
  on('2026-03-03');
  expect(await attempt('gjj01', 'case.advance', { event: 'summary-penalty', opinion: '', data: {} })).not.toBeNull();
  await step('gjjhead', 'assign', { officerIds: ['officer-gjj01', 'officer-gjj02'], noRecusal: true });
  await must('gjj01', 'evidence.add', { evidence: { id: 'evidence-licence', kind: 'documentary', title: '营业执照复印件', proves: '证明当事人身份', takenAt: '2026-03-03T01:00:00.000Z', takenPlace: '示例单位', takenBy: '示例', file: null } });
  await set('party', PARTY);
  await set('actOn', '2026-02-10');
  on('2026-03-05');
  await step('gjj01', 'propose-filing', { conditions: { evidence: true, jurisdiction: true, limitation: true } });
  on('2026-03-06');
  expect(await attempt('leader1', 'case.advance', advance('approve-filing'))).toMatchObject(early(['稽核科审核']));
  await step('gjjhead', 'sign-approval');
  await step('leader1', 'approve-filing');
  expect((await file()).caseNo).toBe('SZZJ-GJJ-2026-00001');

  on('2026-03-11');
  expect(await attempt('gjj01', 'document.create', { documentId: 'paper-sjdx', code: 'SJDX', aboutDocumentId: null, values: {} })).toMatchObject({ message: '“住房公积金执法”渠道不使用《双随机抽查任务单》。' });
  await paper('paper-xcjc', 'XCJC', RECORD_VALUES);
  await must('gjj01', 'document.create', { documentId: 'paper-dczj', code: 'DCZJ', aboutDocumentId: null, values: {} });
  await set('facts', '当事人于2026年2月10日前未按规定办理缴存登记。');
  await set('nature', '上述行为违反了有关规定。');
  await set('discretion', { tier: 'light', baseFen: null, baseSource: '', factors: '初次违法', deviationReason: '' });
  await set('proposed', { kinds: ['fine'], fineFen: 2_000_000, confiscationFen: 0, otherItems: [] });
  on('2026-03-16');
  const report = { event: 'submit-report', opinion: '同意。', data: { recordsSigned: true, identityEvidenceId: 'evidence-licence' } } as const;
  expect(await attempt('gjj01', 'case.advance', report)).toMatchObject({ code: 'FIELD_INVALID', details: { path: 'channelFields.accountNo' } });
  expect(await attempt('gjj01', 'case.edit', { changes: [{ path: 'channelFields.staff', from: null, to: '十二' }] })).toMatchObject({ code: 'FIELD_INVALID', message: '“涉及职工人数”应当填写数字。' });
  expect(await attempt('gjj01', 'case.edit', { changes: [{ path: 'channelFields.unknown', from: null, to: '1' }] })).toMatchObject({ code: 'FIELD_INVALID' });
  await must('gjj01', 'case.edit', { changes: [{ path: 'channelFields.accountNo', from: null, to: 'SZ-示例-0001' }, { path: 'channelFields.staff', from: null, to: '12' }] });
  expect((await file()).channelFields).toEqual({ accountNo: 'SZ-示例-0001', staff: '12' });
  await must('gjj01', 'case.advance', report);
  on('2026-03-17');
  await step('gjjhead', 'approve-report');
  on('2026-03-18');
  await step('leader1', 'approve-notice');
  on('2026-03-19');
  expect(await paper('paper-gzs', 'GZS')).toBe('苏住建积罚告字〔2026〕第1号');
  await serve('paper-gzs', '2026-03-19');
  on('2026-03-27');
  await step('gjj01', 'close-defence', { noHearing: true });
  on('2026-03-30');
  await step('fzsh1', 'pass-review', { points: answers() });
  on('2026-03-31');
  expect(await attempt('juzhang1', 'case.advance', advance('approve-decision'))).toMatchObject(early(['稽核科审核', '分管局领导']));
  expect(await attempt('jchead', 'case.advance', advance('sign-approval'))).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  await step('gjjhead', 'sign-approval');
  expect(await attempt('gjjhead', 'case.advance', advance('sign-approval'))).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  expect(await attempt('leader1', 'case.advance', advance('approve-decision'))).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  await step('leader1', 'sign-approval');
  await step('juzhang1', 'approve-decision');
  expect((await file()).approvals.slice(-3).map(({ event, node }) => [event, node])).toEqual([['sign-approval', '稽核科审核'], ['sign-approval', '分管局领导'], ['approve-decision', undefined]]);
  on('2026-04-01');
  expect(await paper('paper-cfjd', 'CFJD')).toBe('苏住建积罚字〔2026〕第1号');
  expect(await file()).toMatchObject({ stage: 'DECIDED', channel: 'GJJ', decidedOn: '2026-04-01' });
});
