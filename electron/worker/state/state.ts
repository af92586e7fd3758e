import { applyCommand } from '#shared/domain/case-file/apply.ts';
import type { CaseAggregate } from '#shared/domain/case-file/apply.types.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';
import type { Task } from '#shared/domain/task/task.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { nextDeadline } from '#shared/domain/time-limit/deadlines.ts';
import type { Cache } from '#worker/db/cache.ts';
import { caseColumns, type CaseColumns, type Due } from '#worker/db/repositories/case-columns.ts';
import type { OutboxRow } from '#worker/db/repositories/outbox.ts';
import { serverAggregate } from './effective.ts';
import type { ReferenceCache } from './reference.ts';

/** Keeps the effective state (server and pending commands) and the columns lists read in step with each other. */
export interface State {
  readonly cache: Cache;
  readonly reference: ReferenceCache;
  readonly actor: Officer;
  /** `YYYY-MM-DD`, as well as this machine can tell. */
  today(): string;
  columns(file: CaseFile): CaseColumns;
  /** The same without the next term, which the indexer adds in the background: for first pulls. */
  columnsWithoutDue(file: CaseFile): CaseColumns;
  /** The next term to fall due; `null` when none runs or the reference data are missing. */
  due(file: CaseFile): Due | null;
  /** Stores a case as pending commands leave it, and the documents they changed. */
  storeLocal(aggregate: CaseAggregate, changedDocumentIds: readonly string[]): void;
  /** Replays the pending commands of a case on the server's copy. Answers the documents whose effective state may have changed. */
  replay(caseId: string): readonly string[];
}

export interface StateOptions {
  readonly cache: Cache;
  readonly reference: ReferenceCache;
  readonly actor: Officer;
  readonly today: () => string;
}

/** A refused registration stays visible: without it everything behind it would have nothing to stand on. */
function replays(row: OutboxRow): boolean {
  if (row.onlineOnly) return false;
  if (row.status === 'conflict') return false;
  return row.status !== 'refused' || row.command.kind === 'case.register' || row.command.kind === 'task.create';
}

export function createState({ cache, reference, actor, today }: StateOptions): State {
  function due(file: CaseFile): Due | null {
    const { calendar, settings } = reference.get();
    return calendar === null || settings === null ? null : nextDeadline(file, { calendar, settings, today: today() });
  }

  function columns(file: CaseFile): CaseColumns {
    return caseColumns(file, reference.get().officers, due(file));
  }

  function columnsWithoutDue(file: CaseFile): CaseColumns {
    return caseColumns(file, reference.get().officers, null);
  }

  function writeColumns(file: CaseFile): number {
    const rev = cache.cases.find(file.id)?.rev ?? 0;
    return cache.cases.write(columns(file), rev, null, false);
  }

  function writeTask(task: Task, local: boolean): void {
    const row = cache.tasks.write(task, cache.tasks.find(task.id)?.rev ?? 0, null);
    cache.tasks.putLocalBody(row, local ? JSON.stringify(task) : null);
    cache.tasks.setPending(row, local);
  }

  function writeCase(file: CaseFile, local: boolean): void {
    const row = writeColumns(file);
    cache.cases.putLocalBody(row, local ? JSON.stringify(file) : null);
    cache.cases.setPending(row, local);
  }

  function write({ file, task }: CaseAggregate, local: boolean): void {
    if (task === undefined) writeCase(file, local);
    else writeTask(task, local);
  }

  function storeLocal(aggregate: CaseAggregate, changed: readonly string[]): void {
    write(aggregate, true);
    for (const id of changed) {
      const document = aggregate.documents.get(id);
      if (document !== undefined) cache.documents.putLocal(document);
    }
  }

  /** Commands that no longer apply are left out; the server's answer says why. */
  function replayed(start: CaseAggregate | null, commands: readonly AnyCommand[]): { aggregate: CaseAggregate | null; changed: Set<string> } {
    let aggregate = start;
    const changed = new Set<string>();
    for (const command of commands) {
      const result = applyCommand(aggregate, command, reference.context(actor, command.createdAt));
      if (!result.ok) continue;
      aggregate = result.value.aggregate;
      for (const id of result.value.changedDocumentIds) changed.add(id);
    }
    return { aggregate, changed };
  }

  /** Documents that were local and are no longer: back to the server's copy, unless that copy has yet to arrive. */
  function dropLocalDocuments(caseId: string, file: CaseFile | null, keep: ReadonlySet<string>): readonly string[] {
    const listed = new Set(file?.documents.map((document) => document.id) ?? []);
    const dropped = cache.documents.ofCase(caseId).filter((document) => document.localBody !== null && !keep.has(document.id) && (document.body !== null || !listed.has(document.id)));
    for (const document of dropped) cache.documents.dropLocal(document.id);
    return dropped.map((document) => document.id);
  }

  function removeCase(caseId: string): readonly string[] {
    const documents = cache.documents.removeOfCase(caseId);
    cache.cases.remove(caseId);
    cache.tasks.remove(caseId);
    return documents;
  }

  function settle(caseId: string): readonly string[] {
    const aggregate = serverAggregate(cache, caseId);
    if (aggregate === null) return removeCase(caseId);
    write(aggregate, false);
    return dropLocalDocuments(caseId, aggregate.file, new Set());
  }

  function replay(caseId: string): readonly string[] {
    const open = cache.outbox.openOfCase(caseId);
    if (open.length === 0) return settle(caseId);
    // A cache begun anew after damage: replayed when the reference data have come.
    if (!reference.ready()) return [];
    const { aggregate, changed } = replayed(serverAggregate(cache, caseId), open.filter(replays).map((row) => row.command));
    // Out of scope or not here yet: what the person wrote stays readable as it was.
    if (aggregate === null) return [];
    const dropped = dropLocalDocuments(caseId, aggregate.file, changed);
    storeLocal(aggregate, [...changed]);
    return [...changed, ...dropped];
  }

  return { cache, reference, actor, today, columns, columnsWithoutDue, due, storeLocal, replay };
}
