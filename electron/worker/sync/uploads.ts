import { AppFailure } from '#shared/contract/result.ts';
import type { SyncStore } from '#worker/db/store.ts';
import type { EventBus } from '#worker/events.ts';
import { knownError } from '#worker/failure.ts';
import { CHUNK_BYTES } from '#worker/files/sealed.ts';
import type { FileStore } from '#worker/files/store.ts';
import { errorFacts, logLine } from '#worker/log.ts';
import type { Server } from './server.ts';
import { createSingleFlight, type SingleFlight } from './single-flight.ts';

export interface UploadOptions {
  readonly store: SyncStore;
  readonly server: Pick<Server, 'call' | 'uploadPart'>;
  readonly files: FileStore;
  readonly bus: EventBus;
  readonly touched: () => void;
  /** The local copy is gone or damaged. */
  readonly missing: (sha256: string) => void;
  readonly stopped: () => boolean;
}

type Waiting = ReturnType<SyncStore['filesToUpload']>[number];

/** Evidence goes up beside the commands, not before them, so that a large video never holds back an approval. */
export function createUploads(options: UploadOptions): SingleFlight<void> {
  return createSingleFlight(() => uploadAll(options));
}

async function uploadAll(options: UploadOptions): Promise<void> {
  for (const file of options.store.filesToUpload()) {
    if (options.stopped()) return;
    try {
      await uploadFile(options, file);
      options.store.markUploaded(file.sha256);
    } catch (error) {
      if (options.stopped() || !continues(options, file, error)) return;
    }
    options.touched();
  }
}

/** Whether the next file may be tried: yes where only this one is at fault. */
function continues(options: UploadOptions, file: Waiting, error: unknown): boolean {
  const code = knownError(error)?.code;
  if (code === 'FILE_NOT_LOCAL' || code === 'FILE_DAMAGED') {
    options.missing(file.sha256);
    return true;
  }
  if (code === undefined) logLine('upload failed', errorFacts(error));
  return code === 'FILE_TOO_LARGE';
}

async function uploadFile(options: UploadOptions, file: Waiting): Promise<void> {
  const status = await options.server.call('fileStatus', { sha256: file.sha256 });
  if (!status.ok) throw new AppFailure(status.error);
  let { complete, received } = status.value;
  while (!complete && !options.stopped()) {
    ({ complete, received } = await uploadNext(options, file, received));
    progress(options.bus, file, received);
  }
}

/** Parts begin at multiples of the stored chunk; where the server stands in between, the rest of the chunk is sent first. */
async function uploadNext(options: UploadOptions, file: Waiting, offset: number): Promise<{ complete: boolean; received: number }> {
  const index = Math.floor(offset / CHUNK_BYTES);
  const chunk = await options.files.readPart(file.sha256, file.bytes, index);
  try {
    return await options.server.uploadPart(file.sha256, offset, file.bytes, chunk.subarray(offset - index * CHUNK_BYTES));
  } catch (error) {
    // Another try of ours got further than its answer: go on where the server stands.
    const stands = error instanceof AppFailure && error.error.code === 'CONFLICT' ? error.error.details?.['received'] : undefined;
    if (typeof stands !== 'number' || stands === offset) throw error;
    return { complete: false, received: stands };
  }
}

function progress(bus: EventBus, file: Waiting, received: number): void {
  if (file.bytes <= CHUNK_BYTES) return;
  const state = received >= file.bytes ? 'done' : 'running';
  bus.emit('task.progress', { taskId: `upload-${file.sha256.slice(0, 16)}`, label: '上传证据文件', done: received, total: file.bytes, state, error: null });
}
