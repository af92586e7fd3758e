import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import { answers, RECORD_VALUES } from '../../../helpers/cases.ts';
import { channelBody, discretionRow, TABLE } from '../../../helpers/discretion.ts';
import { oneCase } from '../../../helpers/one-case.ts';
import { startTestServer, TEST_PASSWORD, type TestServer } from '../../../helpers/server.ts';
import { PARTY } from '../../../helpers/world.ts';

/** Registered 24 February 2026; the table begins on Monday 16 March. 20,000 yuan: catalogue's light tier, above the table's (10,000–15,000). */
const CASE = 'case-table-01';
const BEGINS = '2026-03-16';
let server: TestServer;
const { on, as, attempt, must, step, file, set, ...config } = oneCase(() => server, CASE, 'jc01');
const propose = (kind: string, key: string, body: unknown, effectiveFrom = BEGINS) => config.propose({ kind, key, effectiveFrom, body });
const publish = (kind: string, key: string, body: unknown) => config.publish({ kind, key, effectiveFrom: BEGINS, body });

beforeAll(async () => {
  server = await startTestServer();
  on('2026-02-24');
  await seed(server.db, { password: TEST_PASSWORD, cases: 0, seedNumber: 3, today: '2026-02-24' });
});
afterAll(() => server.close());

test('a table beyond the law, or of a law nobody knows, is refused with the article (行政处罚法第三十四条)', async () => {
  const table = (row: ReturnType<typeof discretionRow>) => propose('discretion', 'GCJS', { ...TABLE, rows: [row] });
  expect(await table(discretionRow('J16', [9_000, 15_000], [15_000, 50_000], [50_000, 100_000]))).toMatchObject({
    error: { code: 'FIELD_INVALID', article: expect.stringMatching(/^行政处罚法第三十四条、.*《建设工程质量管理条例》/u) as string, details: { path: 'rows.0.light' } },
  });
  expect(await table(discretionRow('X99', [1, 2], [2, 3], [3, 4]))).toMatchObject({ error: { code: 'FIELD_INVALID', details: { path: 'rows.0' } } });
  expect(await table(discretionRow('J16', [10_000, 20_000], [15_000, 50_000], [50_000, 100_000]))).toMatchObject({ error: { article: '行政处罚法第三十四条', details: { path: 'rows.0.normal' } } });
});

test('a channel goes by a published table only, and the table is not taken back from under it', async () => {
  expect(await propose('channel', 'JC', channelBody('GCJS'))).toMatchObject({ error: { code: 'FIELD_INVALID', article: '行政处罚法第三十四条', details: { path: 'discretionTable' } } });
  expect(await propose('channel', 'JC', channelBody('工程建设类（待录入）'))).toMatchObject({ ok: true });
  const table = await publish('discretion', 'GCJS', TABLE);
  expect(await propose('channel', 'JC', channelBody('GCJS'), '2026-03-13')).toMatchObject({ error: { message: expect.stringContaining('2026年3月13日尚未生效') as string } });
  const channel = await publish('channel', 'JC', channelBody('GCJS'));
  const admin = await as('admin');
  expect(await admin.call('withdrawConfig', { id: table })).toMatchObject({ error: { code: 'CONFLICT', message: expect.stringContaining('“监察支队”渠道自2026年3月16日起使用') as string } });
  expect(await admin.call('withdrawConfig', { id: channel })).toMatchObject({ ok: true });
  expect(await admin.call('withdrawConfig', { id: table })).toMatchObject({ ok: true });
  expect(await propose('channel', 'JC', channelBody('GCJS'))).toMatchObject({ error: { details: { path: 'discretionTable' } } });
  await publish('discretion', 'GCJS', TABLE);
  await publish('channel', 'JC', channelBody('GCJS'));
});

