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
  await seed(server.db, { password: TEST_PASSWORD, cases: 120, seedNumber: 3, openShare: 0, today: TODAY });
  server.clock.now = () => new Date(`${TODAY}T08:00:00Z`);
});
afterAll(() => server.close());

test('of two volumes archived at once under one number one is refused', async () => {
  const { body: { archive: _, ...file } } = await server.db.selectFrom('case_file').select('body').where('stage', '=', 'ARCH').where('district', '=', '320500').executeTakeFirstOrThrow();
  const [one, two] = [{ ...file, stage: 'CLOSED' as const }, { ...file, id: randomUUID(), caseNo: '示例案号2', stage: 'CLOSED' as const }];
  await server.db.transaction().execute((trx) => writeCases(trx, [one, two].map((file) => caseRow(file, null, `${TODAY}T00:00:00.000Z`))));
  const officer = DEMO_OFFICERS.find(({ roles, district }) => roles.includes('archivist') && district === '320500');
  const city = await server.signIn((officer?.id ?? '').replace('officer-', ''));
  const archive = (caseId: string, archiveNo: string) => push(city, command(caseId, 'case.advance', { event: 'archive', opinion: '', data: { archiveNo, retention: 'thirty-years', pages: 60, checked: true } }));
  const answers = (await Promise.all([archive(one.id, '20260001'), archive(two.id, '20260001')])).flat();
  expect(answers.map(({ status }) => status).sort()).toEqual(['applied', 'refused']);
  expect(answers.find(({ status }) => status === 'refused')).toMatchObject({ error: { code: 'ARCHIVE_NO_TAKEN', details: { path: 'archiveNo' } } });
  const left = answers[0]?.status === 'refused' ? one : two;
  expect(await archive(left.id, '20260002')).toMatchObject([{ status: 'applied' }]);
});
