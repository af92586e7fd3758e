import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '#api/modules/auth/password.ts';
import { startFaultProxy, type FaultProxy } from '#tests/helpers/fault-proxy.ts';
import { evidence, officeClock, OFFICE_PASSWORD, openOffice, type Office } from '#tests/helpers/office.ts';
import { eventually, startDesk } from '#tests/helpers/worker.ts';

let office: Office;
let proxy: FaultProxy;

beforeAll(async () => {
  office = await openOffice();
  proxy = await startFaultProxy(office.server.url);
});
afterAll(async () => {
  await proxy.close();
  await office.close();
});

describe('evidence files', () => {
  it('go up and come down in parts over a network that breaks, and whole', async () => {
    proxy.set({});
    await office.assigned('case-files-1');
    const desk = startDesk(proxy.url, { intervalMs: 3_600_000, clock: officeClock });
    await desk.must('session.signIn', { loginName: 'jc01', password: OFFICE_PASSWORD });
    await desk.settled();
    const bytes = new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3_500_000)]));
    const imported = await desk.must('file.import', { name: '卷宗扫描件.pdf', bytes });
    proxy.set({ cutUpAfter: 1_300_000 });
    const { evidence: record } = evidence('evidence-files-1', '卷宗扫描件');
    await desk.submit('evidence.add', 'case-files-1', { evidence: { ...record, file: { sha256: imported.sha256, bytes: imported.bytes, mime: imported.mime, name: imported.name } } });
    for (let round = 0; round < 4; round += 1) {
      await desk.must('sync.now', {});
      await eventually(async () => (await desk.must('sync.state', {})).phase !== 'files');
    }
    expect(proxy.struck).toBeGreaterThan(0);
    proxy.set({});
    await desk.settled();
    await eventually(async () => (await desk.must('sync.state', {})).filesToUpload === 0);

    const other = startDesk(proxy.url, { intervalMs: 3_600_000, clock: officeClock });
    await other.must('session.signIn', { loginName: 'jc02', password: OFFICE_PASSWORD });
    await other.settled();
    proxy.set({ cutDownAfter: 2_400_000 });
    expect(await other.must('file.pinCase', { caseId: 'case-files-1' })).toEqual({ files: 1, missing: 1 });
    proxy.set({});
    await other.settled();
    expect(await other.must('file.pinCase', { caseId: 'case-files-1' })).toEqual({ files: 1, missing: 0 });
    proxy.set({ refuse: true });
    await other.must('sync.now', {});
    const read = await other.must('file.read', { sha256: imported.sha256 });
    expect(read.mime).toBe('application/pdf');
    expect(Buffer.from(read.bytes).equals(Buffer.from(bytes))).toBe(true);
    expect((await other.refused('file.read', { sha256: '0'.repeat(64) })).code).toBe('FILE_NOT_LOCAL');
    proxy.set({});
    await Promise.all([desk.close(), other.close()]);
  });
});

describe('what keeps a desktop out', () => {
  it('a program too old may be used offline but does not sync', async () => {
    proxy.set({});
    const desk = startDesk(proxy.url, { appVersion: '0.0.9', clock: officeClock, intervalMs: 3_600_000 });
    await desk.must('session.signIn', { loginName: 'jc03', password: OFFICE_PASSWORD });
    expect(await desk.must('sync.now', {})).toMatchObject({ phase: 'failed', error: { code: 'CLIENT_TOO_OLD' } });
    expect((await desk.must('session.state', {})).status).toBe('signed-in');
    await desk.close();
  });

  it('a password changed at the server does not open the old cache, and nothing of it is touched', async () => {
    const profileDir = mkdtempSync(join(tmpdir(), 'desk-'));
    const desk = startDesk(proxy.url, { profileDir, clock: officeClock, intervalMs: 3_600_000 });
    await desk.must('session.signIn', { loginName: 'jc04', password: OFFICE_PASSWORD });
    await desk.settled();
    await desk.close();
    const [folder = ''] = readdirSync(join(profileDir, 'profiles'));
    const read = () => readFileSync(join(profileDir, 'profiles', folder, 'cache.db'));
    const before = read();
    await office.server.db.updateTable('account').set({ password_hash: await hashPassword('another-2026-Pass') }).where('officer_id', '=', office.officerId('jc04')).execute();
    const again = startDesk(proxy.url, { profileDir, clock: officeClock, intervalMs: 3_600_000 });
    const error = await again.refused('session.signIn', { loginName: 'jc04', password: 'another-2026-Pass' });
    expect(error.code).toBe('CACHE_LOCKED');
    expect(error.message).toContain('旧密码');
    expect(read().equals(before)).toBe(true);
    proxy.set({ refuse: true });
    expect(await again.must('session.signIn', { loginName: 'jc04', password: OFFICE_PASSWORD })).toMatchObject({ mode: 'offline' });
    await again.close();
    rmSync(profileDir, { recursive: true, force: true });
    proxy.set({});
  });
});
