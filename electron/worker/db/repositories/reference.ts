import type { Sqlite } from '../open.ts';

/** Kinds kept whole in memory while the cache is open. */
export type ReferenceKind = 'officer' | 'violation' | 'matter' | 'calendar' | 'settings' | 'config';
export const REFERENCE_KINDS: ReadonlySet<string> = new Set<ReferenceKind>(['officer', 'violation', 'matter', 'calendar', 'settings', 'config']);

export interface ReferenceRepository {
  put(kind: string, id: string, rev: number, body: string, generation: number): void;
  remove(kind: string, id: string): void;
  all(kind: ReferenceKind): readonly string[];
  removeStale(generation: number): number;
}

export function createReferenceRepository(db: Sqlite): ReferenceRepository {
  const put = db.prepare<[string, string, number, number, string]>('insert or replace into reference (kind, id, rev, gen, body) values (?, ?, ?, ?, ?)');
  const remove = db.prepare<[string, string]>('delete from reference where kind = ? and id = ?');
  const all = db.prepare<[string], { body: string }>('select body from reference where kind = ? order by id');
  const stale = db.prepare<[number]>('delete from reference where gen < ?');
  return {
    put: (kind, id, rev, body, generation) => void put.run(kind, id, rev, generation, body),
    remove: (kind, id) => void remove.run(kind, id),
    all: (kind) => all.all(kind).map((row) => row.body),
    removeStale: (generation) => stale.run(generation).changes,
  };
}
