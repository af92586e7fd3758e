import type { AppError } from './result.ts';

/** Raised when the meaning of sync messages changes. */
export const SYNC_PROTOCOL = 1;
/** Oldest client version the server still speaks to. */
export const MINIMUM_CLIENT = '0.1.0';

/** Entity kinds that travel to clients. A kind a client does not know is kept raw and replayed after an update. */
export const ENTITY_KINDS = ['case', 'task', 'document', 'party', 'project', 'officer', 'violation', 'matter', 'calendar', 'settings', 'config'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export interface Handshake {
  readonly protocol: number;
  readonly minimumClient: string;
  readonly serverVersion: string;
  /** Changes when the database was replaced or restored: a client then resyncs from the start. */
  readonly epoch: string;
  /** ISO instant. */
  readonly serverTime: string;
  /** Identifies the user's scope; a cursor made under another scope gets `RESYNC_REQUIRED`. */
  readonly scope: string;
}

/**
 * The pull stream is NDJSON, one of these a line. `record` carries the whole entity as `body` (a JSON object, passed
 * through unparsed by the server); `gone` is a tombstone (deleted, or out of the user's scope now).
 * The last line is always `end`; a stream without it was torn and is applied up to its last complete page (`mark`).
 */
export type PullLine =
  | { readonly t: 'record'; readonly kind: string; readonly id: string; readonly rev: number; readonly body: unknown }
  | { readonly t: 'gone'; readonly kind: string; readonly id: string }
  | { readonly t: 'mark'; readonly cursor: string; readonly done: number; readonly total: number | null }
  | { readonly t: 'end'; readonly cursor: string; readonly more: boolean };

/** The server's answer to one command. `applied` repeats the first answer when a command is sent again. */
export type PushResult =
  | { readonly opId: string; readonly status: 'applied'; readonly rev: number }
  | { readonly opId: string; readonly status: 'conflict'; readonly error: AppError }
  | { readonly opId: string; readonly status: 'refused'; readonly error: AppError }
  /** Not tried, because an earlier command of the same case was not applied. */
  | { readonly opId: string; readonly status: 'held' };
