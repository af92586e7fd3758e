import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import { readTable } from '#api/excel/read-table.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import { builtInTexts } from '#shared/domain/document/wording/check.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { settingsBody } from '#shared/domain/setting/groups.ts';
import type { ChannelBody } from '#shared/domain/channel/channel.ts';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import { answers, RECORD_VALUES } from '../../../helpers/cases.ts';
import { GJJ } from '../../../helpers/channel.ts';
import { oneCase } from '../../../helpers/one-case.ts';
import { startTestServer, TEST_PASSWORD, type TestServer } from '../../../helpers/server.ts';
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
/** What the channel's own 告知书 says instead of the bureau's. */
const OWN_COPIES = '本告知书一式三份，一份送达当事人，一份送住房公积金管理中心，一份由本机关存档备查。';
let server: TestServer;
const { on, as, attempt, must, step, file, set, publish, ...config } = oneCase(() => server, CASE, 'gjj01');

async function issued(documentId: string): Promise<DocumentFile> {
  return (await server.db.selectFrom('document').select('body').where('id', '=', documentId).executeTakeFirstOrThrow()).body;
}

async function paper(documentId: string, code: 'XCJC' | 'GZS' | 'CFJD' | 'ZGTZ' | 'JYS', values: Record<string, unknown> = {}): Promise<string | null> {
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

test('it has a 告知书 of its own wording, which says what the law requires as the bureau\'s does', async () => {
  const texts = { ...builtInTexts('GZS'), copies: OWN_COPIES };
  const propose = (key: string, body: unknown) => config.propose({ kind: 'wording', key, effectiveFrom: '2026-03-02', body });
  expect(await propose('GZS@ABC', { texts })).toMatchObject({ error: { details: { path: 'key' }, message: expect.stringContaining('“ABC”') } });
  expect(await propose('GZS@GJJ', { texts: { ...texts, defence: '有意见可以反映。' } })).toMatchObject({ error: { code: 'FIELD_INVALID', details: { path: 'texts.defence' } } });
  expect(await propose('GZS@GJJ', { texts: {}, ended: true })).toMatchObject({ error: { details: { path: 'ended' } } });
  await publish({ kind: 'wording', key: 'GZS@GJJ', effectiveFrom: '2026-03-02', body: { texts } });
});

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
  const notice = await issued('paper-gzs');
  expect(notice.issued?.wordingVersion).toBe('GZS@GJJ-P001');
  expect(notice.issued?.data['wordingTexts']).toMatchObject({ copies: OWN_COPIES });
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
  expect((await issued('paper-cfjd')).issued?.wordingVersion).toBe('CFJD-2026-01');
  expect(await file()).toMatchObject({ stage: 'DECIDED', channel: 'GJJ', decidedOn: '2026-04-01' });
});

test('its numbers follow the form that is in force, in one count, and a cancelled one is kept in the register with its reason', async () => {
  const order = async (documentId: string) => await paper(documentId, 'ZGTZ', { problems: ['未办理缴存登记。'], breached: '《住房公积金管理条例》第十三条', orderBasis: '《中华人民共和国行政处罚法》第二十八条第一款', items: ['办理缴存登记'], dueOn: '2026-05-20' });
  on('2026-04-02');
  await publish({ kind: 'settings', key: 'current', effectiveFrom: '2026-04-03', body: { ...settingsBody(DEFAULT_SETTINGS), numberForm: 'plain' } });
  expect(await order('paper-zg-1')).toBe('苏住建积责改字〔2026〕第1号');
  on('2026-04-03');
  expect(await order('paper-zg-2')).toBe('苏住建积责改〔2026〕2号');
  expect((await issued('paper-zg-1')).docNo).toBe('苏住建积责改字〔2026〕第1号');
  expect(await attempt('gjjhead', 'document.cancel', { documentId: 'paper-zg-2', reason: '改正期限有误' })).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  await must('gjj01', 'document.cancel', { documentId: 'paper-zg-2', reason: '改正期限有误' });
  expect(await attempt('gjj01', 'document.cancel', { documentId: 'paper-gzs', reason: '想收回' })).toMatchObject({ code: 'DOCUMENT_IMMUTABLE', article: '行政处罚法第六十一条' });
  expect(await order('paper-zg-3')).toBe('苏住建积责改〔2026〕3号');
  expect(await issued('paper-zg-2')).toMatchObject({ status: 'discarded', docNo: '苏住建积责改〔2026〕2号', cancelled: { reason: '改正期限有误', officerId: 'officer-gjj01' } });

  const { call } = await as('leader1');
  const register = await call('documentNumbers', { year: 2026 });
  if (!register.ok) throw new Error(register.error.message);
  expect(register.value.series.find(({ series }) => series === '苏住建积责改字')).toEqual({ series: '苏住建积责改字', given: 3, cancelled: 1, last: 3, missing: [] });
  expect(register.value.cancelled).toMatchObject([{ docNo: '苏住建积责改〔2026〕2号', code: 'ZGTZ', ownerId: CASE, ownerNo: 'SZZJ-GJJ-2026-00001', ofTask: false, reason: '改正期限有误' }]);
  const exported = await call('exportDocumentNumbers', { year: 2026 });
  if (!exported.ok) throw new Error(exported.error.message);
  const table = await readTable(Buffer.from(exported.value.file, 'base64'), { name: exported.value.name, columns: [{ key: 'no', title: '文号' }, { key: 'state', title: '状态' }, { key: 'reason', title: '作废理由' }] });
  if (!table.ok) throw new Error(table.error.message);
  expect(table.value.rows.map(({ cells }) => cells).filter(({ no }) => no === '苏住建积责改〔2026〕2号')).toEqual([{ no: '苏住建积责改〔2026〕2号', state: '作废', reason: '改正期限有误' }]);
});

test('each year counts anew from 1 January in Suzhou, whatever the form', async () => {
  const order = async (documentId: string) => await paper(documentId, 'JYS', { matter: '缴存登记', situation: '尚未办理缴存登记。', points: ['尽快办理缴存登记'] });
  // Half past midnight in Suzhou on New Year's Day, while it is still 31 December by UTC.
  on('2026-12-31T15:59:00.000Z');
  expect(await order('paper-jys-1')).toBe('苏住建积建〔2026〕1号');
  on('2026-12-31T16:30:00.000Z');
  expect(await order('paper-jys-2')).toBe('苏住建积建〔2027〕1号');
});
