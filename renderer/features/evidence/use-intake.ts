import { computed, ref, shallowRef } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import { newId } from '#renderer/bridge/id.ts';
import { call } from '#renderer/bridge/ipc.ts';
import type { AppError } from '#shared/contract/result.ts';
import { startIncoming, type IncomingEvidence, type TakingContext } from './incoming.ts';

export interface IntakeFailure {
  readonly name: string;
  readonly error: AppError;
}

/** Files on their way in: read, checked and stored one after another, then described by a person. */
export function useIntake(context: () => TakingContext) {
  const items = shallowRef<readonly IncomingEvidence[]>([]);
  const failures = shallowRef<readonly IntakeFailure[]>([]);
  const done = ref(0);
  const total = ref(0);
  const busy = computed(() => done.value < total.value);
  let queue: Promise<void> = Promise.resolve();

  function take(files: readonly File[]): void {
    if (!busy.value) { done.value = 0; total.value = 0; }
    total.value += files.length;
    for (const file of files) queue = queue.then(() => store(file));
  }

  async function store(file: File): Promise<void> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const imported = await call('file.import', { name: file.name || '粘贴的图片.png', bytes });
      add(startIncoming(newId(), imported, context()));
    } catch (cause) {
      failures.value = [...failures.value, { name: file.name, error: errorFrom(cause) }];
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
    items.value = items.value.map((item) => (item.id === id ? { ...item, ...part } : item));
  }
  function drop(id: string): void {
    items.value = items.value.filter((item) => item.id !== id);
  }
  function forgetFailures(): void {
    failures.value = [];
  }

  return { items, failures, done, total, busy, take, addWithoutFile, change, drop, forgetFailures };
}

/** Files of a drop or a paste; pasted pictures come without a file name. */
export function filesOf(transfer: DataTransfer | null): readonly File[] {
  return transfer === null ? [] : [...transfer.files];
}
