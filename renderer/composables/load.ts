import { shallowRef } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import type { AppError } from '#shared/contract/result.ts';

/**
 * One thing a page shows, with its loading and error state. The latest `reload` wins; while one runs the old value stays,
 * so that nothing flickers when an event announces a change.
 */
export function useLoad<T>(fetch: () => Promise<T>) {
  const value = shallowRef<T | null>(null);
  const error = shallowRef<AppError | null>(null);
  const loading = shallowRef(false);
  let latest = 0;

  async function reload(): Promise<void> {
    const mine = ++latest;
    loading.value = true;
    try {
      const fetched = await fetch();
      if (mine !== latest) return;
      value.value = fetched;
      error.value = null;
    } catch (cause) {
      if (mine === latest) error.value = errorFrom(cause);
    } finally {
      if (mine === latest) loading.value = false;
    }
  }

  return { value, error, loading, reload };
}
