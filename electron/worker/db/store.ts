import type { IpcEvents } from '#shared/contract/ipc.ts';
import type { PullLine, PushResult } from '#shared/contract/sync.ts';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';

/** What changed in the effective (server + pending) state; becomes the event `records.changed`. */
export type Changed = IpcEvents['records.changed'];

/** JSON as it will be stored. Bytes (UTF-8, already checked) come from the stream and are never made a string only to be stored. */
export type BodyText = string | Buffer;

/** A line of the pull whose body is not parsed yet. */
export type PageLine =
  | { readonly t: 'record'; readonly kind: string; readonly id: string; readonly rev: number; readonly body: BodyText }
  | Extract<PullLine, { readonly t: 'gone' }>;

export interface SyncPosition {
  readonly cursor: string | null;
  readonly epoch: string | null;
  readonly scope: string | null;
}

/** The part of the encrypted cache that the sync engine talks to. Every method is one transaction. */
export interface SyncStore {
  position(): SyncPosition;
  /**
   * Applies one page of the pull and moves the cursor in the same transaction; replays pending commands on top.
   * Throws MASS_REMOVAL, with nothing changed, when the page would remove a large part of the cases and `acceptRemovals` is false.
   */
  applyPage(lines: readonly PageLine[], position: SyncPosition, acceptRemovals: boolean): Changed;
  /** A pull reached its end: after a whole new pull, records that did not come again are removed (guarded like a page). */
  finishPull(acceptRemovals: boolean): Changed;
  /**
   * Forgets the cursor; records stay readable until the new pull replaces them, outbox and drafts are kept.
   * `scopeChanged`: the user's rights changed, so that many removals are to be expected.
   */
  forgetPosition(scopeChanged: boolean): void;
  /** Oldest first, at most `limit`; marks them `sending`. Commands behind a stuck one of the same case are left out. */
  nextCommands(limit: number): readonly AnyCommand[];
  settle(results: readonly PushResult[]): Changed;
  /** Puts `sending` commands back to `pending` after a torn request or a crash. */
  requeue(): void;
  filesToUpload(): readonly { readonly sha256: string; readonly bytes: number }[];
  markUploaded(sha256: string): void;
}
