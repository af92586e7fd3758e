import type { Kysely } from 'kysely';
import { MAX_FILE_BYTES } from '#shared/contract/http/streams.ts';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import type { Database } from '../../db/schema.ts';
import { abandonedFiles, forgetFile, readFileRow, setReceived, startFile } from './repository.ts';
import type { FileStore } from './store.ts';

export interface FileStatus {
  readonly complete: boolean;
  readonly received: number;
  readonly bytes: number | null;
}

export interface Part {
  readonly sha256: string;
  readonly offset: number;
  /** Of the whole file. */
  readonly total: number;
  readonly bytes: Uint8Array;
}

export interface Uploads {
  status(sha256: string): Promise<FileStatus>;
  /**
   * Refuses FILE_TOO_LARGE, INVALID_INPUT, CONFLICT (not at the server's offset; details.received), FILE_DAMAGED (the hash of
   * the whole does not fit: the parts are forgotten) and DISK_FULL (what arrived before stays).
   */
  receive(part: Part): Promise<Result<FileStatus>>;
  /** Forgets uploads begun before an instant and never finished. */
  forgetAbandoned(before: Date): Promise<number>;
}

/** One queue a process: several of `createUploads` may work on the same folder. */
const inTurn = createQueue();

export function createUploads(db: Kysely<Database>, store: FileStore, clock: () => Date): Uploads {
  return {
    status: (sha256) => inTurn(sha256, () => statusOf(db, store, sha256)),
    receive: (part) => inTurn(part.sha256, () => receive(db, store, clock, part)),
    forgetAbandoned: async (before) => {
      const found = await abandonedFiles(db, before);
      for (const sha256 of found) {
        await inTurn(sha256, async () => {
          await store.removePart(sha256);
          await forgetFile(db, sha256);
        });
      }
      return found.length;
    },
  };
}

/** What the disk and the database agree on; finishes a file whose last step a crash interrupted. */
async function statusOf(db: Kysely<Database>, store: FileStore, sha256: string): Promise<FileStatus> {
  const row = await readFileRow(db, sha256);
  if (row === null) return { complete: false, received: 0, bytes: null };
  if (row.complete) return row;
  if (row.received === row.bytes && await store.complete(sha256)) {
    await setReceived(db, sha256, row.bytes, true);
    return { ...row, complete: true };
  }
  return { ...row, received: Math.min(row.received, await store.partSize(sha256)) };
}

async function receive(db: Kysely<Database>, store: FileStore, clock: () => Date, part: Part): Promise<Result<FileStatus>> {
  if (part.total > MAX_FILE_BYTES) return fail({ code: 'FILE_TOO_LARGE', message: `文件超过${String(MAX_FILE_BYTES / 1024 / 1024)}MB的上限，请压缩或分成几个文件后再上传。` });
  if (part.offset + part.bytes.length > part.total) return fail({ code: 'INVALID_INPUT', message: '分段超出文件长度，请重新上传该文件。' });
  const status = await statusOf(db, store, part.sha256);
  if (status.complete) return ok(status);
  if (status.bytes !== part.total) await startFile(db, part.sha256, part.total, clock());
  const received = status.bytes === part.total ? status.received : 0;
  if (part.offset !== received) {
    return fail({ code: 'CONFLICT', message: `服务器已收到${String(received)}字节，请从该处续传。`, details: { received } });
  }
  return await keep(db, store, part);
}

async function keep(db: Kysely<Database>, store: FileStore, { sha256, offset, total, bytes }: Part): Promise<Result<FileStatus>> {
  const received = offset + bytes.length;
  try {
    await store.writePart(sha256, offset, bytes);
    await setReceived(db, sha256, received, false);
    if (received < total) return ok({ complete: false, received, bytes: total });
    if (!await store.complete(sha256)) {
      await forgetFile(db, sha256);
      return fail({ code: 'FILE_DAMAGED', message: '文件在传输中损坏（校验值不符），服务器已丢弃，请重新上传该文件。', details: { received: 0 } });
    }
  } catch (error) {
    if (isDiskFull(error)) return fail({ code: 'DISK_FULL', message: '服务器磁盘空间不足，文件暂不能上传，已收到的部分保留。请联系系统管理员清理后再续传。' });
    throw error;
  }
  await setReceived(db, sha256, total, true);
  return ok({ complete: true, received: total, bytes: total });
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

/** Runs the work on one key one after another, on different keys at once. */
function createQueue(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const mine = (tails.get(key) ?? Promise.resolve()).then(work, work);
    tails.set(key, mine);
    try {
      return await mine;
    } finally {
      if (tails.get(key) === mine) tails.delete(key);
    }
  };
}
