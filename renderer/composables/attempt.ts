import { ref, shallowRef } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import type { AppError } from '#shared/contract/result.ts';

/** What a button does, once at a time: whether it runs, and why it failed, to be shown beside it. */
export function useAttempt() {
  const busy = ref(false);
  const failure = shallowRef<AppError | null>(null);

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    failure.value = null;
    try {
      await work();
    } catch (cause) {
      failure.value = errorFrom(cause);
    } finally {
      busy.value = false;
    }
  }

  return { busy, failure, attempt };
}
