import { AppFailure } from '#shared/contract/result.ts';
import type { Cache } from '#worker/db/cache.ts';
import type { EventBus } from '#worker/events.ts';
import { isUnreachable, type Server } from '#worker/sync/server.ts';
import { createSingleFlight } from '#worker/sync/single-flight.ts';

/**
 * Private notes and marks between the desks of one author. They are nobody else's business, so they travel beside the sync
 * of records: no command, no log, no scope. Of two versions the newest stays; a deletion is a version without words.
 */
export interface NotesSync {
  /** Sends and fetches soon, if the server can be reached; otherwise with the next round that reaches it. */
  kick(): void;
}

export interface NotesSyncOptions {
  readonly cache: Cache;
  readonly server: Pick<Server, 'call'>;
  readonly bus: EventBus;
  readonly online: () => boolean;
  /** Looks after what runs behind the person's back. */
  readonly background: (work: Promise<void>) => void;
}

const BATCH = 200;
/** Where the server's changes were read to. */
const CURSOR = 'readerNotesCursor';

export function createNotesSync({ cache, server, bus, online, background }: NotesSyncOptions): NotesSync {
  const { entries } = cache.volumes;

  /** One exchange; answers whether there is more to send or fetch. */
  async function exchange(): Promise<boolean> {
    const sent = entries.unsent(BATCH);
    const answer = await server.call('syncReaderNotes', { cursor: Number(cache.meta.get(CURSOR) ?? '0'), entries: [...sent] });
    if (!online()) return false;
    if (!answer.ok) throw new AppFailure(answer.error);
    const { cursor, entries: received, more } = answer.value;
    const changed = cache.transact(() => {
      for (const entry of sent) entries.settle(entry);
      cache.meta.set(CURSOR, String(cursor));
      return received.filter((entry) => entries.receive(entry)).map((entry) => entry.caseId);
    });
    if (changed.length > 0) bus.emit('notes.changed', { caseIds: [...new Set(changed)] });
    return more || sent.length === BATCH;
  }

  async function run(): Promise<void> {
    try {
      while (online() && await exchange());
    } catch (error) {
      if (!isUnreachable(error)) throw error;
    }
  }

  const flight = createSingleFlight(run);
  return {
    kick() {
      if (online()) background(flight.request());
    },
  };
}
