import { shallowRef } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import { useReference } from '#renderer/composables/reference.ts';
import { useSession } from '#renderer/composables/session.ts';
import { useSyncState } from '#renderer/composables/sync-state.ts';
import { useTasks } from '#renderer/composables/tasks.ts';
import type { AppError } from '#shared/contract/result.ts';

/** Why the window could not reach its worker; shown instead of every page. */
export const bootError = shallowRef<AppError | null>(null);
let booting: Promise<boolean> | null = null;

/** Connects the mirrors to the worker, once. Answers whether the pages may be shown. */
export function boot(): Promise<boolean> {
  booting ??= connect();
  return booting;
}

const SIGNED_IN = 'signed-in';

/** Noted in the window alone, so that a page loaded again knows whether to wait for the worker. */
export function rememberSignedIn(signedIn: boolean): void {
  if (signedIn) sessionStorage.setItem(SIGNED_IN, '1');
  else sessionStorage.removeItem(SIGNED_IN);
}

/** Whether somebody may be signed in. In a new window nobody is: it can show the sign-in page before the worker answers. */
export function maybeSignedIn(): boolean {
  return sessionStorage.getItem(SIGNED_IN) !== null;
}

export function bootAgain(): Promise<boolean> {
  booting = null;
  return boot();
}

async function connect(): Promise<boolean> {
  try {
    useTasks();
    useReference();
    const sync = useSyncState();
    const session = useSession();
    await session.start();
    if (session.signedIn) await sync.reload();
    bootError.value = null;
    return true;
  } catch (cause) {
    bootError.value = errorFrom(cause);
    return false;
  }
}
