import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentRow, writeDocuments } from '#api/modules/case/repository.ts';
import { writeTasks } from '#api/modules/task/repository.ts';
import { startTestServer, type TestServer } from '../../../helpers/server.ts';
import { taskIn, taskOf } from '../../../helpers/tasks.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); });
afterAll(() => server.close());

test('a cancelled paper of a supervision task is listed with its task, and said to be of one', async () => {
  const run = taskIn('rectify');
  const by = { by: 'officer-1', on: '2026-03-10' };
  run.must('document.create', { documentId: 'paper-order', code: 'ZGTZ', aboutDocumentId: null, values: {} }, by);
  run.must('document.issue', { documentId: 'paper-order' }, by);
  run.must('document.cancel', { documentId: 'paper-order', reason: '整改期限有误' }, by);
  const task = taskOf(run);
  await server.db.transaction().execute(async (trx) => {
    await writeTasks(trx, [task]);
    await writeDocuments(trx, [...(run.aggregate?.documents.values() ?? [])].map((document) => documentRow(document, task)));
  });

  await server.addOfficer({ loginName: 'jc01' });
  const { call } = await server.signIn('jc01');
  expect(await call('documentNumbers', { year: 2026 })).toMatchObject({ ok: true, value: { cancelled: [{ code: 'ZGTZ', ownerId: task.id, ownerNo: task.taskNo, ofTask: true, reason: '整改期限有误' }] } });
});
