import type { Kysely } from 'kysely';
import { nextDeadline, type DeadlineContext } from '#shared/domain/time-limit/deadlines.ts';
import type { Database } from '../../db/schema.ts';
import { openCases, writeDueDays } from './repository.ts';

const BATCH = 500;

/** Counts the next due day of every open case anew, in short transactions. Answers how many moved. */
export async function recountDueDays(db: Kysely<Database>, context: DeadlineContext): Promise<number> {
  let [after, moved] = ['', 0];
  for (;;) {
    const batch = await db.transaction().execute(async (trx) => {
      const files = await openCases(trx, after, BATCH);
      const written = files.length === 0 ? 0 : await writeDueDays(trx, files.map((file) => ({ id: file.id, dueOn: nextDeadline(file, context)?.dueOn ?? null })));
      return { last: files.at(-1)?.id, written };
    });
    if (batch.last === undefined) return moved;
    after = batch.last;
    moved += batch.written;
  }
}
