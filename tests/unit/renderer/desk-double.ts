import type { IpcEvents, IpcInput, IpcName, IpcOutput } from '#shared/contract/ipc.ts';
import type { Desk } from '#renderer/bridge/desk.ts';
import { type AppError, fail, ok } from '#shared/contract/result.ts';

type Handlers = { [N in IpcName]?: (input: IpcInput<N>) => IpcOutput<N> | Promise<IpcOutput<N>> };

/** Stands where the preload's door stands: answers from `handlers`, clones as the real one does, and lets a test announce events. */
export function openDesk(handlers: Handlers) {
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const calls: { readonly name: IpcName; readonly input: unknown }[] = [];
  const refusals = new Map<IpcName, AppError>();

  const desk: Desk = {
    async call(name, input) {
      const cloned = structuredClone(input);
      calls.push({ name, input: cloned });
      const refusal = refusals.get(name);
      if (refusal !== undefined) return fail(refusal);
      const handler = handlers[name];
      if (handler === undefined) return fail({ code: 'UNKNOWN_METHOD', message: name });
      return ok(await handler(cloned));
    },
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => { set.delete(listener); };
    },
  };
  Object.defineProperty(globalThis, 'window', { value: { desk }, configurable: true });
  return {
    calls,
    refuse: (name: IpcName, error: AppError) => { refusals.set(name, error); },
    announce<E extends keyof IpcEvents>(event: E, payload: IpcEvents[E]): void {
      for (const listener of listeners.get(event) ?? []) (listener as (payload: IpcEvents[E]) => void)(payload);
    },
  };
}
