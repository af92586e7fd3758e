import { createHash } from 'node:crypto';
import { constants, createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Contents of files on disk, named by their SHA-256 (hex), which the callers have checked to be one. A file being received
 * has the ending `.part`; it gets its name only once its hash fits, by an atomic rename.
 */
export interface FileStore {
  /** Bytes of the part that are on disk. */
  partSize(sha256: string): Promise<number>;
  /** Writes at `offset`, cutting off what an interrupted write left beyond it; on disk when it returns. */
  writePart(sha256: string, offset: number, bytes: Uint8Array): Promise<void>;
  /** Makes the part the file if its hash fits, else deletes it. Answers whether the file is there. */
  complete(sha256: string): Promise<boolean>;
  removePart(sha256: string): Promise<void>;
  size(sha256: string): Promise<number | null>;
  /** `from` and `to` inclusive. */
  read(sha256: string, from: number, to: number): ReadStream;
}

export function createFileStore(filesDir: string): FileStore {
  const pathOf = (sha256: string): string => join(filesDir, sha256.slice(0, 2), sha256);
  const partOf = (sha256: string): string => `${pathOf(sha256)}.part`;
  return {
    partSize: async (sha256) => await sizeOf(partOf(sha256)) ?? 0,
    writePart: (sha256, offset, bytes) => writeAt(partOf(sha256), offset, bytes),
    complete: async (sha256) => {
      if (await sizeOf(pathOf(sha256)) !== null) return true;
      if (await sizeOf(partOf(sha256)) === null) return false;
      if (await hashOf(partOf(sha256)) !== sha256) {
        await rm(partOf(sha256), { force: true });
        return false;
      }
      await rename(partOf(sha256), pathOf(sha256));
      await syncFolder(dirname(pathOf(sha256)));
      return true;
    },
    removePart: (sha256) => rm(partOf(sha256), { force: true }),
    size: (sha256) => sizeOf(pathOf(sha256)),
    read: (sha256, from, to) => createReadStream(pathOf(sha256), { start: from, end: to }),
  };
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function writeAt(path: string, offset: number, bytes: Uint8Array): Promise<void> {
  const isNew = offset === 0;
  if (isNew) await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    if ((await file.stat()).size > offset) await file.truncate(offset);
    for (let written = 0; written < bytes.length;) {
      written += (await file.write(bytes, written, bytes.length - written, offset + written)).bytesWritten;
    }
    await file.datasync();
  } finally {
    await file.close();
  }
  if (isNew) await syncFolder(dirname(path));
}

/** A new name in a folder survives a power cut only once the folder is on disk. Windows has no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
