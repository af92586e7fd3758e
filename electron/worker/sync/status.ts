import type { SyncState } from '#shared/contract/views.ts';
import type { AppError } from '#shared/contract/result.ts';
import type { Cache } from '#worker/db/cache.ts';
import type { EventBus } from '#worker/events.ts';

/** What the window shows of the sync; true at every moment. */
export interface Status {
  state(): SyncState;
  set(change: Partial<Pick<SyncState, 'phase' | 'online'>>): void;
  pulled(records: number, total: number | null): void;
  /** A round was completed. */
  reached(): void;
  /** The server cannot be reached. */
  lost(): void;
  failed(error: AppError): void;
  /** Whether a command waits to be sent. */
  hasReady(): boolean;
  online(): boolean;
  /** Counts changed: tells the window, gathered over a short while. */
  touch(): void;
  uploading(under: boolean): void;
  outboxChanged(): void;
  stop(): void;
}

/** The window is told at most this often during a long pull. */
const GATHER_MS = 150;
/** Pulls longer than this are shown as a task. */
const TASK_RECORDS = 2000;

type Own = Pick<SyncState, 'phase' | 'online' | 'offlineSince' | 'lastSyncAt' | 'pulled' | 'pullTotal' | 'error'>;

export interface StatusOptions {
  readonly cache: Cache;
  readonly bus: EventBus;
  /** ISO instant. */
  readonly now: () => string;
}

export function createStatus({ cache, bus, now }: StatusOptions): Status {
  let own: Own = { phase: 'idle', online: false, offlineSince: null, lastSyncAt: cache.meta.get('lastSyncAt'), pulled: 0, pullTotal: null, error: null };
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let taskShown = false;
  let uploading = false;

  function state(): SyncState {
    return {
      ...own, phase: uploading && own.phase === 'idle' ? 'files' : own.phase, ...cache.outbox.counts(), filesToUpload: cache.files.countToUpload(), cases: cache.cases.total(), unindexed: cache.search.countQueued(),
    };
  }

  function tell(): void {
    timer = null;
    if (!stopped) bus.emit('sync.changed', state());
  }

  function change(next: Partial<Own>, at: 'once' | 'soon'): void {
    own = { ...own, ...next };
    if (stopped) return;
    if (at === 'soon') {
      timer ??= setTimeout(tell, GATHER_MS);
      return;
    }
    if (timer !== null) clearTimeout(timer);
    tell();
  }

  function showTask(progress: 'running' | 'done' | 'failed', error: AppError | null): void {
    if (!taskShown && (own.pullTotal ?? 0) < TASK_RECORDS) return;
    taskShown = progress === 'running';
    bus.emit('task.progress', { taskId: 'pull', label: '下载案件数据', done: own.pulled, total: own.pullTotal, state: progress, error });
  }

  return {
    state,
    set: (next) => change(next, next.online === undefined || next.online === own.online ? 'soon' : 'once'),
    pulled(records, total) {
      if (total !== null) change({ pulled: records, pullTotal: total }, 'soon');
      else change({}, 'soon');
      showTask('running', null);
    },
    reached() {
      showTask('done', null);
      cache.meta.set('lastSyncAt', now());
      change({ phase: 'idle', online: true, offlineSince: null, lastSyncAt: now(), pulled: 0, pullTotal: null, error: null }, 'once');
    },
    lost() {
      showTask('failed', null);
      change({ phase: 'idle', online: false, offlineSince: own.offlineSince ?? now(), error: null }, 'once');
    },
    failed(error) {
      showTask('failed', error);
      change({ phase: 'failed', error }, 'once');
    },
    hasReady: () => cache.outbox.ready(1).length > 0,
    online: () => own.online,
    touch: () => change({}, 'soon'),
    uploading(under) {
      uploading = under;
      change({}, 'soon');
    },
    outboxChanged() {
      if (stopped) return;
      bus.emit('outbox.changed', cache.outbox.counts());
      change({}, 'soon');
    },
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
