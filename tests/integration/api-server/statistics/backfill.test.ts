import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql, type Migration } from 'kysely';
import { migrate } from '#api/db/migrate.ts';
import { MIGRATIONS } from '#api/db/migrations/index.ts';
import { emptyDatabase, type FreshDatabase } from '#tests/helpers/postgres.ts';
import { caseRow, writeCases } from '#api/modules/case/repository.ts';
import { caseFile, decided, order, put, task } from './data.ts';

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
  });
  // As it was written then, without an extract.
  const { counted: _later, ...row } = caseRow(decided('case-0001', '2026-03-31', 100, { payments: [{ id: 'pay-1', paidOn: '2026-04-02', amountFen: 10_000, receiptNo: '' }] }), null, '2026-04-02T06:00:00.000Z');
  await db.insertInto('case_file').values({ ...row, body: JSON.stringify(row.body) } as never).execute();
  await migrate(db, MIGRATIONS);
  const { rows } = await sql`
    select (select array[inspected_on::text, ended_on::text] from task_figure) as task, (select array[made_on::text, ended_on::text] from order_figure) as orders,
      (select array[decided_on::text, fine_fen::text, matter_codes[1]] from case_figure) as file, (select array[paid_on::text, amount_fen::text, matter_codes[1]] from payment_figure) as payment
  `.execute(db);
  expect(rows).toEqual([{ task: ['2026-03-03', '2026-03-04'], orders: ['2026-03-10', '2026-03-09'], file: ['2026-03-31', '10000', 'SZZJ-JG-023'], payment: ['2026-04-02', '10000', 'SZZJ-JG-023'] }]);
});

async function figures(id: string): Promise<unknown> {
  const { rows } = await sql`
    select f.source, f.violation, f.officer_ids as officers, f.decided_on::text as decided, f.closed_on::text as closed, f.ended_on::text as ended, f.fine_fen as fine, f.unpunished,
      array(select concat_ws(' ', p.paid_on, p.amount_fen) from payment_figure p where p.case_id = f.id order by p.id) as payments
    from case_figure f where f.id = ${id}
  `.execute(database.db);
  return rows[0];
}

const FINED = { source: 'inspection', violation: 'J01', officers: ['officer-a'], decided: '2026-03-31', closed: null, ended: null, fine: 10_000, unpunished: false, payments: [] };

test('figures from the extract are those of the body', async () => {
  const { db } = database;
  const payments = [{ id: 'pay-1', paidOn: '2026-04-02', amountFen: 10_000, receiptNo: '' }];
  for (const [id, changes] of [['case-plain', {}], ['case-paid0', { payments }], ['case-shut0', { stage: 'CLOSED', closedOn: '2026-04-03', noPenaltyGround: 'minor' }]] as const) {
    const file = decided(id, '2026-03-31', 100, changes);
    await put(db, { cases: [file] });
    const fromExtract = await figures(id);
    await db.deleteFrom('case_file').where('id', '=', id).execute();
    await db.transaction().execute((trx) => writeCases(trx, [{ ...caseRow(file, null, '2026-04-02T06:00:00.000Z'), counted: null }]));
    expect(await figures(id)).toEqual(fromExtract);
  }
  expect(await figures('case-plain')).toEqual(FINED);
  expect(await figures('case-paid0')).toEqual({ ...FINED, payments: ['2026-04-02 10000'] });
  expect(await figures('case-shut0')).toEqual({ ...FINED, closed: '2026-04-03', ended: '2026-04-03', unpunished: true });
});

test('a body written without an extract of its own is read itself', async () => {
  const { db } = database;
  const file = decided('case-bodyy', '2026-03-31', 100);
  await put(db, { cases: [file] });
  await db.updateTable('case_file').set({ body: JSON.stringify({ ...file, decided: { ...file.decided, fineFen: 77 } }) }).where('id', '=', file.id).execute();
  expect(await figures(file.id)).toEqual({ ...FINED, fine: 77 });
  // The next one with an extract counts by it again.
  await put(db, { cases: [{ ...file, rev: 2 }] });
  expect(await figures(file.id)).toEqual(FINED);
  await db.updateTable('case_file').set({ due_on: '2026-05-01' }).where('id', '=', file.id).execute();
  expect(await db.selectFrom('case_file').select('counted').where('id', '=', file.id).executeTakeFirst()).toEqual({ counted: expect.stringContaining('"fineFen":10000') as string });
});

test('an escaped NUL in what is counted does not refuse the case, alone or among others', async () => {
  const odd = caseFile('case-nullz', { registeredOn: '2026-03-02', violationId: 'J\u000001' });
  await put(database.db, { cases: [odd] });
  await put(database.db, { cases: [caseFile('case-near1', {}), { ...odd, rev: 2 }, caseFile('case-near2', {})] });
  expect([await figures('case-nullz'), await figures('case-near1'), await figures('case-near2')]).toMatchObject([{ violation: 'J01' }, { violation: 'J01' }, { violation: 'J01' }]);
});
