import type { HttpInput, HttpOutput } from '#shared/contract/http/contract.ts';
import type { ReaderEntry } from '#shared/contract/http/reader-notes.ts';
import { ok } from '#shared/contract/result.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { lockAuthor, readChanges, readSent, writeEntries } from './repository.ts';

const PAGE = 500;

/** Private notes: every statement names the caller as their author, so nobody else's can be read or written. */
export function readerNoteHandlers(deps: ServerDeps): Pick<Handlers, 'syncReaderNotes'> {
  return {
    syncReaderNotes: async (input, request) => ok(await exchange(deps, request.officer.id, input)),
  };
}

async function exchange({ db, clock }: ServerDeps, officerId: string, { cursor, entries }: HttpInput<'syncReaderNotes'>): Promise<HttpOutput<'syncReaderNotes'>> {
  const sent = latestOfEach(entries, clock().toISOString());
  if (sent.length > 0) await db.transaction().execute(async (trx) => { await writeEntries(trx, officerId, await lockAuthor(trx, officerId), sent); });
  const changes = await readChanges(db, officerId, cursor, PAGE + 1);
  const page = changes.slice(0, PAGE);
  const known = new Set(page.map(({ entry }) => keyOf(entry)));
  const older = (await readSent(db, officerId, sent)).filter((entry) => !known.has(keyOf(entry)));
  return { cursor: page.at(-1)?.seq ?? cursor, entries: [...page.map(({ entry }) => entry), ...older], more: changes.length > PAGE };
}

/** One version of each, none of them from the future: a desk whose clock is ahead must not win for ever. */
function latestOfEach(entries: readonly ReaderEntry[], now: string): readonly ReaderEntry[] {
  const latest = new Map<string, ReaderEntry>();
  for (const entry of entries) {
    const known = latest.get(keyOf(entry));
    if (known === undefined || entry.updatedAt > known.updatedAt) latest.set(keyOf(entry), entry);
  }
  return [...latest.values()].map((entry) => (entry.updatedAt > now ? { ...entry, updatedAt: now } : entry));
}

function keyOf({ kind, caseId, id }: ReaderEntry): string {
  return `${kind}/${caseId}/${id}`;
}
