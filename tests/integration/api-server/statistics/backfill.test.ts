import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql, type Migration } from 'kysely';
import { migrate } from '#api/db/migrate.ts';
import { MIGRATIONS } from '#api/db/migrations/index.ts';
import { emptyDatabase, type FreshDatabase } from '#tests/helpers/postgres.ts';
import { decided, order, put, task } from './data.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

test('cases and tasks of before have their figures after the migration', async () => {
  const { db } = database;
  const before: Record<string, Migration> = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < '0140-statistics'));
  await migrate(db, before);
  await put(db, {
    tasks: [task('task-0001', { state: 'done', inspectedOn: '2026-03-03', finishedOn: '2026-03-04', result: 'ordered', caseId: 'case-0001', orders: [order('order-1', { endedOn: '2026-03-09' })] })],
    cases: [decided('case-0001', '2026-03-31', 100, { payments: [{ id: 'pay-1', paidOn: '2026-04-02', amountFen: 10_000, receiptNo: '' }] })],
  });
  await migrate(db, MIGRATIONS);
  const { rows } = await sql`
    select (select array[inspected_on::text, ended_on::text] from task_figure) as task, (select array[made_on::text, ended_on::text] from order_figure) as orders,
      (select array[decided_on::text, fine_fen::text, matter_codes[1]] from case_figure) as file, (select array[paid_on::text, amount_fen::text, matter_codes[1]] from payment_figure) as payment
  `.execute(db);
  expect(rows).toEqual([{ task: ['2026-03-03', '2026-03-04'], orders: ['2026-03-10', '2026-03-09'], file: ['2026-03-31', '10000', 'SZZJ-JG-023'], payment: ['2026-04-02', '10000', 'SZZJ-JG-023'] }]);
});
