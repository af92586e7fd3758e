import { computed, onScopeDispose, shallowRef } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import { call, tryCall } from '#renderer/bridge/ipc.ts';
import { notify } from '#renderer/ui/feedback.ts';
import type { ScanFolder, ScannedFile } from '#shared/contract/views.ts';

const LOOK_MS = 2000;
const NONE: ScanFolder = { folder: null, error: null, files: [] };

/** The scanner's folder as an open case sees it: looked at every two seconds while the window is in sight. */
export function useScan() {
  const state = shallowRef<ScanFolder>(NONE);
  const taken = shallowRef<ReadonlySet<string>>(new Set());
  const offered = computed(() => state.value.files.filter((file) => !taken.value.has(file.key)));

  async function look(): Promise<void> {
    const answer = await tryCall('scan.state', {});
    if (answer.ok) state.value = answer.value;
  }
  void look();
  const timer = setInterval(() => { if (state.value.folder !== null && document.visibilityState === 'visible') void look(); }, LOOK_MS);
  onScopeDispose(() => { clearInterval(timer); });

  async function run(ask: () => Promise<ScanFolder>): Promise<void> {
    try {
      state.value = await ask();
    } catch (cause) {
      notify.refused(errorFrom(cause));
    }
  }

  /** On the way in: not offered a second time while it is being described. */
  function hold(files: readonly ScannedFile[]): void {
    taken.value = new Set([...taken.value, ...files.map((file) => file.key)]);
  }

  return {
    state, offered, hold,
    choose: () => run(() => call('scan.choose', {})),
    forget: () => run(() => call('scan.forget', {})),
    settle: (keys: readonly string[]) => run(() => call('scan.settle', { keys: [...keys] })),
  };
}
