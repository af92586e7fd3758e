import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseTotal, openCabledOffice, type CabledOffice } from '#tests/helpers/cabled-office.ts';
import { OFFICE_PASSWORD, registration } from '#tests/helpers/office.ts';
import { eventually, startDesk, type Desk } from '#tests/helpers/worker.ts';

const CASES = 400;
let office: CabledOffice;

beforeAll(async () => { office = await openCabledOffice(CASES); });
afterAll(() => office.close());

/** Whether signing in offline or reading every case reports the damage, and nothing reports anything else. */
async function damageSeen(desk: Desk): Promise<boolean> {
  const opened = await desk.worker.call('session.signIn', { loginName: 'jc01', password: OFFICE_PASSWORD });
  if (!opened.ok) return opened.error.code === 'CACHE_DAMAGED';
  const codes = new Set<string>();
  for (let offset = 0; offset < CASES; offset += 200) {
    const listed = await desk.worker.call('case.list', { filter: {}, sort: 'registered', offset, limit: 200 });
    if (!listed.ok) codes.add(listed.error.code);
    for (const item of listed.ok ? listed.value.items : []) {
      const read = await desk.worker.call('case.get', { caseId: item.id });
      if (!read.ok) codes.add(read.error.code);
    }
  }
  return [...codes].join() === 'CACHE_DAMAGED';
}

describe('a damaged cache', () => {
  it('is found, set aside and filled again, with the unsent work saved', async () => {
    const profileDir = mkdtempSync(join(tmpdir(), 'desk-'));
    const desk = startDesk(office.cable.url, { profileDir, intervalMs: 3_600_000 });
    await desk.must('session.signIn', { loginName: 'jc01', password: OFFICE_PASSWORD });
    await desk.settled();
    office.cable.set({ refuse: true });
    await desk.must('sync.now', {});
    await desk.submit('case.register', 'case-salvaged-1', registration());
    await desk.close();
    const [folder = ''] = readdirSync(join(profileDir, 'profiles'));
    const path = join(profileDir, 'profiles', folder, 'cache.db');
    // The bodies of the cases fill most of the file.
    const bytes = readFileSync(path);
    for (let at = Math.floor(bytes.length / 2); at < bytes.length - 400_000; at += 16_384) bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);

    const again = startDesk(office.cable.url, { profileDir, intervalMs: 3_600_000 });
    expect(await damageSeen(again)).toBe(true);
    await again.must('session.signOut', {});
    expect((await again.refused('session.signIn', { loginName: 'jc01', password: OFFICE_PASSWORD })).code).toBe('CACHE_DAMAGED');

    office.cable.set({});
    await again.must('session.signIn', { loginName: 'jc01', password: OFFICE_PASSWORD });
    await again.settled();
    expect((await again.must('case.get', { caseId: 'case-salvaged-1' })).rev).toBe(1);
    expect(await caseTotal(again)).toBeGreaterThan(CASES);
    expect(readdirSync(join(profileDir, 'profiles', folder)).some((name) => name.includes('.bad-'))).toBe(true);
    await again.close();
    rmSync(profileDir, { recursive: true, force: true });
  });
});

/** A disk of 6 MiB for the time of `work`; `null` where none can be mounted. */
function withSmallDisk<T>(work: (folder: string) => T | Promise<T>): Promise<T> | null {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder]).status === 0;
  const away = (): void => {
    if (mounted) spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  if (!mounted) {
    away();
    return null;
  }
  return Promise.resolve().then(() => work(folder)).finally(away);
}

describe('a full disk', () => {
  const possible = withSmallDisk(() => undefined) !== null;
  if (!possible) console.log('No tmpfs can be mounted here: the test of a full disk is left out.');

  it.runIf(possible)('is said, loses nothing, and work goes on once there is room', async () => {
    await withSmallDisk(fillsUp);
  });

  async function fillsUp(mounted: string): Promise<void> {
    office.cable.set({});
    const desk = startDesk(office.cable.url, { profileDir: mounted, intervalMs: 3_600_000 });
    await desk.must('session.signIn', { loginName: 'wzjc', password: OFFICE_PASSWORD });
    await desk.settled();
    office.cable.set({ refuse: true });
    await desk.must('sync.now', {});
    const kept: string[] = [];
    let code = '';
    for (let n = 0; n < 4000 && code === ''; n += 1) {
      const caseId = `case-full-${String(n).padStart(4, '0')}`;
      const payload = { ...registration(), district: '320506' as const };
      const result = await desk.worker.call('command.submit', { kind: 'case.register', entityId: caseId, payload: { ...payload, clue: { ...payload.clue, description: '长'.repeat(3900) } } });
      if (result.ok) kept.push(caseId);
      else code = result.error.code;
    }
    expect(code).toBe('DISK_FULL');
    expect(kept.length).toBeGreaterThan(0);
    for (const caseId of kept) expect((await desk.must('case.get', { caseId })).id).toBe(caseId);
    spawnSync('mount', ['-o', 'remount,size=40m', mounted]);
    await desk.submit('case.register', 'case-full-after', { ...registration(), district: '320506' });
    office.cable.set({});
    await desk.settled();
    expect((await office.serverCases('case-full')).length).toBe(kept.length + 1);
    await desk.close();
  }
});

describe('a clock that runs on', () => {
  it('ends the lease: the cache stays locked offline and opens again online', async () => {
    office.cable.set({});
    const profileDir = mkdtempSync(join(tmpdir(), 'desk-'));
    const desk = startDesk(office.cable.url, { profileDir });
    await desk.must('session.signIn', { loginName: 'jc03', password: OFFICE_PASSWORD });
    await desk.settled();
    const { leaseUntil } = await desk.must('session.state', {});
    await desk.close();
    office.cable.set({ refuse: true });
    const later = startDesk(office.cable.url, { profileDir, clock: () => Date.parse(leaseUntil ?? '') + 60_000 });
    expect((await later.refused('session.signIn', { loginName: 'jc03', password: OFFICE_PASSWORD })).code).toBe('CACHE_LEASE_EXPIRED');
    office.cable.set({});
    await eventually(async () => (await later.worker.call('session.signIn', { loginName: 'jc03', password: OFFICE_PASSWORD })).ok);
    await later.close();
    rmSync(profileDir, { recursive: true, force: true });
  });
});
