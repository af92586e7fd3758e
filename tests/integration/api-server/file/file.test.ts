import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import { createFileStore } from '#api/modules/file/store.ts';
import { createUploads } from '#api/modules/file/upload.ts';
import { MAX_FILE_BYTES, PART_BYTES } from '#shared/contract/http/streams.ts';
import { startTestServer, TEST_PASSWORD, type TestServer, type TestSession } from '#tests/helpers/server.ts';
import { command, push, register } from '../sync/replica.ts';

let server: TestServer;
let officer: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  await seed(server.db, { password: TEST_PASSWORD, cases: 0, seedNumber: 1 });
  officer = await server.signIn('wz01');
});
afterAll(() => server.close());

interface Sample {
  readonly bytes: Buffer;
  readonly sha256: string;
}

function sample(length: number): Sample {
  const bytes = randomBytes(length);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

interface Answer {
  readonly status: number;
  readonly body: { readonly complete?: boolean; readonly received?: number; readonly error?: { readonly code: string; readonly details?: { readonly received?: number } } };
}

async function sendPart(file: Sample, offset: number, part: Buffer, total = file.bytes.length): Promise<Answer> {
  const response = await fetch(`${server.url}/api/files/${file.sha256}/parts?offset=${String(offset)}&bytes=${String(total)}`, {
    method: 'POST', headers: { authorization: `Bearer ${officer.token}`, 'content-type': 'application/octet-stream' }, body: new Uint8Array(part),
  });
  return { status: response.status, body: await response.json() as Answer['body'] };
}

/** Sends what the server does not have yet, as a desktop does. */
async function upload(file: Sample): Promise<void> {
  for (;;) {
    const status = await officer.call('fileStatus', { sha256: file.sha256 });
    if (!status.ok) throw new Error(status.error.code);
    if (status.value.complete) return;
    const from = status.value.received;
    await sendPart(file, from, file.bytes.subarray(from, from + PART_BYTES));
  }
}

/** A case of 吴中区, channel JC, whose evidence is the file. */
async function nameIn(file: Sample, district: '320506' | '320507' = '320506'): Promise<string> {
  const id = randomUUID();
  const session = district === '320506' ? officer : await server.signIn('xc01');
  const evidence = { id: randomUUID(), kind: 'audiovisual', title: '现场照片', proves: '现场状况', takenAt: '', takenPlace: '', takenBy: '', file: { sha256: file.sha256, bytes: file.bytes.length, mime: 'image/jpeg', name: '一.jpg' } } as const;
  const answers = await push(session, register(id, { district, violationId: null }), command(id, 'evidence.add', { evidence }));
  expect(answers.map((answer) => answer.status)).toEqual(['applied', 'applied']);
  return id;
}

function download(file: Sample, token: string, range?: string): Promise<Response> {
  return fetch(`${server.url}/api/files/${file.sha256}/content`, { headers: { authorization: `Bearer ${token}`, ...(range === undefined ? {} : { range }) } });
}

describe('an upload', () => {
  test('in parts arrives whole, under its hash, and comes back the same', async () => {
    const file = sample(2.5 * PART_BYTES);
    await upload(file);
    await nameIn(file);
    const response = await download(file, officer.token);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(file.bytes)).toBe(true);
    expect(readFileSync(join(server.filesDir, file.sha256.slice(0, 2), file.sha256)).equals(file.bytes)).toBe(true);
  });

  test('goes on where it was torn, and refuses a part at another place with the right one', async () => {
    const file = sample(5000);
    expect(await sendPart(file, 0, file.bytes.subarray(0, 2000))).toMatchObject({ status: 200, body: { complete: false, received: 2000 } });
    // The answer was lost: the desktop sends the same part again.
    expect(await sendPart(file, 0, file.bytes.subarray(0, 2000))).toMatchObject({ status: 409, body: { error: { code: 'CONFLICT', details: { received: 2000 } } } });
    expect(await sendPart(file, 3000, file.bytes.subarray(3000))).toMatchObject({ status: 409, body: { error: { details: { received: 2000 } } } });
    expect(await sendPart(file, 2000, file.bytes.subarray(2000))).toMatchObject({ status: 200, body: { complete: true, received: 5000 } });
    expect(await sendPart(file, 0, file.bytes)).toMatchObject({ status: 200, body: { complete: true } });
  });

  test('believes neither a part that the disk lost nor bytes that no answer acknowledged', async () => {
    const file = sample(6000);
    const part = join(server.filesDir, file.sha256.slice(0, 2), `${file.sha256}.part`);
    await sendPart(file, 0, file.bytes.subarray(0, 4000));
    truncateSync(part, 1000);
    expect(await officer.call('fileStatus', { sha256: file.sha256 })).toMatchObject({ ok: true, value: { received: 1000, complete: false } });
    await sendPart(file, 1000, file.bytes.subarray(1000, 3000));
    // A crash between writing and acknowledging leaves more on disk than the database knows.
    writeFileSync(part, Buffer.concat([file.bytes.subarray(0, 3000), randomBytes(500)]));
    await upload(file);
    expect(readFileSync(part.replace('.part', '')).equals(file.bytes)).toBe(true);
  });

  test('whose last step a crash cut off is finished when asked about', async () => {
    const file = sample(3000);
    await sendPart(file, 0, file.bytes.subarray(0, 2000));
    writeFileSync(join(server.filesDir, file.sha256.slice(0, 2), `${file.sha256}.part`), file.bytes);
    await server.db.updateTable('file').set({ received: 3000 }).where('sha256', '=', file.sha256).execute();
    expect(await officer.call('fileStatus', { sha256: file.sha256 })).toMatchObject({ ok: true, value: { complete: true } });
  });

  test('that was damaged on the way is refused, forgotten, and can be sent anew', async () => {
    const file = sample(4000);
    const damaged = Buffer.from(file.bytes);
    damaged[1234] = (damaged[1234] ?? 0) ^ 1;
    await sendPart(file, 0, damaged.subarray(0, 2000));
    expect(await sendPart(file, 2000, damaged.subarray(2000))).toMatchObject({ status: 422, body: { error: { code: 'FILE_DAMAGED' } } });
    expect(await officer.call('fileStatus', { sha256: file.sha256 })).toMatchObject({ ok: true, value: { complete: false, received: 0, bytes: null } });
    expect(readdirSync(join(server.filesDir, file.sha256.slice(0, 2)))).toEqual([]);
    await upload(file);
    expect(await officer.call('fileStatus', { sha256: file.sha256 })).toMatchObject({ ok: true, value: { complete: true } });
  });

  test('of one file by four desktops at once ends in one whole file', async () => {
    const file = sample(3 * PART_BYTES + 17);
    await Promise.all([upload(file), upload(file), upload(file), upload(file)]);
    expect(readFileSync(join(server.filesDir, file.sha256.slice(0, 2), file.sha256)).equals(file.bytes)).toBe(true);
  });

  test('over the limits is refused', async () => {
    const file = sample(100);
    expect(await sendPart(file, 0, file.bytes, MAX_FILE_BYTES + 1)).toMatchObject({ status: 413, body: { error: { code: 'FILE_TOO_LARGE' } } });
    expect(await sendPart(file, 0, file.bytes, 99)).toMatchObject({ status: 400, body: { error: { code: 'INVALID_INPUT' } } });
    expect(await sendPart(file, 0, Buffer.alloc(PART_BYTES + 1), PART_BYTES * 2)).toMatchObject({ status: 413, body: { error: { code: 'FILE_TOO_LARGE' } } });
  });

  test('to a full disk says so and keeps what came before', async () => {
    const file = sample(3000);
    await sendPart(file, 0, Buffer.alloc(0));
    const part = join(server.filesDir, file.sha256.slice(0, 2), `${file.sha256}.part`);
    mkdirSync(join(server.filesDir, file.sha256.slice(0, 2)), { recursive: true });
    rmSync(part, { force: true });
    // Every write to this device fails with ENOSPC, as on a full disk.
    symlinkSync('/dev/full', part);
    expect(await sendPart(file, 0, file.bytes)).toMatchObject({ status: 507, body: { error: { code: 'DISK_FULL' } } });
    rmSync(part);
    await upload(file);
    expect(await officer.call('fileStatus', { sha256: file.sha256 })).toMatchObject({ ok: true, value: { complete: true } });
  });

  test('that was never finished is forgotten after a while', async () => {
    const file = sample(3000);
    await sendPart(file, 0, file.bytes.subarray(0, 1000));
    const uploads = createUploads(server.db, createFileStore(server.filesDir), () => new Date());
    expect(await uploads.forgetAbandoned(new Date(Date.now() + 1000))).toBeGreaterThan(0);
    expect(await uploads.status(file.sha256)).toEqual({ complete: false, received: 0, bytes: null });
  });
});

