import type { IpcEvents, IpcInput, IpcName, IpcOutput } from '#shared/contract/ipc.ts';
import type { Result } from '#shared/contract/result.ts';

/** What the preload exposes. Calls answer values, never throw for a refusal. */
export interface Desk {
  call<N extends IpcName>(name: N, input: IpcInput<N>): Promise<Result<IpcOutput<N>>>;
  /** Answers the function that ends the subscription. */
  on<E extends keyof IpcEvents>(event: E, listener: (payload: IpcEvents[E]) => void): () => void;
}

declare global {
  interface Window {
    /** Set by the preload; the only door out of the window. */
    readonly desk: Desk;
  }
}
