import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure, systemCode } from '#worker/failure.ts';
import { syncFolder } from './atomic.ts';
import { CHUNK_BYTES, chunkCount, createSealer, HEADER_BYTES, SEALED_CHUNK_BYTES, sealerOf, storedName } from './sealed.ts';

/** Evidence files and PDFs on this machine: addressed by content, encrypted, written whole or not at all. */
export interface FileStore {
  has(sha256: string): Promise<boolean>;
  /** Stores bytes whose hash the caller has computed. */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  read(sha256: string, bytes: number): Promise<Uint8Array>;
  /** One part of the plain content; `index` counts parts of 1 MiB. */
  readPart(sha256: string, bytes: number, index: number): Promise<Buffer>;
  /**
   * Stores what `source(offset)` gives, resuming where an earlier try broke off. Checks length and hash at the end:
   * FILE_DAMAGED and nothing kept when they do not fit.
   */
  receive(sha256: string, bytes: number, source: (offset: number) => Promise<AsyncIterable<Buffer>>): Promise<void>;
  remove(sha256: string): Promise<void>;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function createFileStore(folder: string, cacheKey: Buffer): FileStore {
  function pathOf(sha256: string): string {
    const name = storedName(cacheKey, sha256);
    return join(folder, name.slice(0, 2), name);
  }

  async function has(sha256: string): Promise<boolean> {
    return stat(pathOf(sha256)).then(() => true, () => false);
  }

  async function putOnce(...[sha256, bytes]: Parameters<FileStore['put']>): Promise<void> {
    if (await has(sha256)) return;
    const path = pathOf(sha256);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.tmp`;
    await withFile(temporary, 'w', (file) => writeSealed(file, cacheKey, bytes));
    await rename(temporary, path);
    syncFolder(dirname(path));
  }

  async function readPart(sha256: string, bytes: number, index: number): Promise<Buffer> {
    return withFile(pathOf(sha256), 'r', (file) => readChunk(file, cacheKey, index, index === chunkCount(bytes) - 1));
  }

  async function read(sha256: string, bytes: number): Promise<Uint8Array> {
    const whole = new Uint8Array(bytes);
    await withFile(pathOf(sha256), 'r', async (file) => {
      for (let index = 0; index < chunkCount(bytes); index += 1) {
        whole.set(await readChunk(file, cacheKey, index, index === chunkCount(bytes) - 1), index * CHUNK_BYTES);
      }
    });
    return whole;
  }

  async function receiveOnce(...[sha256, bytes, source]: Parameters<FileStore['receive']>): Promise<void> {
    if (await has(sha256)) return;
    const path = pathOf(sha256);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const part = `${path}.part`;
    const flags = constants.O_RDWR | constants.O_CREAT;
    await withFile(part, flags, async (file) => {
      const done = await completeChunks(file, bytes);
      if (done < chunkCount(bytes)) await writeReceived(file, cacheKey, bytes, done, await source(done * CHUNK_BYTES));
      await file.sync();
    });
    await verify(part, sha256, bytes);
    await rename(part, path);
    syncFolder(dirname(path));
  }

  async function verify(part: string, sha256: string, bytes: number): Promise<void> {
    const hash = createHash('sha256');
    try {
      await withFile(part, 'r', async (file) => {
        for (let index = 0; index < chunkCount(bytes); index += 1) hash.update(await readChunk(file, cacheKey, index, index === chunkCount(bytes) - 1));
      });
      if (hash.digest('hex') !== sha256) throw failure('FILE_DAMAGED', '下载的文件校验不符，已丢弃，请重新下载。');
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  return { has, put: joined(putOnce), read, readPart, receive: joined(receiveOnce), remove: async (sha256) => rm(pathOf(sha256), { force: true }) };
}

/** Whoever asks for a file that is on its way waits for it: two writers would take each other's part away. */
function joined<Rest extends unknown[]>(write: (sha256: string, ...rest: Rest) => Promise<void>): (sha256: string, ...rest: Rest) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  return (sha256, ...rest) => {
    const one = running.get(sha256) ?? write(sha256, ...rest).finally(() => running.delete(sha256));
    running.set(sha256, one);
    return one;
  };
}

async function withFile<T>(path: string, flags: string | number, use: (file: FileHandle) => Promise<T>): Promise<T> {
  let file: FileHandle;
  try {
    file = await open(path, flags, 0o600);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw failure('FILE_NOT_LOCAL', '这个文件不在本机。联网后可自动下载；需要离线查看的案件请事先「离线携卷」。');
    throw error;
  }
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

async function writeSealed(file: FileHandle, cacheKey: Buffer, bytes: Uint8Array): Promise<void> {
  const sealer = createSealer(cacheKey);
  await file.write(sealer.header);
  const count = chunkCount(bytes.length);
  for (let index = 0; index < count; index += 1) {
    await file.write(sealer.seal(index, index === count - 1, bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)));
  }
  await file.sync();
}

async function readAt(file: FileHandle, length: number, position: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function readChunk(file: FileHandle, cacheKey: Buffer, index: number, last: boolean): Promise<Buffer> {
  const sealer = sealerOf(cacheKey, await readAt(file, HEADER_BYTES, 0));
  return sealer.open(index, last, await readAt(file, SEALED_CHUNK_BYTES, HEADER_BYTES + index * SEALED_CHUNK_BYTES));
}

/** Whole chunks an earlier try left behind; what follows the last whole one is cut off. */
async function completeChunks(file: FileHandle, bytes: number): Promise<number> {
  const { size } = await file.stat();
  if (size < HEADER_BYTES) {
    await file.truncate(0);
    return 0;
  }
  const whole = Math.min(Math.floor((size - HEADER_BYTES) / SEALED_CHUNK_BYTES), chunkCount(bytes) - 1);
  await file.truncate(HEADER_BYTES + whole * SEALED_CHUNK_BYTES);
  return whole;
}

async function writeReceived(file: FileHandle, cacheKey: Buffer, bytes: number, from: number, source: AsyncIterable<Buffer>): Promise<void> {
  const header = await readAt(file, HEADER_BYTES, 0);
  const sealer = header.length === HEADER_BYTES ? sealerOf(cacheKey, header) : createSealer(cacheKey);
  if (header.length === 0) await file.write(sealer.header, 0, HEADER_BYTES, 0);
  const last = chunkCount(bytes) - 1;
  let index = from;
  let waiting = Buffer.alloc(0);
  const write = async (plain: Buffer): Promise<void> => {
    await file.write(sealer.seal(index, index === last, plain), 0, undefined, HEADER_BYTES + index * SEALED_CHUNK_BYTES);
    index += 1;
  };
  for await (const piece of source) {
    waiting = Buffer.concat([waiting, piece]);
    while (waiting.length >= CHUNK_BYTES && index < last) {
      await write(waiting.subarray(0, CHUNK_BYTES));
      waiting = waiting.subarray(CHUNK_BYTES);
    }
  }
  if (index !== last || last * CHUNK_BYTES + waiting.length !== bytes) throw failure('SERVER_UNREACHABLE', '文件下载中断，联网后将从中断处继续。');
  await write(waiting);
}
