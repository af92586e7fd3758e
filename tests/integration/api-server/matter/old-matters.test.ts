import { sql, type Migration } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '#api/db/migrate.ts';
import { MIGRATIONS } from '#api/db/migrations/index.ts';
import { emptyDatabase } from '../../../helpers/postgres.ts';

test('matters of before get what they lack, as a new revision that desktops fetch, and a first version', async () => {
  const { db, drop } = await emptyDatabase();
  try {
    const before: Record<string, Migration> = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < '0110'));
    await migrate(db, before);
    const old = { no: 1, code: 'SZZJ-JG-001', name: '示例事项', channel: 'FDC', system: 'city', yearlyCap: '2/年' };
    await sql`insert into reference (kind, id, rev, body) values ('matter', ${old.code}, 4, ${JSON.stringify(old)}::json), ('matter', 'odd', 1, '{"note":"x"}'::json)`.execute(db);
    await migrate(db, MIGRATIONS);
    const row = await db.selectFrom('reference').selectAll().where('id', '=', old.code).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ rev: 5, body: { ...old, cap: 2, claim: 'claimed', publishedOn: null, subs: [], version: 1, nationalCode: '' } });
    expect(await db.selectFrom('matter_version').select(['code', 'version', 'action', 'state']).execute()).toEqual([{ code: old.code, version: 1, action: 'initial', state: 'in-force' }]);
    expect(await db.selectFrom('change_log').select(['kind', 'entity_id', 'op']).execute()).toEqual([{ kind: 'matter', entity_id: old.code, op: 'put' }]);
  } finally {
    await drop();
  }
});
