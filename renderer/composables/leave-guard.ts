import { onScopeDispose } from 'vue';
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router';
import type { Autosave } from './autosave.ts';

/**
 * Nothing typed is lost by leaving: another page waits for the save; closing the window starts it and asks only if
 * something could not be saved in time.
 */
export function useLeaveGuard(forms: () => readonly Autosave[]): void {
  const flushAll = async (): Promise<void> => {
    await Promise.all(forms().map((form) => form.flush()));
  };
  onBeforeRouteLeave(flushAll);
  onBeforeRouteUpdate(flushAll);

  function beforeUnload(event: BeforeUnloadEvent): void {
    if (forms().every((form) => form.state.value === 'clean')) return;
    void flushAll();
    event.preventDefault();
  }
  window.addEventListener('beforeunload', beforeUnload);
  onScopeDispose(() => {
    window.removeEventListener('beforeunload', beforeUnload);
    forms().forEach((form) => { form.stop(); });
  });
}
