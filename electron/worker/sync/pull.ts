import { setImmediate } from 'node:timers/promises';
import type { Changed, PageLine, SyncPosition, SyncStore } from '#worker/db/store.ts';
import { batchesOfLines, parseLine, type StreamLine } from './lines.ts';
import { unreachable, type Server } from './server.ts';

export interface PullOptions {
  readonly store: SyncStore;
  readonly server: Pick<Server, 'pull'>;
  readonly epoch: string;
  readonly scope: string;
  readonly acceptRemovals: boolean;
  readonly onPage: (changed: Changed, done: number, total: number | null) => void;
  /** True once the session is closed: the pull stops between two pages. */
  readonly stopped: () => boolean;
}

/** Lines applied without a mark in between would lose the position; the server marks every 1,000 or so. */
export async function pull(options: PullOptions): Promise<void> {
  let more = true;
  while (more && !options.stopped()) more = await pullOnce(options);
  if (!options.stopped()) options.onPage(options.store.finishPull(options.acceptRemovals), 0, null);
}

/** One stream; answers whether there is more. A torn stream throws, its complete pages stay applied. */
async function pullOnce(options: PullOptions): Promise<boolean> {
  const chunks = await options.server.pull(options.store.position().cursor);
  let page: PageLine[] = [];
  for await (const batch of batchesOfLines(chunks)) {
    for (const bytes of batch) {
      const line = parseLine(bytes);
      if (line.t === 'record' || line.t === 'gone') {
        page.push(line);
        continue;
      }
      apply(options, page, line);
      page = [];
      if (line.t === 'end') return line.more;
      // Between two pages, whoever waits for the worker gets a turn.
      await setImmediate();
      if (options.stopped()) return false;
    }
  }
  throw unreachable();
}

function apply(options: PullOptions, page: readonly PageLine[], line: Extract<StreamLine, { readonly t: 'mark' | 'end' }>): void {
  const { store, epoch, scope } = options;
  const position: SyncPosition = { cursor: line.cursor, epoch, scope };
  const changed = store.applyPage(page, position, options.acceptRemovals);
  const done = line.t === 'mark' ? line.done : page.length;
  options.onPage(changed, done, line.t === 'mark' ? line.total : null);
}