test('from its day on the table steers: outside its tier a reason is asked, and then the collective decides', async () => {
  await must('jc01', 'case.register', {
    channel: 'JC', district: '320500', cause: '竣工后未移交建设项目档案', violationId: 'J16', clue: { source: 'inspection', receivedOn: '2026-02-24', subject: '示例', description: '示例。' },
  });
  const [one, two] = [(await as('jc01')).officer.id, (await as('jc02')).officer.id];
  await step('jchead', 'assign', { officerIds: [one, two], noRecusal: true });
  await must('jc01', 'evidence.add', { evidence: { id: 'evidence-licence', kind: 'documentary', title: '营业执照复印件', proves: '证明当事人身份', takenAt: '2026-02-24T01:00:00.000Z', takenPlace: '示例单位', takenBy: '示例', file: null } });
  await set('party', PARTY);
  await set('actOn', '2026-02-10');
  on('2026-03-05');
  await step('jc01', 'propose-filing', { conditions: { evidence: true, jurisdiction: true, limitation: true } });
  await step('leader1', 'approve-filing');
  on('2026-03-11');
  for (const [documentId, code, values] of [['paper-xcjc', 'XCJC', RECORD_VALUES], ['paper-dczj', 'DCZJ', {}]] as const) await must('jc01', 'document.create', { documentId, code, aboutDocumentId: null, values });
  await must('jc01', 'document.issue', { documentId: 'paper-xcjc' });
  await set('facts', '当事人于2026年2月10日前未按规定移交建设项目档案。');
  await set('nature', '上述行为违反了有关规定。');
  await set('discretion', { tier: 'light', baseFen: null, baseSource: '', factors: '初次违法', deviationReason: '' });
  await must('jc01', 'case.edit', { changes: (['scale', 'consequence', 'repeats'] as const).map((factor) => ({ path: `discretion.scores.${factor}`, from: null, to: 50 })) });
  await set('proposed', { kinds: ['fine'], fineFen: 2_000_000, confiscationFen: 0, otherItems: [] });

  const report = { event: 'submit-report', opinion: '同意。', data: { recordsSigned: true, identityEvidenceId: 'evidence-licence' } } as const;
  on('2026-03-13');
  await must('jc01', 'case.advance', report);
  await step('jchead', 'return-report');
  on(BEGINS);
  expect(await attempt('jc01', 'case.advance', report)).toMatchObject({ code: 'TIER_DEVIATION_UNEXPLAINED', article: '行政处罚法第三十四条', details: { minFen: 1_000_000, maxFen: 1_500_000, fineFen: 2_000_000 } });
  await must('jc01', 'case.edit', { changes: [{ path: 'discretion.deviationReason', from: '', to: '拖延改正，但未造成后果。' }] });
  await must('jc01', 'case.advance', report);
  on('2026-03-17');
  await step('jchead', 'approve-report');
  await step('leader1', 'approve-notice');
  await must('jc01', 'document.create', { documentId: 'paper-gzs', code: 'GZS', aboutDocumentId: null, values: {} });
  await must('jc01', 'document.issue', { documentId: 'paper-gzs' });
  const notice = await server.db.selectFrom('document').select('body').where('id', '=', 'paper-gzs').executeTakeFirstOrThrow();
  // 10,000 + 50 % of 5,000 = 12,500 yuan.
  expect(notice.body.issued?.data['discretion']).toMatch(/依据《示例市工程建设行政处罚裁量基准》（示建规〔2026〕1号），本案符合“首次违法且在通知前改正”的情形，违法情节属于“轻微”档次（罚款10,000.00元至15,000.00元）。.*加权得分50分.*¥12,500\.00/u);
  await must('jc01', 'document.serve', {
    service: { id: 'service-paper-gzs', documentId: 'paper-gzs', method: 'direct', servedAt: '2026-03-17T09:30', place: '示例路1号', recipient: '示例人', recipientRelation: '法定代表人', serverIds: [one, two], refusalReason: '', witness: '' },
  });
  on('2026-03-27');
  await step('jc01', 'close-defence', { noHearing: true });
  on('2026-03-30');
  await step('fzsh1', 'pass-review', { points: answers() });
  expect(await file()).toMatchObject({ stage: 'COLLECT', discretion: { scores: { scale: 50, consequence: 50, repeats: 50 } } });
});
