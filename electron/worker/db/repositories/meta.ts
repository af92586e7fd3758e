import type { Sqlite } from '../open.ts';

/** Single facts about the cache. Each key is named here, so that none is used for two things. */
export type MetaKey =
  | 'cursor' | 'epoch' | 'scope' | 'generation' | 'snapshotRunning' | 'scopeChanged'
  | 'deviceId' | 'officer' | 'lastContactAt' | 'serverTimeSeen' | 'localTimeSeen' | 'clockOffset' | 'lastSyncAt' | 'salvage' | 'rawVersion' | 'readerNotesCursor';

export interface MetaRepository {
  get(key: MetaKey): string | null;
  set(key: MetaKey, value: string | null): void;
}

export function createMetaRepository(db: Sqlite): MetaRepository {
  const read = db.prepare<[string], { value: string }>('select value from meta where key = ?');
  const write = db.prepare<[string, string]>('insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value');
  const remove = db.prepare<[string]>('delete from meta where key = ?');
  return {
    get: (key) => read.get(key)?.value ?? null,
    set(key, value) {
      if (value === null) remove.run(key);
      else write.run(key, value);
    },
  };
}
