import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppFailure } from '#shared/contract/result.ts';
import { migrate, schemaVersion } from '#worker/db/migrate.ts';
import { MIGRATIONS } from '#worker/db/migrations/index.ts';
import { openCache } from '#worker/db/open-cache.ts';
import { isSound, openDatabase, type Sqlite } from '#worker/db/open.ts';

const MARKER = '机密案情甲乙丙丁';
const key = randomBytes(32);
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'));
  path = join(folder, 'cache.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(): Sqlite {
  return openDatabase({ path, key, nativeBinding: undefined });
}

function cacheOptions(mayRecover: boolean) {
  return { path, key, nativeBinding: undefined, damageMark: join(folder, 'damaged'), mayRecover, now: new Date('2026-11-20T06:00:00Z') };
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof AppFailure ? error.error.code : String((error as { code?: unknown }).code);
  }
  return 'none';
}

describe('opening the cache', () => {
  it('sets every safeguard', () => {
    const db = open();
    const read = (name: string) => db.pragma(name, { simple: true });
    expect(Object.fromEntries(['cipher', 'page_size', 'journal_mode', 'synchronous', 'temp_store', 'secure_delete', 'foreign_keys', 'trusted_schema', 'locking_mode'].map((name) => [name, read(name)])))
      .toEqual({ cipher: 'aegis', page_size: 16384, journal_mode: 'wal', synchronous: 2, temp_store: 2, secure_delete: 1, foreign_keys: 1, trusted_schema: 0, locking_mode: 'exclusive' });
    db.close();
  });

  it('leaves nothing readable on disk, and nothing readable by others', () => {
    const db = open();
    db.exec('create table note (text text)');
    db.prepare('insert into note values (?)').run(MARKER);
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes(Buffer.from(MARKER)), name).toBe(false);
      expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0);
    }
    expect(readFileSync(path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    db.close();
  });

  it('belongs to one process part at a time', () => {
    const db = open();
    expect(codeOf(open)).toBe('CACHE_LOCKED');
    db.close();
    open().close();
  });

  it('stays closed for a wrong key and is not replaced', () => {
    open().exec('create table note (text text)').close();
    const before = readFileSync(path);
    expect(codeOf(() => openDatabase({ path, key: randomBytes(32), nativeBinding: undefined }))).toBe('SQLITE_NOTADB');
    expect(codeOf(() => openCache({ ...cacheOptions(false), key: randomBytes(32) }))).toBe('CACHE_DAMAGED');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('migrations', () => {
  const newest = MIGRATIONS.at(-1)?.version ?? 0;
  const later = { version: newest + 10, name: 'later', up: (db: Sqlite) => { db.exec('create table later (a)'); } };

  it('refuses a cache of a newer program and leaves it untouched', () => {
    const db = open();
    migrate(db, path);
    db.pragma('user_version=99999');
    db.close();
    const before = readFileSync(path);
    expect(codeOf(() => openCache(cacheOptions(true)))).toBe('CACHE_NEWER');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('bad'))).toEqual([]);
  });

  it('copies the file first, still encrypted under the same key', () => {
    const db = open();
    migrate(db, path);
    db.prepare("insert into meta (key, value) values ('deviceId', ?)").run(MARKER);
    migrate(db, path, [...MIGRATIONS, later]);
    expect(schemaVersion(db)).toBe(newest + 10);
    db.close();
    const copy = `${path}.before-${newest}`;
    expect(readFileSync(copy).includes(Buffer.from(MARKER))).toBe(false);
    const old = openDatabase({ path: copy, key, nativeBinding: undefined });
    expect(old.prepare("select value from meta where key = 'deviceId'").get()).toEqual({ value: MARKER });
    old.close();
  });

  it('rolls a failing migration back whole and stops', () => {
    const db = open();
    migrate(db, path);
    const broken = { version: newest + 20, name: 'broken', up: (each: Sqlite) => { each.exec('create table half (a); create table half (a)'); } };
    expect(() => { migrate(db, path, [...MIGRATIONS, broken]); }).toThrow();
    expect(schemaVersion(db)).toBe(newest);
    expect(db.prepare("select count(*) as n from sqlite_schema where name = 'half'").get()).toEqual({ n: 0 });
    db.close();
  });
});

describe('damage', () => {
  function filled(): void {
    const { cache } = openCache(cacheOptions(false));
    cache.transact(() => {
      for (let n = 0; n < 30; n += 1) {
        cache.outbox.add({ opId: `operation-${n}`, kind: 'case.edit', entityId: 'case-00001', baseRev: 1, payload: { changes: [{ path: 'facts', from: '', to: MARKER.repeat(200) }] }, createdAt: '2026-11-20T06:00:00Z' }, { onlineOnly: false, at: '2026-11-20T06:00:00Z' });
      }
    });
    cache.close();
  }

  function flip(at: number): void {
    const bytes = readFileSync(path);
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    writeFileSync(path, bytes);
  }

  it('finds a single flipped bit wherever it is', () => {
    filled();
    const whole = `${path}.whole`;
    copyFileSync(path, whole);
    const size = statSync(path).size;
    for (let trial = 0; trial < 12; trial += 1) {
      copyFileSync(whole, path);
      flip(Math.floor(((trial + 0.5) / 12) * size));
      let sound: boolean;
      try {
        const db = open();
        sound = isSound(db);
        db.close();
      } catch {
        sound = false;
      }
      expect(sound, `bit in page of byte ${trial}`).toBe(false);
    }
  });

  it('keeps the file where it is while the server cannot fill a new one', () => {
    filled();
    flip(40);
    expect(codeOf(() => openCache(cacheOptions(false)))).toBe('CACHE_DAMAGED');
    expect(existsSync(path)).toBe(true);
  });

  it('saves the unsent work, sets the damaged file aside and begins anew', () => {
    filled();
    writeFileSync(join(folder, 'damaged'), '');
    flip(statSync(path).size - 5000);
    const { cache, recovered } = openCache(cacheOptions(true));
    expect(recovered).not.toBeNull();
    expect(cache.outbox.open().length).toBe(recovered?.commands.length);
    expect((recovered?.commands.length ?? 0) + (recovered?.lost ?? 0)).toBe(30);
    expect(recovered?.commands.length).toBeGreaterThan(0);
    expect(readdirSync(folder).filter((name) => name.includes('.bad-')).length).toBeGreaterThan(0);
    expect(existsSync(join(folder, 'damaged'))).toBe(false);
    cache.close();
  });

  it('goes on with the cache when a reported damage is not found again', () => {
    filled();
    writeFileSync(join(folder, 'damaged'), '');
    const { cache, recovered } = openCache(cacheOptions(true));
    expect(recovered).toBeNull();
    expect(cache.outbox.open()).toHaveLength(30);
    cache.close();
  });
});
