import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import { channelDocumentRefusal } from '../channel/refusals.ts';
import { cancelRefusal } from '../document/cancel.ts';
import type { DocumentCode, DocumentFile, DocumentSummary, IssuedDocument } from '../document/document-file.ts';
import { documentSeries, type NumberRequest, numberYear } from '../document/number-series.ts';
import { definitionOf } from '../document/registry.ts';
import { recordElsewhereRefusal, recordOf, recordTimesRefusal, replacedSinceRefusal, TIMED_CODES } from '../document/record-times.ts';
import { draftRefusal, DOCUMENT_RULES, immutable, issueRefusal } from '../document/rules.ts';
import { typedValueRefusal, typedValuesRefusal } from '../document/typed-values.ts';
import { checkActor } from '../procedure/actors.ts';
import { withChanges } from '../procedure/effects/input.ts';
import { checkOfficers } from '../procedure/guards/index.ts';
import { shanghaiMinute } from '../time-limit/days.ts';
import type { CaseAggregate, CommandContext } from './apply.types.ts';
import type { CaseFile } from './case-file.ts';
import type { Command, CommandPayload } from './commands.ts';
import { conflict } from './edit.ts';
import { onIssue, paperIssueRefusal } from './effects-of-documents.ts';
import { type Change, mergeValue } from './merge.ts';

/** A case and one document after a command. */
export interface DocumentChange {
  readonly file: CaseFile;
  readonly document: DocumentFile | null;
  readonly numbers: readonly NumberRequest[];
}

const NOT_FOUND: AppError = { code: 'NOT_FOUND', message: '案卷内没有这份文书，请刷新后重试。' };

function changed(file: CaseFile, document: DocumentFile | null, numbers: readonly NumberRequest[] = []): Result<DocumentChange> {
  return ok({ file, document, numbers });
}

export function withSummary(file: CaseFile, id: string, members: Partial<DocumentSummary>): CaseFile {
  return { ...file, documents: file.documents.map((each) => (each.id === id ? { ...each, ...members } : each)) };
}

/** The document itself and its line in the case file, which must both exist. */
function documentOf(aggregate: CaseAggregate, id: string): { readonly document: DocumentFile; readonly summary: DocumentSummary } | null {
  const document = aggregate.documents.get(id);
  const summary = aggregate.file.documents.find((each) => each.id === id);
  return document === undefined || summary === undefined ? null : { document, summary };
}

export function createDocument(aggregate: CaseAggregate, command: Command<'document.create'>, context: CommandContext): Result<DocumentChange> {
  const { file } = aggregate;
  const { documentId, code, aboutDocumentId, values } = command.payload;
  if (aggregate.documents.has(documentId) || file.documents.some((each) => each.id === documentId)) return fail({ code: 'FIELD_INVALID', message: '这份文书已在卷内，不能重复新建。' });
  const refusal = channelDocumentRefusal(code, file, context) ?? draftRefusal(file, code, aboutDocumentId, context) ?? typedValuesRefusal(definitionOf(code), values);
  if (refusal !== null) return fail(refusal);
  const common = { id: documentId, code, status: 'draft' as const, docNo: null, createdAt: context.now, aboutDocumentId };
  const document: DocumentFile = { ...common, caseId: file.id, rev: 0, values, createdBy: context.actor.id, issued: null };
  const summary: DocumentSummary = { ...common, issuedAt: null, pdf: null, prints: 0 };
  return changed({ ...file, documents: [...file.documents, summary] }, document);
}

/** Typed values merge key by key; an absent value and `null` are the same. */
export function editDocument(aggregate: CaseAggregate, payload: CommandPayload<'document.edit'>, context: CommandContext): Result<DocumentChange> {
  const found = documentOf(aggregate, payload.documentId);
  if (found === null) return fail(NOT_FOUND);
  const refusal = found.document.status === 'draft' ? checkActor(DOCUMENT_RULES[found.document.code].draftActors, context.actor, aggregate.file) : immutable(found.document);
  if (refusal !== null) return fail(refusal);
  const values = new Map<string, unknown>(Object.entries(found.document.values));
  for (const change of payload.changes) {
    const error = changeValue(values, change, found.document.code);
    if (error !== null) return fail(error);
  }
  return changed(aggregate.file, { ...found.document, values: Object.fromEntries(values) });
}

function fieldLabel(code: DocumentCode, key: string): string {
  return definitionOf(code).fields.find((field) => field.key === key)?.label ?? key;
}

function changeValue(values: Map<string, unknown>, change: Change, code: DocumentCode): AppError | null {
  const current = values.get(change.path) ?? null;
  const outcome = mergeValue(current, change);
  if (outcome === 'conflict') return conflict(change.path, fieldLabel(code, change.path), current, change);
  if (outcome === 'done') return null;
  const malformed = typedValueRefusal(definitionOf(code), change.path, change.to);
  if (malformed !== null) return malformed;
  if (change.to === null || change.to === undefined) values.delete(change.path);
  else values.set(change.path, change.to);
  return null;
}

