import type { IpcEvents } from '#shared/contract/ipc.ts';

export type EventName = keyof IpcEvents;
export type AnyEventListener = <E extends EventName>(event: E, payload: IpcEvents[E]) => void;

/** Carries events from the parts of the worker to every window. */
export interface EventBus {
  emit<E extends EventName>(event: E, payload: IpcEvents[E]): void;
  on<E extends EventName>(event: E, listener: (payload: IpcEvents[E]) => void): () => void;
  onAny(listener: AnyEventListener): () => void;
}

export function createEventBus(): EventBus {
  const listeners = new Set<AnyEventListener>();
  function onAny(listener: AnyEventListener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
  return {
    emit(event, payload) {
      for (const listener of listeners) listener(event, payload);
    },
    on(wanted, listener) {
      return onAny((event, payload) => {
        if ((event as EventName) === wanted) listener(payload as never);
      });
    },
    onAny,
  };
}
