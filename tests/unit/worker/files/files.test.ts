import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '#shared/contract/http/streams.ts';
import { acceptFile, fileKind } from '#worker/files/kind.ts';
import { CHUNK_BYTES } from '#worker/files/sealed.ts';
import { createFileStore, sha256Of, type FileStore } from '#worker/files/store.ts';

const key = randomBytes(32);
let folder: string;
let store: FileStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  store = createFileStore(folder, key);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function onlyFile(): string {
  const [name] = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  if (name === undefined) throw new Error('No file');
  return join(name.parentPath, name.name);
}

async function* pieces(bytes: Uint8Array, from: number, size: number, until = bytes.length): AsyncIterable<Buffer> {
  for (let at = from; at < until; at += size) yield Buffer.from(bytes.subarray(at, Math.min(at + size, until)));
  await Promise.resolve();
}

describe('stored files', () => {
  it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES + 17])('come back as they were: %i bytes', async (length) => {
    const bytes = new Uint8Array(randomBytes(length));
    const sha256 = sha256Of(bytes);
    await store.put(sha256, bytes);
    expect(Buffer.from(await store.read(sha256, length)).equals(Buffer.from(bytes))).toBe(true);
    expect(length > 16 && readFileSync(onlyFile()).includes(Buffer.from(bytes.subarray(0, 64)))).toBe(false);
    expect(onlyFile()).not.toContain(sha256);
  });

  it('may be stored twice at the same moment: export and the filing after issuing ask for the same PDF', async () => {
    const bytes = new Uint8Array(randomBytes(CHUNK_BYTES + 5));
    const sha256 = sha256Of(bytes);
    await Promise.all([store.put(sha256, bytes), store.put(sha256, bytes), store.put(sha256, bytes)]);
    expect(Buffer.from(await store.read(sha256, bytes.length)).equals(Buffer.from(bytes))).toBe(true);
    expect(readFileSync(onlyFile()).length).toBeGreaterThan(bytes.length);
  });

  it('detect a flipped bit and a cut end', async () => {
    const bytes = new Uint8Array(randomBytes(CHUNK_BYTES + 100));
    const sha256 = sha256Of(bytes);
    await store.put(sha256, bytes);
    const whole = readFileSync(onlyFile());
    const flipped = Buffer.from(whole);
    flipped[whole.length - 40] = (flipped[whole.length - 40] ?? 0) ^ 1;
    writeFileSync(onlyFile(), flipped);
    await expect(store.read(sha256, bytes.length)).rejects.toMatchObject({ error: { code: 'FILE_DAMAGED' } });
    writeFileSync(onlyFile(), whole.subarray(0, whole.length - 116));
    await expect(store.read(sha256, bytes.length)).rejects.toMatchObject({ error: { code: 'FILE_DAMAGED' } });
  });

  it('resume a torn download where whole chunks end, and check the hash', async () => {
    const bytes = new Uint8Array(randomBytes(4 * CHUNK_BYTES + 5));
    const sha256 = sha256Of(bytes);
    const offsets: number[] = [];
    const torn = store.receive(sha256, bytes.length, async (offset) => {
      offsets.push(offset);
      return Promise.resolve(pieces(bytes, offset, 70_000, 2.5 * CHUNK_BYTES));
    });
    await expect(torn).rejects.toMatchObject({ error: { code: 'SERVER_UNREACHABLE' } });
    await store.receive(sha256, bytes.length, async (offset) => {
      offsets.push(offset);
      return Promise.resolve(pieces(bytes, offset, 1_500_000));
    });
    expect(offsets).toEqual([0, 2 * CHUNK_BYTES]);
    expect(Buffer.from(await store.read(sha256, bytes.length)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('is fetched once for two who ask at once', async () => {
    const bytes = new Uint8Array(randomBytes(2 * CHUNK_BYTES + 5));
    const sha256 = sha256Of(bytes);
    let fetched = 0;
    const source = async (offset: number): Promise<AsyncIterable<Buffer>> => {
      fetched += 1;
      return Promise.resolve(pieces(bytes, offset, 70_000));
    };
    await Promise.all([store.receive(sha256, bytes.length, source), store.receive(sha256, bytes.length, source)]);
    expect(fetched).toBe(1);
    expect(Buffer.from(await store.read(sha256, bytes.length)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('refuse what is not what was asked for', async () => {
    const bytes = new Uint8Array(randomBytes(1000));
    const wrong = sha256Of(new Uint8Array(randomBytes(3)));
    await expect(store.receive(wrong, bytes.length, async (offset) => Promise.resolve(pieces(bytes, offset, 300)))).rejects.toMatchObject({ error: { code: 'FILE_DAMAGED' } });
    expect(await store.has(wrong)).toBe(false);
    await expect(store.read(wrong, 1000)).rejects.toMatchObject({ error: { code: 'FILE_NOT_LOCAL' } });
  });
});

describe('kinds of file', () => {
  const start = (...bytes: number[]) => Uint8Array.from([...bytes, ...Array<number>(20).fill(0)]);

  it('are told by content, not by name', () => {
    expect(fileKind(start(0xff, 0xd8, 0xff, 0xe1))).toBe('image/jpeg');
    expect(fileKind(start(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe('image/png');
    expect(fileKind(start(0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50))).toBe('image/webp');
    expect(fileKind(new TextEncoder().encode('%PDF-1.7\n'))).toBe('application/pdf');
    expect(() => acceptFile('照片.jpg', new TextEncoder().encode('<script>'))).toThrowError(expect.objectContaining({ error: expect.objectContaining({ code: 'FILE_TYPE_REFUSED' }) as unknown }) as Error);
  });

  it.each([
    ['录像.mp4', [0, 0, 0, 24, ...Buffer.from('ftypisom')], 'video/mp4'], ['录像.mov', [0, 0, 0, 20, ...Buffer.from('ftypqt  ')], 'video/mp4'], ['录音.m4a', [0, 0, 0, 24, ...Buffer.from('ftypM4A ')], 'audio/mp4'],
    ['执法记录.webm', [0x1a, 0x45, 0xdf, 0xa3], 'video/webm'], ['录音.mp3', [...Buffer.from('ID3')], 'audio/mpeg'], ['录音.mp3', [0xff, 0xfb], 'audio/mpeg'], ['录音.aac', [0xff, 0xf1], 'audio/aac'],
    ['录音.wav', [...Buffer.from('RIFF'), 1, 2, 3, 4, ...Buffer.from('WAVE')], 'audio/wav'], ['聊天记录.xlsx', [0x50, 0x4b, 0x03, 0x04], 'application/zip'], ['2026.11.20', [0xff, 0xd8, 0xff], 'image/jpeg'],
  ])('of recordings and archives are known: %s', (name, head, mime) => {
    expect(acceptFile(name, start(...head))).toBe(mime);
  });

  it.each([
    ['照片.jpg', new TextEncoder().encode('%PDF-1.7\n'), 'FILE_TYPE_REFUSED', '扩展名是 jpg，内容却是PDF 文档'],
    ['程序.exe', start(0xff, 0xd8, 0xff), 'FILE_TYPE_REFUSED', '内容却是JPG 图片'],
    ['照片.jpg', start(0x4d, 0x5a), 'FILE_TYPE_REFUSED', '可能已损坏或者被改过扩展名'],
    ['IMG_0001.HEIC', start(0, 0, 0, 24, ...Buffer.from('ftypheic')), 'FILE_TYPE_REFUSED', '兼容性最佳'],
    ['空.pdf', new Uint8Array(), 'FILE_DAMAGED', '0 字节'],
  ])('that are not what their name says are refused in words: %s', (name, bytes, code, words) => {
    expect(() => acceptFile(name, bytes)).toThrowError(expect.objectContaining({ error: expect.objectContaining({ code, message: expect.stringContaining(words) as unknown }) as unknown }) as Error);
  });

  it('and size are limited', () => {
    const huge = { length: MAX_FILE_BYTES + 1 } as Uint8Array;
    expect(() => acceptFile('大.pdf', huge)).toThrowError(expect.objectContaining({ error: expect.objectContaining({ code: 'FILE_TOO_LARGE' }) as unknown }) as Error);
  });
});
