import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppFailure } from '#shared/contract/result.ts';
import { openTestCache } from '#tests/helpers/cache.ts';
import { checkDelay, clearFailures, delaySeconds, noteFailure } from '#worker/session/delay.ts';
import { createKey, unwrapKey } from '#worker/session/key-file.ts';
import { checkLease, estimatedServerTime, noteContact, noteLocalTime } from '#worker/session/lease.ts';
import { createProfile, knownLogins, profileOf } from '#worker/session/profile.ts';

const COST = { memoryCost: 64, timeCost: 1 };
const DAY = 86_400_000;
let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'session-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refusal(work: () => unknown): { code: string; details?: unknown } {
  try {
    work();
  } catch (error) {
    if (error instanceof AppFailure) return error.error;
    throw error;
  }
  return { code: 'none' };
}

describe('the wrapped key', () => {
  it('opens with the password and with no other, and is never written in clear', async () => {
    const path = join(folder, 'key.json');
    const key = await createKey(path, Buffer.from('right password'), COST);
    expect(key).toHaveLength(32);
    expect(await unwrapKey(path, Buffer.from('right password'))).toEqual(key);
    expect(await unwrapKey(path, Buffer.from('wrong password'))).toBeNull();
    expect(readFileSync(path, 'utf8')).not.toContain(key.toString('hex'));
  });

  it('is never overwritten, and a damaged key file says so', async () => {
    const path = join(folder, 'key.json');
    await createKey(path, Buffer.from('a'), COST);
    await expect(createKey(path, Buffer.from('b'), COST)).rejects.toMatchObject({ error: { code: 'CACHE_LOCKED' } });
    writeFileSync(path, '{"version":1}');
    await expect(unwrapKey(path, Buffer.from('a'))).rejects.toMatchObject({ error: { code: 'CACHE_LOCKED' } });
  });
});

describe('the growing delay', () => {
  it('doubles from one second to a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 50].map(delaySeconds)).toEqual([0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('outlives a restart, and a clock set back does not shorten it', () => {
    const path = join(folder, 'delay.json');
    const now = 1_000_000_000_000;
    noteFailure(path, now);
    noteFailure(path, now);
    expect(refusal(() => { checkDelay(path, now + 500); })).toMatchObject({ code: 'SIGN_IN_DELAYED', details: { seconds: 2 } });
    expect(refusal(() => { checkDelay(path, now - 3_600_000); })).toMatchObject({ code: 'SIGN_IN_DELAYED', details: { seconds: 2 } });
    expect(refusal(() => { checkDelay(path, now + 2001); }).code).toBe('none');
    clearFailures(path);
    expect(refusal(() => { checkDelay(path, now); }).code).toBe('none');
  });
});

describe('profiles', () => {
  it('are apart for users and servers, and a login name is found in any case', () => {
    const mine = profileOf(folder, 'http://127.0.0.1:7380/', 'JC01 ');
    expect(mine.folder).toBe(profileOf(folder, 'http://127.0.0.1:7380', 'jc01').folder);
    expect(mine.folder).not.toBe(profileOf(folder, 'http://127.0.0.1:7381', 'jc01').folder);
    expect(mine.folder).not.toBe(profileOf(folder, 'http://127.0.0.1:7380', 'jc02').folder);
    createProfile(mine);
    expect(knownLogins(folder, 'http://127.0.0.1:7380')).toEqual([]);
    writeFileSync(mine.keyFile, '{}');
    expect(knownLogins(folder, 'http://127.0.0.1:7380')).toEqual(['jc01']);
    expect(knownLogins(folder, 'http://127.0.0.1:7381')).toEqual([]);
  });
});

describe('the offline lease', () => {
  const start = Date.parse('2026-11-20T06:00:00Z');

  it('runs from the last contact, and neither waiting nor turning the clock back renews it', () => {
    const { cache, close } = openTestCache();
    noteContact(cache, start, new Date(start).toISOString());
    expect(refusal(() => { checkLease(cache, 7, start + 6 * DAY); }).code).toBe('none');
    expect(refusal(() => { checkLease(cache, 7, start + 8 * DAY); }).code).toBe('CACHE_LEASE_EXPIRED');
    noteLocalTime(cache, start + 8 * DAY);
    expect(refusal(() => { checkLease(cache, 7, start + DAY); }).code).toBe('CACHE_LEASE_EXPIRED');
    noteContact(cache, start + 9 * DAY, new Date(start + 9 * DAY).toISOString());
    expect(refusal(() => { checkLease(cache, 7, start + 9 * DAY); }).code).toBe('none');
    close();
  });

  it('takes the server’s clock for its own and never goes behind what the server said', () => {
    const { cache, close } = openTestCache();
    expect(noteContact(cache, start, '2026-11-20T07:00:00.000Z')).toBe(true);
    expect(noteContact(cache, start + 500, '2026-11-20T07:00:00.500Z')).toBe(false);
    expect(estimatedServerTime(cache, start + 1000)).toBe('2026-11-20T07:00:01.000Z');
    expect(estimatedServerTime(cache, start - 400 * DAY)).toBe('2026-11-20T07:00:00.500Z');
    close();
  });
});
