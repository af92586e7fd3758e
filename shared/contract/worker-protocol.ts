import type { IpcEvents, IpcName } from './ipc.ts';
import type { Result } from './result.ts';

/**
 * What travels between main process, worker and windows. Main sends `WorkerControl` over the process' own channel:
 * `init` once, first; `connect` with one MessagePort for each window. Over such a port go requests, answers and events.
 */
export type WorkerControl =
  | { readonly type: 'init'; readonly options: WorkerInit }
  | { readonly type: 'connect' }
  /** Close the database and end. */
  | { readonly type: 'close' };

export interface WorkerInit {
  readonly profileDir: string;
  readonly serverUrl: string;
  readonly fontDirs: readonly string[];
  readonly assetsDir: string;
  readonly nativeBinding?: string;
  readonly appVersion: string;
}

export interface WorkerRequest {
  readonly id: number;
  readonly name: IpcName;
  readonly input: unknown;
}

export interface WorkerAnswer {
  readonly id: number;
  readonly result: Result<unknown>;
}

export type WorkerEvent = { [E in keyof IpcEvents]: { readonly event: E; readonly payload: IpcEvents[E] } }[keyof IpcEvents];

export type WorkerMessage = WorkerAnswer | WorkerEvent;
