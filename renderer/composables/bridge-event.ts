import { onScopeDispose } from 'vue';
import { on } from '#renderer/bridge/ipc.ts';
import type { IpcEvents } from '#shared/contract/ipc.ts';

/** Listens for as long as the component lives. */
export function useBridgeEvent<E extends keyof IpcEvents>(event: E, listener: (payload: IpcEvents[E]) => void): void {
  onScopeDispose(on(event, listener));
}
