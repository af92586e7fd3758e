import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import { DEMO_OFFICERS } from '#api/db/seed/officers.ts';
import { caseRow, writeCases } from '#api/modules/case/repository.ts';
import { startTestServer, TEST_PASSWORD, type TestServer } from '#tests/helpers/server.ts';
import { command, push } from './replica.ts';

let server: TestServer;
const TODAY = '2026-11-20';

beforeAll(async () => {
  server = await startTestServer();
  await seed(server.db, { password: TEST_PASSWORD, cases: 120, seedNumber: 3, openShare: 1, today: TODAY });
  server.clock.now = () => new Date(`${TODAY}T08:00:00Z`);
});
afterAll(() => server.close());

test('the server finds the other case of the act, whoever handles it, and files no second (行政处罚法第二十九条)', async () => {
  const { body: file } = await server.db.selectFrom('case_file').select('body').where('stage', '=', 'FILING').where('district', '=', '320500').executeTakeFirstOrThrow();
  const other = { ...file, id: randomUUID(), district: '320583' as const, stage: 'INVEST' as const, caseNo: '示例案号1' };
  await server.db.transaction().execute((trx) => writeCases(trx, [caseRow(other, null, `${TODAY}T00:00:00.000Z`)]));
  const leader = DEMO_OFFICERS.find((officer) => officer.roles.includes('leader') && officer.district === '320500' && (officer.channel === null || officer.channel === file.channel));
  const session = await server.signIn((leader?.id ?? '').replace('officer-', ''));
  const approve = () => command(file.id, 'case.advance', { event: 'approve-filing', opinion: '同意。', data: {} });
  expect(await push(session, approve())).toMatchObject([{ status: 'refused', error: { code: 'SAME_ACT_PUNISHED', article: '行政处罚法第二十九条' } }]);
  await server.db.updateTable('case_file').set({ body: JSON.stringify({ ...other, stage: 'WITHDR' }) }).where('id', '=', other.id).execute();
  expect(await push(session, approve())).toMatchObject([{ status: 'applied' }]);
});
