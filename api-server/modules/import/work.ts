import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import { AppFailure, fail, ok, type AppError, type Result } from '#shared/contract/result.ts';
import { judgeRows } from '#shared/domain/import/judge.ts';
import type { ImportTarget } from '#shared/domain/import/target.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { audit } from '../../db/audit.ts';
import type { Database } from '../../db/schema.ts';
import type { ServerDeps } from '../../deps.ts';
import { readTable } from '../../excel/read-table.ts';
import type { Table } from '../../excel/table.types.ts';
import { createFinder } from './lookup.ts';
import { planRows, reportOf, targetOf, type PlannedRow } from './plan.ts';
import { endRun, findMapping, lockRegister, readFile, tellProgress, type RunRow } from './repository.ts';
import { undoRecords, writeRecords } from './write.ts';

/** Who asked, for the audit log. */
export type AuditLine = Omit<Parameters<typeof audit>[1], 'at' | 'action' | 'outcome'>;

interface Planned {
  readonly target: ImportTarget;
  readonly table: Table;
  readonly rows: readonly PlannedRow[];
}

/** Reads the file of a run and compares it with the register as it stands. */
export async function planRun(deps: ServerDeps, db: Kysely<Database>, run: RunRow): Promise<Result<Planned>> {
  const target = targetOf(run.target);
  const bytes = await readFile(db, run);
  if (bytes === null) return fail({ code: 'NOT_FOUND', message: '上传的文件不完整或者已超过 30 天被清理，请重新选择文件。' });
  const mapping = { ...await findMapping(db, run.target), ...run.mapping };
  const read = await readTable(bytes, { name: run.file_name, columns: target.columns, mapping, ...(run.sheet === null ? {} : { sheet: run.sheet }), skipHidden: run.skip_hidden });
  if (!read.ok) return read;
  const now = deps.clock();
  const judged = judgeRows(target, read.value.rows, read.value.headers, shanghaiDay(now.toISOString()));
  const find = await createFinder(db, run.target, judged.flatMap((row) => (row.draft === null ? [] : [row.draft])));
  const rows = read.value.missing.length > 0 ? [] : await planRows(target, judged, find, run.created_at.toISOString());
  return ok({ target, table: read.value, rows });
}

/** Works that go on after their request was answered; each ends in a state of its run. */
export interface ImportWorks {
  check(run: RunRow): void;
  apply(run: RunRow, line: AuditLine): void;
  undo(run: RunRow, line: AuditLine): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

const BROKEN: AppError = { code: 'INTERNAL', message: '导入没有完成，名录没有改动。请重试；仍不行请联系系统管理员。' };

export function createImportWorks(deps: ServerDeps, log: FastifyBaseLogger): ImportWorks {
  const under = new Set<Promise<void>>();

  /** `back`: the state to which a refusal returns the run. */
  function start(run: RunRow, back: RunRow['state'], work: () => Promise<Result<unknown>>): void {
    const going = work().catch((error: unknown): Result<unknown> => {
      if (error instanceof AppFailure) return fail(error.error);
      log.error({ err: error, importId: run.id }, 'import failed');
      return fail(BROKEN);
    }).then(async (result) => {
      if (!result.ok) await endRun(deps.db, run.id, { state: back, error: result.error }, deps.clock());
    }).catch((error: unknown) => { log.error({ err: error, importId: run.id }, 'state of an import was not kept'); })
      .finally(() => { under.delete(going); });
    under.add(going);
  }

  return {
    check: (run) => { start(run, 'failed', () => check(deps, run)); },
    apply: (run, line) => { start(run, 'checked', () => apply(deps, run, line)); },
    undo: (run, line) => { start(run, 'applied', () => undo(deps, run, line)); },
    async settled() {
      while (under.size > 0) await Promise.all(under);
    },
  };
}

async function check(deps: ServerDeps, run: RunRow): Promise<Result<unknown>> {
  const planned = await planRun(deps, deps.db, run);
  if (!planned.ok) return planned;
  await endRun(deps.db, run.id, { state: 'checked', report: reportOf(planned.value.table, planned.value.rows) }, deps.clock());
  return ok(null);
}

async function apply(deps: ServerDeps, run: RunRow, line: AuditLine): Promise<Result<unknown>> {
  return deps.db.transaction().execute(async (trx) => {
    await lockRegister(trx, run.target);
    const planned = await planRun(deps, trx, run);
    if (!planned.ok) return planned;
    const writings = planned.value.rows.flatMap(({ write }) => (write === null ? [] : [write]));
    // Outside the transaction, so that others see how far it is.
    await writeRecords(trx, run.target, run.id, writings, (done) => tellProgress(deps.db, run.id, done, writings.length, deps.clock()));
    await endRun(trx, run.id, { state: 'applied', report: reportOf(planned.value.table, planned.value.rows) }, deps.clock());
    await audit(trx, { ...line, at: deps.clock(), action: 'import.apply', outcome: 'ok' });
    return ok(null);
  });
}

async function undo(deps: ServerDeps, run: RunRow, line: AuditLine): Promise<Result<unknown>> {
  return deps.db.transaction().execute(async (trx) => {
    await lockRegister(trx, run.target);
    const undone = await undoRecords(trx, run.target, run.id);
    if (!undone.ok) return undone;
    const now = deps.clock();
    await trx.updateTable('import_run').set((eb) => ({ state: 'undone', touched_at: now, undone_at: now, undone_by_name: eb.selectFrom('officer').select((officer) => officer.ref('body', '->>').key('name').$castTo<string>().as('name')).where('id', '=', line.officerId ?? '') })).where('id', '=', run.id).execute();
    await audit(trx, { ...line, at: now, action: 'import.undo', outcome: 'ok' });
    return undone;
  });
}
