import { computed, ref, shallowRef } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import { newId } from '#renderer/bridge/id.ts';
import { call } from '#renderer/bridge/ipc.ts';
import { MAX_FILE_BYTES } from '#shared/contract/http/streams.ts';
import { type AppError, AppFailure } from '#shared/contract/result.ts';
import type { ScannedFile } from '#shared/contract/views.ts';
import { changeIncoming, startIncoming, type IncomingEvidence, type TakingContext } from './incoming.ts';
import { readFileOnce } from './readable.ts';

export interface IntakeFailure {
  readonly name: string;
  readonly error: AppError;
}

/** A file on its way in, from wherever it comes. */
export interface Source {
  readonly name: string;
  readonly bytes: number;
  readonly read: () => Promise<Uint8Array>;
  readonly scanKey: string | null;
}

/** Files on their way in: read, checked and stored one after another, then described by a person. */
export function useIntake(context: () => TakingContext, settled: (scanKey: string) => void) {
  const items = shallowRef<readonly IncomingEvidence[]>([]);
  const failures = shallowRef<readonly IntakeFailure[]>([]);
  const done = ref(0);
  const total = ref(0);
  const busy = computed(() => done.value < total.value);
  let queue: Promise<void> = Promise.resolve();

  function enqueue(sources: readonly Source[]): void {
    if (!busy.value) { done.value = 0; total.value = 0; }
    total.value += sources.length;
    for (const source of sources) queue = queue.then(() => store(source));
  }

  function take(files: readonly File[]): void {
    enqueue(files.map((file) => ({ name: file.name, bytes: file.size, read: async () => new Uint8Array(await file.arrayBuffer()), scanKey: null })));
  }

  /** Files of the scanner's folder: copied, and offered no longer once they are registered or set aside. */
  function takeScanned(files: readonly ScannedFile[]): void {
    enqueue(files.map((file) => ({ name: file.name, bytes: file.bytes, read: async () => (await call('scan.read', { key: file.key })).bytes, scanKey: file.key })));
  }

  async function store(source: Source): Promise<void> {
    try {
      add(await storeFile(source, newId(), context()));
    } catch (cause) {
      failures.value = [...failures.value, { name: source.name, error: errorFrom(cause) }];
      if (source.scanKey !== null) settled(source.scanKey);
    } finally {
      done.value += 1;
    }
  }

  function add(item: IncomingEvidence): void {
    items.value = [...items.value, item];
  }
  function addWithoutFile(): void {
    add(startIncoming(newId(), null, context()));
  }
  function change(id: string, part: Partial<IncomingEvidence>): void {
    items.value = items.value.map((item) => (item.id === id ? changeIncoming(item, part) : item));
  }
  function drop(id: string): void {
    const scanKey = items.value.find((item) => item.id === id)?.scanKey ?? null;
    items.value = items.value.filter((item) => item.id !== id);
    if (scanKey !== null) settled(scanKey);
  }
  function forgetFailures(): void {
    failures.value = [];
  }

  return { items, failures, done, total, busy, take, takeScanned, addWithoutFile, change, drop, forgetFailures };
}

/** Stores one file and reads what it tells of itself; throws `AppFailure` for one that is too large, damaged or of no use. */
export async function storeFile(source: Source, id: string, context: TakingContext): Promise<IncomingEvidence> {
  checkSize(source);
  const bytes = await source.read();
  const imported = await call('file.import', { name: source.name, bytes });
  const { flaw, particulars } = await readFileOnce(imported.mime, bytes);
  if (flaw !== null) throw new AppFailure({ ...flaw, message: `「${source.name}」${flaw.message}` });
  return { ...startIncoming(id, imported, context, particulars), scanKey: source.scanKey };
}

/** Told before the file is read: half a gigabyte need not pass through memory to be refused. */
function checkSize({ name, bytes }: Source): void {
  if (bytes === 0) throw new AppFailure({ code: 'FILE_DAMAGED', message: `「${name}」是空文件（0 字节），没有登记。可能没有复制完整，请重新复制。` });
  if (bytes > MAX_FILE_BYTES) throw new AppFailure({ code: 'FILE_TOO_LARGE', message: `「${name}」超过 ${String(MAX_FILE_BYTES / 1024 / 1024)} MB 的上限。请压缩或者分段后再添加。` });
}

/** The name Chromium gives every picture of the clipboard; it says nothing to a reader of the volume. */
const PASTED = /^image(\.\w+)$/u;

/** Pasted files; a picture copied elsewhere has no name of its own. */
export function pastedFiles(transfer: DataTransfer | null): readonly File[] {
  return filesOf(transfer).map((file) => (PASTED.test(file.name) ? new File([file], file.name.replace(PASTED, '粘贴的图片$1'), { type: file.type }) : file));
}

/** Files of a drop or a paste. */
export function filesOf(transfer: DataTransfer | null): readonly File[] {
  return transfer === null ? [] : [...transfer.files];
}
