import type { Sqlite } from '../open.ts';

export interface RawRecord {
  readonly kind: string;
  readonly id: string;
  readonly rev: number;
  readonly body: string;
}

/** Records this version cannot read: kept as they came, and tried again after an update of the program. */
export interface RawRepository {
  park(record: RawRecord, reason: string): void;
  remove(kind: string, id: string): void;
  all(): readonly RawRecord[];
}

export function createRawRepository(db: Sqlite): RawRepository {
  const park = db.prepare<[string, string, number, string, string]>('insert or replace into raw_record (kind, id, rev, reason, body) values (?, ?, ?, ?, ?)');
  const remove = db.prepare<[string, string]>('delete from raw_record where kind = ? and id = ?');
  const all = db.prepare<[], RawRecord>('select kind, id, rev, body from raw_record');
  return {
    park: (record, reason) => void park.run(record.kind, record.id, record.rev, reason, record.body),
    remove: (kind, id) => void remove.run(kind, id),
    all: () => all.all(),
  };
}
