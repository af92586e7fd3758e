import { fileOfTask } from '#shared/domain/task/as-case-file.ts';
import type { Task } from '#shared/domain/task/task.ts';
import type { StoredTask } from '#worker/db/repositories/task.ts';
import type { CaseAggregate } from '#shared/domain/case-file/apply.types.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import type { Cache } from '#worker/db/cache.ts';
import type { StoredCase } from '#worker/db/repositories/case.ts';
import type { StoredDocument } from '#worker/db/repositories/document.ts';
import { failure } from '#worker/failure.ts';

function withRevision<T extends { readonly rev: number }>(body: string, rev: number): T {
  return { ...(JSON.parse(body) as T), rev };
}

export function serverCase(stored: StoredCase | null): CaseFile | null {
  return stored?.body == null ? null : withRevision<CaseFile>(stored.body, stored.rev);
}

/** What the person sees: the server's copy with the pending commands on it. */
export function effectiveCase(stored: StoredCase | null): CaseFile | null {
  const body = stored?.localBody ?? stored?.body ?? null;
  return stored === null || body === null ? null : withRevision<CaseFile>(body, stored.rev);
}

export function serverDocument(stored: StoredDocument): DocumentFile | null {
  return stored.body === null ? null : withRevision<DocumentFile>(stored.body, stored.rev);
}

export function effectiveDocument(stored: StoredDocument | null): DocumentFile | null {
  const body = stored?.localBody ?? stored?.body ?? null;
  return stored === null || body === null ? null : withRevision<DocumentFile>(body, stored.rev);
}

function documentMap(documents: readonly (DocumentFile | null)[]): Map<string, DocumentFile> {
  return new Map(documents.filter((document) => document !== null).map((document) => [document.id, document]));
}

/** What the person sees of a task: the server's copy with the pending commands on it. */
export function effectiveTask(stored: StoredTask | null): Task | null {
  const body = stored?.localBody ?? stored?.body ?? null;
  return stored === null || body === null ? null : withRevision<Task>(body, stored.rev);
}

function serverTask(stored: StoredTask | null): Task | null {
  return stored?.body == null ? null : withRevision<Task>(stored.body, stored.rev);
}

function owner(file: CaseFile | null, task: () => Task | null): Pick<CaseAggregate, 'file' | 'task'> | null {
  if (file !== null) return { file };
  const found = task();
  return found === null ? null : { file: fileOfTask(found), task: found };
}

/** A case or a task with its documents. */
export function effectiveAggregate(cache: Cache, id: string): CaseAggregate | null {
  const found = owner(effectiveCase(cache.cases.find(id)), () => effectiveTask(cache.tasks.find(id)));
  return found === null ? null : { ...found, documents: documentMap(cache.documents.ofCase(id).map(effectiveDocument)) };
}

export function serverAggregate(cache: Cache, id: string): CaseAggregate | null {
  const found = owner(serverCase(cache.cases.find(id)), () => serverTask(cache.tasks.find(id)));
  return found === null ? null : { ...found, documents: documentMap(cache.documents.ofCase(id).map(serverDocument)) };
}

/** Revision of the server's copy of a case or task; -1 when there is none. */
export function serverRevision(cache: Cache, id: string): number {
  const revision = cache.cases.revisionOf(id);
  return revision >= 0 ? revision : cache.tasks.revisionOf(id);
}

/** A case, or a task as its papers see it; `null` when this machine has neither. */
export function effectiveFile(cache: Cache, id: string): CaseFile | null {
  return owner(effectiveCase(cache.cases.find(id)), () => effectiveTask(cache.tasks.find(id)))?.file ?? null;
}

export function requireTask(cache: Cache, taskId: string): Task {
  const task = effectiveTask(cache.tasks.find(taskId));
  if (task === null) throw failure('NOT_FOUND', '本机没有这项监管任务：可能已不在您的权限范围内，或尚未同步到本机。请联网同步后再试。');
  return task;
}

/** A case, or a task as its papers see it. */
export function requireCase(cache: Cache, caseId: string): CaseFile {
  const file = effectiveFile(cache, caseId);
  if (file === null) throw failure('NOT_FOUND', '本机没有这件案件：可能已不在您的权限范围内，或尚未同步到本机。请联网同步后再试。');
  return file;
}

export function requireDocument(cache: Cache, documentId: string): DocumentFile {
  const document = effectiveDocument(cache.documents.find(documentId));
  if (document === null) throw failure('NOT_FOUND', '本机没有这份文书：可能尚未同步到本机。请联网同步后再试。');
  return document;
}
