import type { WorkerEvent } from '#shared/contract/worker-protocol.ts';
import { OPEN_TASK_STATES } from '#shared/domain/task/task.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import type { SettingsFile } from '../settings/settings.ts';
import type { WorkerHost } from '../worker-host/host.ts';
import { noticesOf, type TaskNotice } from './task-notices.ts';

export interface NotifierOptions {
  readonly worker: Pick<WorkerHost, 'call'>;
  readonly settings: SettingsFile;
  readonly show: (notice: TaskNotice) => void;
  /** A pull announces many records in a row; one look serves them all. */
  readonly pauseMs: number;
}

export interface Notifier {
  /** Hears what the worker announces. */
  hear(event: WorkerEvent): void;
  /** Looks now; a day has passed, or somebody has turned it on. */
  look(): Promise<void>;
  stop(): void;
}

const MOST = 500;
/** What was told is forgotten after so much else. */
const KEPT = 1000;

/** Tells the signed-in officer of new and near tasks, each once on this machine, unless he has turned it off. */
export function createNotifier({ worker, settings, show, pauseMs }: NotifierOptions): Notifier {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    const { off = false, told = [] } = settings.get().notices ?? {};
    if (off) return;
    const session = await worker.call('session.state', {});
    if (!session.ok || session.value.officer === null || session.value.serverTime === null) return;
    const { officer, serverTime } = session.value;
    const tasks = await worker.call('task.list', { filter: { officerId: officer.id, states: [...OPEN_TASK_STATES] }, sort: 'due', offset: 0, limit: MOST });
    if (!tasks.ok) return;
    const known = new Set(told);
    const { notices, keys } = noticesOf(tasks.value.items, officer.id, shanghaiDay(serverTime), (key) => known.has(key));
    if (keys.length === 0) return;
    settings.update({ notices: { off, told: [...told, ...keys].slice(-KEPT) } });
    for (const notice of notices) show(notice);
  }

  function later(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void look();
    }, pauseMs);
  }

  return {
    hear({ event }) { if (event === 'session.changed' || event === 'records.changed') later(); },
    look,
    stop() { clearTimeout(timer); },
  };
}
