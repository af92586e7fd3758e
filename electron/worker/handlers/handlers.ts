import type { IPC, IpcInput, IpcName, IpcOutput } from '#shared/contract/ipc.ts';
import type { Session } from '#worker/session/session.ts';
import type { Typesetter } from '#worker/typesetting/typesetter.ts';

/** Methods answered by the worker; derived from the contract, so that a missing handler does not compile. */
export type WorkerMethod = { readonly [N in IpcName]: (typeof IPC)[N]['host'] extends 'worker' ? N : never }[IpcName];

/** A handler answers the output itself; a refusal is thrown as an `AppFailure`. */
export type Handlers<N extends WorkerMethod = WorkerMethod> = { readonly [M in N]: (input: IpcInput<M>) => IpcOutput<M> | Promise<IpcOutput<M>> };

export interface HandlerDeps {
  readonly session: Session;
  readonly typesetter: () => Typesetter;
}
