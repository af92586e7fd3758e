import type { Sqlite } from '../open.ts';

/** A register of the shared library: parties (企业库) or projects (项目库). */
export interface RegisterRepository {
  put(id: string, rev: number, name: string, code: string, body: string, generation: number): void;
  remove(id: string): void;
  /** Bodies whose name or code contains the text, shortest names first; at most `limit`. */
  search(text: string, limit: number): readonly string[];
  removeStale(generation: number): number;
}

export function createRegisterRepository(db: Sqlite, table: 'party' | 'project'): RegisterRepository {
  const put = db.prepare<[string, number, number, string, string, string]>(`insert or replace into ${table} (id, rev, gen, name, code, body) values (?, ?, ?, ?, ?, ?)`);
  const remove = db.prepare<[string]>(`delete from ${table} where id = ?`);
  const search = db.prepare<[string, string, number], { body: string }>(
    `select body from ${table} where instr(name, ?) > 0 or instr(code, ?) > 0 order by length(name), name limit ?`,
  );
  const stale = db.prepare<[number]>(`delete from ${table} where gen < ?`);
  return {
    put: (id, rev, name, code, body, generation) => void put.run(id, rev, generation, name, code, body),
    remove: (id) => void remove.run(id),
    search: (text, limit) => search.all(text, text.toUpperCase(), limit).map((row) => row.body),
    removeStale: (generation) => stale.run(generation).changes,
  };
}
