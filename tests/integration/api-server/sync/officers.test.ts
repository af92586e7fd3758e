import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import { PARTY } from '#tests/helpers/cases.ts';
import { startTestServer, TEST_PASSWORD, type TestServer, type TestSession } from '#tests/helpers/server.ts';
import { command, push, register } from './replica.ts';

let server: TestServer;
let officer: TestSession;
let head: TestSession;
/** Friday, four in the afternoon in Suzhou. */
const TODAY = '2026-11-20';

beforeAll(async () => {
  server = await startTestServer();
  await seed(server.db, { password: TEST_PASSWORD, cases: 0, seedNumber: 3, today: TODAY });
  server.clock.now = () => new Date(`${TODAY}T08:00:00Z`);
  [officer, head] = [await server.signIn('jc01'), await server.signIn('jchead')];
});
afterAll(() => server.close());

const RECORD = { place: '示例工地', person: '示例人', recorder: '示例', subject: '建设项目档案移交情况', findings: ['现场未能提供档案移交证明。'], comment: '情况属实，无异议。' };

async function assigned(second = 'officer-jc02'): Promise<string> {
  const id = randomUUID();
  await push(officer, register(id), command(id, 'case.edit', { changes: [{ path: 'party', from: null, to: PARTY }] }));
  expect(await push(head, command(id, 'case.advance', { event: 'assign', opinion: '同意。', data: { officerIds: ['officer-jc01', second], noRecusal: true } }))).toMatchObject([{ status: 'applied' }]);
  return id;
}

/** A record of an inspection, written and issued by a client that asks nobody. */
async function record(caseId: string, from: string, to: string) {
  const documentId = randomUUID();
  const values = { ...RECORD, startAt: `${TODAY}T${from}`, endAt: `${TODAY}T${to}` };
  const answers = await push(officer, command(caseId, 'document.create', { documentId, code: 'XCJC', aboutDocumentId: null, values }), command(caseId, 'document.issue', { documentId }));
  return answers.at(-1);
}

describe('one officer', () => {
  test('takes one record at a time, whatever cases they belong to (行政处罚法第五十五条)', async () => {
    const [one, other] = [await assigned(), await assigned('officer-jc03')];
    expect(await record(one, '09:00', '09:40')).toMatchObject({ status: 'applied' });
    const refused = await record(other, '09:30', '10:10');
    expect(refused).toMatchObject({ status: 'refused', error: { code: 'DATES_OUT_OF_ORDER', details: { path: 'startAt' } } });
    expect(refused !== undefined && 'error' in refused ? refused.error.message : '').toMatch(/在2026-11-20 09:00至09:40正在制作另一案件（任务）的现场检查/u);
    expect(await record(other, '09:40', '10:10')).toMatchObject({ status: 'applied' });
  });

  test('takes no case of a party he stays away from, though the client knows nothing of it (第四十三条)', async () => {
    await server.db.insertInto('recusal').values({
      id: 'recusal-1', officer_id: 'officer-jc03', party_name: PARTY.name, credit_code: PARTY.creditCode, reason: '近亲属在该单位任职', from_on: '2026-01-01', to_on: null, declared_by_name: '示例', declared_at: new Date(),
    }).execute();
    const id = await assigned();
    const again = (second: string) => command(id, 'case.advance', { event: 'assign', opinion: '调整。', data: { officerIds: ['officer-jc01', second], noRecusal: true } });
    expect(await push(head, again('officer-jc03'))).toMatchObject([{ status: 'refused', error: { code: 'OFFICER_RECUSED', article: '行政处罚法第四十三条' } }]);
    await server.db.updateTable('recusal').set({ to_on: '2026-11-19' }).execute();
    expect(await push(head, again('officer-jc03'))).toMatchObject([{ status: 'applied' }]);
  });
});

test('the server knows the register of enterprises: a name unlike the licence is refused before a penalty on the spot (第五十九条)', async () => {
  const name = '苏州示例甲建设集团有限公司';
  await server.db.insertInto('party').values({ id: 'party-01', rev: 1, credit_code: PARTY.creditCode, name, body: JSON.stringify({ ...PARTY, id: 'party-01', name }) }).execute();
  const id = randomUUID();
  const set = (path: string, from: unknown, to: unknown) => ({ path, from, to });
  const changes = [
    set('party', null, PARTY), set('violationId', 'J01', 'Z39'), set('actOn', null, TODAY), set('facts', '', '当事人未按规定设置安全警示标志。'), set('nature', '', '上述行为违反了有关规定。'),
    set('proposed', null, { kinds: ['warning'], fineFen: 0, confiscationFen: 0, otherItems: [] }),
  ];
  const photo = { id: randomUUID(), kind: 'documentary' as const, title: '现场照片', proves: '违法事实', takenAt: '', takenPlace: '', takenBy: '', file: null };
  await push(officer, register(id), command(id, 'case.edit', { changes }), command(id, 'evidence.add', { evidence: photo }));
  const data = { officerIds: ['officer-jc01', 'officer-jc02'], noRecusal: true, clear: true, decidedAt: `${TODAY}T15:00`, place: '示例工地', defenceHeard: '无。', collection: 'bank' };
  const punish = (more: object) => push(officer, command(id, 'case.advance', { event: 'summary-penalty', opinion: '', data: { ...data, ...more } }));
  expect(await punish({})).toMatchObject([{ status: 'refused', error: { code: 'PARTY_INVALID', article: '行政处罚法第五十九条', details: { path: 'party.name', registered: [name] } } }]);
  expect(await punish({ licenceChecked: true })).toMatchObject([{ status: 'applied' }]);
});
