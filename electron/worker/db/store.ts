import type { PullLine, PushResult } from '#shared/contract/sync.ts';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';

/** What changed in the effective (server + pending) state; becomes the event `records.changed`. */
export interface Changed {
  readonly caseIds: readonly string[];
  readonly documentIds: readonly string[];
  readonly reference: boolean;
}

export interface SyncPosition {
  readonly cursor: string | null;
  readonly epoch: string | null;
  readonly scope: string | null;
}

/** The part of the encrypted cache that the sync engine talks to. Every method is one transaction. */
export interface SyncStore {
  position(): SyncPosition;
  /** Applies one page of the pull and moves the cursor in the same transaction; replays pending commands on top. */
  applyPage(lines: readonly PullLine[], position: SyncPosition): Changed;
  /** Forgets the cursor; records stay readable until the new pull replaces them, outbox and drafts are kept. */
  forgetPosition(): void;
  /** Oldest first, at most `limit`; marks them `sending`. Commands behind a stuck one of the same case are left out. */
  nextCommands(limit: number): readonly AnyCommand[];
  settle(results: readonly PushResult[], serverTime: string): Changed;
  /** Puts `sending` commands back to `pending` after a torn request or a crash. */
  requeue(): void;
  filesToUpload(): readonly { readonly sha256: string; readonly bytes: number }[];
  markUploaded(sha256: string): void;
}
