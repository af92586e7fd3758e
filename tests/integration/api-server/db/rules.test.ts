import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '#api/db/audit.ts';
import { appendChange } from '#api/db/changes.ts';
import { openDatabase } from '#api/db/database.ts';
import { freshDatabase, type FreshDatabase } from '../../../helpers/postgres.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const entry = {
  at: new Date('2026-03-02T01:00:00Z'), officerId: 'o1', deviceId: 'd1', ip: '127.0.0.1', action: 'test', objectKind: 'case', objectId: 'c1', outcome: 'ok', requestId: 'r1',
} as const;

describe('the audit log', () => {
  test('takes rows and lets none be changed, deleted or emptied away, even by the owner', async () => {
    const { db } = database;
    await audit(db, entry, { ...entry, outcome: 'FORBIDDEN' });
    for (const statement of [sql`update audit_log set outcome = 'ok'`, sql`delete from audit_log`, sql`truncate audit_log`]) {
      await expect(statement.execute(db)).rejects.toThrow('audit_log is append-only');
    }
    const rows = await db.selectFrom('audit_log').select(['at', 'outcome']).orderBy('id').execute();
    expect(rows).toEqual([{ at: entry.at, outcome: 'ok' }, { at: entry.at, outcome: 'FORBIDDEN' }]);
  });

  test('stands or falls with the act it records', async () => {
    const { db } = database;
    await expect(db.transaction().execute(async (trx) => {
      await audit(trx, { ...entry, action: 'rolled-back' });
      throw new Error('the act failed');
    })).rejects.toThrow('the act failed');
    expect(await db.selectFrom('audit_log').selectAll().where('action', '=', 'rolled-back').execute()).toEqual([]);
  });
});

describe('the change log', () => {
  test('gives rows of one transaction one xid and rising sequence numbers', async () => {
    const { db } = database;
    await db.transaction().execute((trx) => appendChange(trx,
      { kind: 'case', id: 'case-0001', channel: 'JC', district: '320506', op: 'put' },
      { kind: 'settings', id: 'settings', channel: null, district: null, op: 'put' }));
    const rows = await db.selectFrom('change_log').selectAll().orderBy('seq').execute();
    expect(rows.map(({ kind, entity_id, channel, district, op }) => [kind, entity_id, channel, district, op])).toEqual([
      ['case', 'case-0001', 'JC', '320506', 'put'], ['settings', 'settings', null, null, 'put'],
    ]);
    expect(new Set(rows.map((row) => row.xid)).size).toBe(1);
    expect(rows[1]?.seq).toBe((rows[0]?.seq ?? 0) + 1);
  });
});

describe('types from the database', () => {
  test('dates stay days, bigints are numbers, json is read and kept as written', async () => {
    const { db } = database;
    const body = '{"name": "苏州",  "b":1}';
    await db.insertInto('project').values({ id: 'project-1', rev: 7, district: '320506', name: '示例', body }).execute();
    const row = await db.selectFrom('project').selectAll().select(sql<string>`body::text`.as('text')).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ rev: 7, body: { name: '苏州', b: 1 }, text: body });
    const { rows: [days] } = await sql<{ day: string }>`select date '2026-01-01' as day`.execute(db);
    expect(days?.day).toBe('2026-01-01');
  });

  test('a bigint beyond what a number holds is an error and no rounded value', async () => {
    await expect(sql`select 9007199254740993::bigint as n`.execute(database.db)).rejects.toThrow('9007199254740993');
  });

  test('a slow query is reported with its text and without its values', async () => {
    const slow: string[] = [];
    const db = openDatabase({ url: database.url, poolSize: 1, onSlowQuery: (text) => slow.push(text) });
    await sql`select pg_sleep(0.06), ${'张三'}::text as name`.execute(db);
    await sql`select 1`.execute(db);
    await db.destroy();
    expect(slow).toEqual(['select pg_sleep(0.06), $1::text as name']);
  });
});

test('two documents never carry one number, and two cases never one case number', async () => {
  const { db } = database;
  const file = { rev: 1, channel: 'JC', district: '320500', stage: 'CLUE', due_on: null, registered_on: '2026-01-01', updated_at: new Date(), body: '{}' } as const;
  await db.insertInto('case_file').values([{ ...file, id: 'case-a', case_no: 'SZZJ-JC-2026-00001' }, { ...file, id: 'case-b', case_no: null }, { ...file, id: 'case-c', case_no: null }]).execute();
  await expect(db.updateTable('case_file').set({ case_no: 'SZZJ-JC-2026-00001' }).where('id', '=', 'case-b').execute()).rejects.toThrow(/case_file_case_no_key/);
  const paper = { case_id: 'case-a', rev: 1, channel: 'JC', district: '320500', code: 'CFJD', status: 'issued', pdf_sha256: null, body: '{}' } as const;
  await db.insertInto('document').values([{ ...paper, id: 'doc-1', doc_no: '苏住建监罚字〔2026〕第1号' }, { ...paper, id: 'doc-2', doc_no: null }, { ...paper, id: 'doc-3', doc_no: null }]).execute();
  await expect(db.updateTable('document').set({ doc_no: '苏住建监罚字〔2026〕第1号' }).where('id', '=', 'doc-2').execute()).rejects.toThrow(/document_number/);
});