describe('a download', () => {
  test.each([
    ['bytes=100-', 100, 999],
    ['bytes=0-0', 0, 0],
    ['bytes=10-5000', 10, 999],
    ['bytes=-200', 800, 999],
  ])('answers the range %s', async (range, from, to) => {
    const file = sample(1000);
    await upload(file);
    await nameIn(file);
    const response = await download(file, officer.token, range);
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${String(from)}-${String(to)}/1000`);
    expect(Buffer.from(await response.arrayBuffer()).equals(file.bytes.subarray(from, to + 1))).toBe(true);
  });

  test('answers 416 beyond the end and the whole file for a range it does not understand', async () => {
    const file = sample(1000);
    await upload(file);
    await nameIn(file);
    expect((await download(file, officer.token, 'bytes=1000-')).status).toBe(416);
    expect((await download(file, officer.token, 'lines=1-2')).status).toBe(200);
  });

  test('is for those who see a case that names the file', async () => {
    const file = sample(500);
    await upload(file);
    const codes = async (): Promise<Record<string, number>> => {
      const seen: Record<string, number> = {};
      for (const loginName of ['wz01', 'wzjc', 'wzfdc', 'xc01', 'jc01']) seen[loginName] = (await download(file, (await server.signIn(loginName)).token)).status;
      return seen;
    };
    expect(await codes()).toEqual({ wz01: 404, wzjc: 404, wzfdc: 404, xc01: 404, jc01: 404 });
    await nameIn(file);
    expect(await codes()).toEqual({ wz01: 200, wzjc: 200, wzfdc: 404, xc01: 404, jc01: 200 });
    await nameIn(file, '320507');
    expect(await codes()).toEqual({ wz01: 200, wzjc: 200, wzfdc: 404, xc01: 200, jc01: 200 });
  });

  test('of a name that is no hash is refused before anything is looked up', async () => {
    const response = await fetch(`${server.url}/api/files/${'../'.repeat(3)}etc%2Fpasswd/content`, { headers: { authorization: `Bearer ${officer.token}` } });
    expect([400, 404]).toContain(response.status);
    const dots = await fetch(`${server.url}/api/files/..%2F..%2Fetc%2Fpasswd/content`, { headers: { authorization: `Bearer ${officer.token}` } });
    expect(dots.status).toBe(400);
  });

  test('and an upload need a session', async () => {
    const file = sample(10);
    expect((await download(file, 'y'.repeat(43))).status).toBe(401);
    expect((await fetch(`${server.url}/api/files/${file.sha256}/parts?offset=0&bytes=10`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: 'x' })).status).toBe(401);
  });
});
