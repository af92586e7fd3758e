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

export function effectiveAggregate(cache: Cache, caseId: string): CaseAggregate | null {
  const file = effectiveCase(cache.cases.find(caseId));
  return file === null ? null : { file, documents: documentMap(cache.documents.ofCase(caseId).map(effectiveDocument)) };
}

export function serverAggregate(cache: Cache, caseId: string): CaseAggregate | null {
  const file = serverCase(cache.cases.find(caseId));
  return file === null ? null : { file, documents: documentMap(cache.documents.ofCase(caseId).map(serverDocument)) };
}

export function requireCase(cache: Cache, caseId: string): CaseFile {
  const file = effectiveCase(cache.cases.find(caseId));
  if (file === null) throw failure('NOT_FOUND', '本机没有这件案件：可能已不在您的权限范围内，或尚未同步到本机。请联网同步后再试。');
  return file;
}

export function requireDocument(cache: Cache, documentId: string): DocumentFile {
  const document = effectiveDocument(cache.documents.find(documentId));
  if (document === null) throw failure('NOT_FOUND', '本机没有这份文书：可能尚未同步到本机。请联网同步后再试。');
  return document;
}
