import type { PushResult } from '#shared/contract/sync.ts';
import { AppFailure } from '#shared/contract/result.ts';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';
import type { Changed, SyncStore } from '#worker/db/store.ts';
import type { Server } from './server.ts';

/** As many as the server takes in one transaction. */
const BATCH = 500;
/** Long records are sent in smaller batches, so that a weak line loses little when it breaks. */
const BATCH_BYTES = 1024 * 1024;

export interface PushOptions {
  readonly store: SyncStore;
  readonly server: Pick<Server, 'call'>;
  readonly deviceId: string;
  readonly onSettled: (changed: Changed) => void;
  readonly stopped: () => boolean;
}

/** Cuts where the batch grows too large; a single large command goes alone. */
function firstPart(commands: readonly AnyCommand[]): readonly AnyCommand[] {
  let bytes = 0;
  const end = commands.findIndex((command, index) => {
    bytes += Buffer.byteLength(JSON.stringify(command));
    return index > 0 && bytes > BATCH_BYTES;
  });
  return end < 0 ? commands : commands.slice(0, end);
}

/**
 * Sends what waits, in order, until nothing is ready. Answers how many commands were answered.
 * Whatever is not answered goes back to the queue and is sent again under its id: the server applies it once.
 */
export async function push(options: PushOptions): Promise<number> {
  const { store } = options;
  let answered = 0;
  try {
    for (let waiting = store.nextCommands(BATCH); waiting.length > 0 && !options.stopped(); waiting = store.nextCommands(BATCH)) {
      const results = await send(options, firstPart(waiting));
      answered += results.length;
      options.onSettled(store.settle(results));
      store.requeue();
      if (results.every((result) => result.status === 'held')) break;
    }
    return answered;
  } finally {
    if (!options.stopped()) store.requeue();
  }
}

async function send({ server, deviceId }: PushOptions, commands: readonly AnyCommand[]): Promise<readonly PushResult[]> {
  const answer = await server.call('push', { deviceId, commands: [...commands] });
  if (!answer.ok) throw new AppFailure(answer.error);
  // The HTTP contract keeps results flat; the sync contract says what each status carries.
  return answer.value.results as readonly PushResult[];
}
