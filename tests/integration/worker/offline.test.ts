import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFaultProxy, type FaultProxy } from '#tests/helpers/fault-proxy.ts';
import { evidence, officeClock, OFFICE_PASSWORD, openOffice, registration, type Office } from '#tests/helpers/office.ts';
import { eventually, startDesk, type Desk } from '#tests/helpers/worker.ts';

let office: Office;
let proxy: FaultProxy;
let desk: Desk;

beforeAll(async () => {
  office = await openOffice(120);
  proxy = await startFaultProxy(office.server.url);
  desk = await office.desk('jc01', { serverUrl: proxy.url });
});
afterAll(async () => {
  await proxy.close();
  await office.close();
});

const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 3000 }, (_, index) => index % 251)]);

async function numbersGiven(): Promise<number> {
  const counters = await office.server.db.selectFrom('number_counter').select('last').execute();
  return counters.reduce((sum, counter) => sum + counter.last, 0);
}

describe('working without network', () => {
  it('registers, attaches a file and drafts offline; everything arrives when the plug is back', async () => {
    proxy.set({ refuse: true });
    const offline = await desk.must('sync.now', {});
    expect(offline).toMatchObject({ online: false, error: null });
    expect(offline.offlineSince).not.toBeNull();

    await desk.submit('case.register', 'case-offline-1', registration('离线登记的线索'));
    const imported = await desk.must('file.import', { name: '现场照片.jpg', bytes: photo });
    const record = evidence('evidence-offline-1', '现场照片');
    const registered = await desk.must('case.get', { caseId: 'case-offline-1' });
    expect(registered).toMatchObject({ rev: 0, stage: 'CLUE' });
    const refusal = await desk.refused('command.submit', { kind: 'case.advance', entityId: 'case-offline-1', payload: { event: 'propose-filing', opinion: '', data: {} } });
    expect(refusal.code).toMatch(/STEP_NOT_ALLOWED|ROLE_NOT_ALLOWED/);
    const outbox = await desk.must('outbox.list', {});
    expect(outbox.map((item) => [item.command.kind, item.status])).toEqual([['case.register', 'pending']]);
    const listed = (await desk.must('case.search', { text: '离线登记', limit: 10 })).items;
    expect(listed).toMatchObject([{ id: 'case-offline-1', pending: true }]);

    proxy.set({});
    await desk.settled();
    await office.assigned('case-offline-2');
    await desk.settled();
    proxy.set({ refuse: true });
    await desk.submit('evidence.add', 'case-offline-2', { evidence: { ...record.evidence, file: { sha256: imported.sha256, bytes: imported.bytes, mime: imported.mime, name: imported.name } } });
    await desk.submit('document.create', 'case-offline-2', { documentId: 'xwbl-offline-1', code: 'XWBL', aboutDocumentId: null, values: {} });
    expect((await desk.must('document.preview', { documentId: 'xwbl-offline-1', values: {} })).pages.length).toBeGreaterThan(0);
    expect((await desk.must('sync.state', {})).pending).toBe(2);

    proxy.set({});
    await desk.settled();
    await eventually(async () => (await desk.must('sync.state', {})).filesToUpload === 0);
    expect(await desk.must('outbox.list', {})).toEqual([]);
    const other = await office.desk('jc02');
    const seen = await other.must('case.get', { caseId: 'case-offline-2' });
    expect(seen.evidence.map((each) => each.id)).toEqual(['evidence-offline-1']);
    expect(seen.documents.map((each) => each.id)).toEqual(['xwbl-offline-1']);
    expect(Buffer.from((await other.must('file.read', { sha256: imported.sha256 })).bytes).equals(Buffer.from(photo))).toBe(true);
  });

  it('refuses to issue a numbered document offline and says why', async () => {
    await office.noticeApproved('case-offline-3');
    await desk.settled();
    proxy.set({ refuse: true });
    await desk.must('sync.now', {});
    const error = await desk.refused('command.submit', { kind: 'document.issue', entityId: 'case-offline-3', payload: { documentId: 'gzs-case-offline-3' } });
    expect(error).toMatchObject({ code: 'OFFLINE' });
    expect(error.message).toContain('文号只能联网签发');
    expect(await desk.must('outbox.list', {})).toEqual([]);
    proxy.set({});
  });

  it('issues one number although the answer was lost on the way', async () => {
    await desk.settled();
    const before = await numbersGiven();
    proxy.set({ swallowReplyTo: 'document.issue' });
    const error = await desk.refused('command.submit', { kind: 'document.issue', entityId: 'case-offline-3', payload: { documentId: 'gzs-case-offline-3' } });
    expect(error.code).toBe('SERVER_UNREACHABLE');
    expect(proxy.struck).toBeGreaterThan(0);
    proxy.set({});
    await desk.settled();
    const document = await desk.must('document.get', { documentId: 'gzs-case-offline-3' });
    expect(document.docNo).not.toBeNull();
    expect(await numbersGiven()).toBe(before + 1);
    expect(await desk.must('outbox.list', {})).toEqual([]);
  });

  it('opens the cache with the password alone, shows it, and signs in by itself when the server is back', async () => {
    await desk.close();
    proxy.set({ refuse: true });
    const again = startDesk(proxy.url, { profileDir: desk.profileDir, clock: officeClock, intervalMs: 100 });
    const wrong = await again.refused('session.signIn', { loginName: 'jc01', password: 'not-the-password' });
    expect(wrong.code).toBe('WRONG_CREDENTIALS');
    const hurried = await again.refused('session.signIn', { loginName: 'jc01', password: OFFICE_PASSWORD });
    expect(hurried).toMatchObject({ code: 'SIGN_IN_DELAYED', details: { seconds: 1 } });
    const session = await eventually(async () => {
      const result = await again.worker.call('session.signIn', { loginName: 'jc01', password: OFFICE_PASSWORD });
      return result.ok ? result.value : null;
    });
    expect(session).toMatchObject({ status: 'signed-in', mode: 'offline', token: null, officer: { loginName: 'jc01' } });
    expect((await again.must('case.list', { filter: {}, sort: 'due', offset: 0, limit: 10 })).total).toBeGreaterThan(100);
    await again.submit('case.register', 'case-offline-9', registration('关机后离线登记'));
    const unknown = await again.refused('session.signIn', { loginName: 'jc03', password: OFFICE_PASSWORD });
    expect(unknown.code).toBe('OFFLINE');

    const third = startDesk(proxy.url, { profileDir: desk.profileDir, clock: officeClock, intervalMs: 100 });
    await third.must('session.signIn', { loginName: 'jc01', password: OFFICE_PASSWORD });
    proxy.set({});
    await eventually(async () => (await third.must('session.state', {})).mode === 'online');
    await third.settled();
    expect((await third.must('case.get', { caseId: 'case-offline-9' })).rev).toBe(1);
    await third.close();
    await again.close();
  });
});
