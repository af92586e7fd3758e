import type { Kysely } from 'kysely';
import { scopeOf, type Officer } from '#shared/domain/officer/officer.ts';
import type { Scope } from '#shared/domain/organisation/organisation.ts';
import { readEpoch } from '../../db/changes.ts';
import type { Database } from '../../db/schema.ts';
import { scopeKey } from '../scope.ts';
import { decodeCursor, encodeCursor, type Cursor, type LogCursor, type SnapshotCursor } from './cursor.ts';
import { checkReach, safeHorizon } from './horizon.ts';
import { encodePage, line } from './lines.ts';
import { readLog } from './log.ts';
import { countScope, FIRST_LIMIT, nextLimit, STEPS } from './snapshot.ts';

/**
 * Opens a pull: answers its chunks of NDJSON. Everything that may be refused is checked before the first chunk.
 * Throws `AppFailure` RESYNC_REQUIRED for a cursor that cannot be continued.
 */
export async function openPull(db: Kysely<Database>, officer: Officer, cursorText: string | undefined): Promise<AsyncGenerator<Buffer>> {
  const epoch = await readEpoch(db);
  const scope = scopeKey(officer);
  const cursor = cursorText === undefined ? await firstCursor(db, scopeOf(officer), epoch, scope) : decodeCursor(cursorText, { epoch, scope });
  if (cursorText !== undefined) await checkReach(db, cursor);
  return run(db, scopeOf(officer), cursor);
}

/** The horizon is taken before the first row is read: whatever the rows may miss is in the log from there on. */
async function firstCursor(db: Kysely<Database>, scope: Scope, epoch: string, scopeName: string): Promise<SnapshotCursor> {
  const horizon = await safeHorizon(db);
  return { phase: 'snapshot', epoch, scope: scopeName, horizon, step: 0, after: [], done: 0, total: await countScope(db, scope) };
}

async function* run(db: Kysely<Database>, scope: Scope, cursor: Cursor): AsyncGenerator<Buffer> {
  const start = cursor.phase === 'snapshot' ? yield* snapshot(db, scope, cursor) : cursor;
  const end = yield* log(db, scope, start);
  yield Buffer.from(line({ t: 'end', cursor: encodeCursor(end), more: false }));
}

async function* snapshot(db: Kysely<Database>, scope: Scope, from: SnapshotCursor): AsyncGenerator<Buffer, LogCursor> {
  let cursor = from;
  let limit = FIRST_LIMIT;
  for (let step = STEPS[cursor.step]; step !== undefined; step = STEPS[cursor.step]) {
    const { records, next } = await step(db, scope, cursor.after, limit);
    const place = next === null ? { step: cursor.step + 1, after: [] } : { step: cursor.step, after: [...next] };
    cursor = { ...cursor, ...place, done: cursor.done + records.length };
    if (records.length === 0) continue;
    const mark = line({ t: 'mark', cursor: encodeCursor(cursor), done: cursor.done, total: Math.max(cursor.total, cursor.done) });
    const chunk = encodePage(records, mark);
    // A step's size says nothing of the next one's: the first page of cases must stay small.
    limit = next === null ? FIRST_LIMIT : nextLimit(limit, records.length, chunk.length);
    yield chunk;
  }
  return { phase: 'log', epoch: cursor.epoch, scope: cursor.scope, xid: cursor.horizon, seq: 0 };
}

async function* log(db: Kysely<Database>, scope: Scope, from: LogCursor): AsyncGenerator<Buffer, LogCursor> {
  const horizon = await safeHorizon(db);
  let cursor = from;
  let done = 0;
  for (let more = BigInt(horizon) > BigInt(from.xid); more;) {
    const page = await readLog(db, scope, cursor, horizon);
    cursor = { ...cursor, ...page.position };
    more = page.more;
    done += page.records.length + page.gone.length;
    if (page.records.length + page.gone.length === 0) continue;
    const gone = page.gone.map(({ kind, id }) => line({ t: 'gone', kind, id })).join('');
    yield encodePage(page.records, gone + line({ t: 'mark', cursor: encodeCursor(cursor), done, total: null }));
  }
  return cursor;
}