export function discardDocument(aggregate: CaseAggregate, payload: CommandPayload<'document.discard'>, context: CommandContext): Result<DocumentChange> {
  const found = documentOf(aggregate, payload.documentId);
  if (found === null) return fail(NOT_FOUND);
  if (found.document.status !== 'draft') return fail(immutable(found.document));
  const refusal = checkActor(DOCUMENT_RULES[found.document.code].draftActors, context.actor, aggregate.file);
  if (refusal !== null) return fail(refusal);
  if (payload.reason.trim() === '') return fail({ code: 'FIELD_INVALID', message: '请填写作废理由。', details: { path: 'reason' } });
  return changed(withSummary(aggregate.file, payload.documentId, { status: 'discarded' }), { ...found.document, status: 'discarded' });
}

/** The number is kept with its reason; the frozen data stay, so that what was issued can still be read. */
export function cancelDocument(aggregate: CaseAggregate, payload: CommandPayload<'document.cancel'>, context: CommandContext): Result<DocumentChange> {
  const found = documentOf(aggregate, payload.documentId);
  if (found === null) return fail(NOT_FOUND);
  const refusal = cancelRefusal(aggregate.file, found.summary, context);
  if (refusal !== null) return fail(refusal);
  const reason = payload.reason.trim();
  if (reason === '') return fail({ code: 'FIELD_INVALID', message: '请填写作废理由。', details: { path: 'reason' } });
  const cancelled = { reason, at: context.now, officerId: context.actor.id, officerName: context.actor.name };
  return changed(withSummary(aggregate.file, payload.documentId, { status: 'discarded', cancelled }), { ...found.document, status: 'discarded', cancelled });
}

/** Freezes a document's data; asks for its number; what its kind does to the case is in `effects-of-documents.ts`. */
export function issueDocument(aggregate: CaseAggregate, payload: CommandPayload<'document.issue'>, context: CommandContext): Result<DocumentChange> {
  const { file } = aggregate;
  const found = documentOf(aggregate, payload.documentId);
  if (found === null) return fail(NOT_FOUND);
  const refusal = issueRefusal(file, found.document, context) ?? paperIssueRefusal(found.document.code, file);
  if (refusal !== null) return fail(refusal);
  const decided = withChanges(file, onIssue({ file, document: found.summary, on: context.today, today: context.today, data: null }));
  const frozen = context.documents.issueData({ ...aggregate, file: decided }, payload.documentId, context);
  if (!frozen.ok) return frozen;
  const record = recordOf(found.document.code, frozen.value.data);
  const times =
    recordTimesRefusal(found.document.code, frozen.value.data, aggregate.documents.values(), shanghaiMinute(context.now)) ??
    (TIMED_CODES.has(found.document.code) ? recordElsewhereRefusal(frozen.value.data, context.otherRecords ?? []) : null) ??
    replacedSinceRefusal(file, found.document.code, frozen.value.data) ??
    (record === null ? null : checkOfficers(file.officerIds.map((id) => context.officers.get(id)), record.startAt.slice(0, 10)));
  if (times !== null) return fail(times);
  const issued: IssuedDocument = { ...frozen.value, issuedBy: context.actor.id, issuedAt: context.now, issuedOn: context.today, pdf: null };
  const series = documentSeries(context.settings, file.channel, found.document.code);
  const numbers: NumberRequest[] = series === null ? [] : [{ target: { kind: 'document', documentId: payload.documentId }, series, year: numberYear(context.today) }];
  const summarised = withSummary(decided, payload.documentId, { status: 'issued', issuedAt: context.now, ...(record === null ? {} : { record }) });
  return changed(summarised, { ...found.document, status: 'issued', issued }, numbers);
}

/** The PDF of an issued document is kept once, as the desktop of whoever issued it set it; another hash would be another document. */
export function attachPdf(aggregate: CaseAggregate, payload: CommandPayload<'document.attach-pdf'>, { actor }: CommandContext): Result<DocumentChange> {
  const found = documentOf(aggregate, payload.documentId);
  if (found === null) return fail(NOT_FOUND);
  const { document } = found;
  if (document.issued === null) return fail({ code: 'DOCUMENT_NOT_READY', message: '文书签发后才能存入PDF。' });
  const kept = document.issued.pdf;
  if (kept !== null && kept.sha256 !== payload.pdf.sha256) return fail({ code: 'DOCUMENT_IMMUTABLE', message: '这份文书已存有PDF，内容与本次不同，不能替换。' });
  if (kept !== null) return changed(aggregate.file, null);
  if (document.issued.issuedBy !== actor.id) return fail({ code: 'ROLE_NOT_ALLOWED', message: '文书的存档PDF由签发人的电脑生成并存入，其他人员不能存入。' });
  return changed(withSummary(aggregate.file, document.id, { pdf: payload.pdf }), { ...document, issued: { ...document.issued, pdf: payload.pdf } });
}

export function countPrint(aggregate: CaseAggregate, payload: CommandPayload<'document.printed'>): Result<DocumentChange> {
  const summary = aggregate.file.documents.find((each) => each.id === payload.documentId);
  if (summary === undefined) return fail(NOT_FOUND);
  return changed(withSummary(aggregate.file, summary.id, { prints: summary.prints + 1 }), null);
}
