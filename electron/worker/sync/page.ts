import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import type { Task } from '#shared/domain/task/task.ts';
import type { BodyText, PageLine } from '#worker/db/store.ts';
import { REFERENCE_KINDS } from '#worker/db/repositories/reference.ts';
import type { State } from '#worker/state/state.ts';

type RecordLine = Extract<PageLine, { readonly t: 'record' }>;

/** What a page has touched so far. */
export interface Touched {
  /** Cases and tasks. */
  readonly cases: Set<string>;
  readonly documents: Set<string>;
  /** Cases and tasks the server took away while commands on them are unfinished. */
  readonly gone: Set<string>;
  reference: boolean;
}

export interface PageContext {
  readonly state: State;
  readonly generation: number;
  /** During an initial pull: rows are appended, and terms are left to the background. */
  readonly bulk: boolean;
  /** Cases with unfinished commands: replayed at the end of the page. */
  readonly busy: ReadonlySet<string>;
}

function requireText(value: unknown, field: string): void {
  if (typeof value !== 'string' || value === '') throw new TypeError(`Field ${field} is missing`);
}

function parsed<T>(body: BodyText): T {
  return JSON.parse(body.toString()) as T;
}

function putCase(line: RecordLine, { state, generation, bulk, busy }: PageContext, touched: Touched): void {
  const file = parsed<CaseFile>(line.body);
  for (const field of ['stage', 'channel', 'district', 'registeredOn'] as const) requireText(file[field], field);
  const row = state.cache.cases.write(bulk ? state.columnsWithoutDue(file) : state.columns(file), line.rev, generation, bulk);
  state.cache.cases.putServerBody(row, line.body, busy.has(line.id));
  touched.cases.add(line.id);
}

function putTask(line: RecordLine, { state, generation, busy }: PageContext, touched: Touched): void {
  const task = parsed<Task>(line.body);
  for (const field of ['state', 'channel', 'district', 'dueOn'] as const) requireText(task[field], field);
  const row = state.cache.tasks.write(task, line.rev, generation);
  state.cache.tasks.putServerBody(row, line.body, busy.has(line.id));
  touched.cases.add(line.id);
}

/**
 * Only plain members stand before the case's id: so it is the document's own. The long body need not be parsed to be
 * stored; its beginning is read byte by byte, which leaves ASCII, all that an id is made of, as it is.
 */
const DOCUMENT_HEAD = /^\{(?:"\w+":(?:"[^"\\]*"|null|\d+),)*?"caseId":"([\x20-\x21\x23-\x5b\x5d-\x7e]+)"/;
const HEAD_BYTES = 512;

function caseIdOf(body: BodyText): string {
  const head = typeof body === 'string' ? body : body.toString('latin1', 0, HEAD_BYTES);
  const found = DOCUMENT_HEAD.exec(head)?.[1] ?? parsed<DocumentFile>(body).caseId;
  requireText(found, 'caseId');
  return found;
}

function putDocument(line: RecordLine, { state, generation, busy }: PageContext, touched: Touched): void {
  const caseId = caseIdOf(line.body);
  const keepLocal = busy.has(caseId);
  state.cache.documents.putServer({ id: line.id, caseId, rev: line.rev, body: line.body, generation }, keepLocal);
  if (keepLocal) touched.cases.add(caseId);
  touched.documents.add(line.id);
}

function putRegister(line: RecordLine, { state, generation }: PageContext): void {
  const body = line.body.toString();
  if (line.kind === 'party') {
    const party = parsed<PartyRecord>(body);
    requireText(party.name, 'name');
    state.cache.parties.put(line.id, line.rev, party.name, party.creditCode, body, generation);
  } else {
    const project = parsed<ProjectRecord>(body);
    requireText(project.name, 'name');
    state.cache.projects.put(line.id, line.rev, project.name, project.projectCode, body, generation);
  }
}

function putKnown(line: RecordLine, context: PageContext, touched: Touched): boolean {
  if (line.kind === 'case') putCase(line, context, touched);
  else if (line.kind === 'task') putTask(line, context, touched);
  else if (line.kind === 'document') putDocument(line, context, touched);
  else if (line.kind === 'party' || line.kind === 'project') putRegister(line, context);
  else if (REFERENCE_KINDS.has(line.kind)) {
    const body = line.body.toString();
    parsed(body);
    context.state.cache.references.put(line.kind, line.id, line.rev, body, context.generation);
    context.state.reference.forget();
    touched.reference = true;
  } else return false;
  return true;
}

function park({ kind, id, rev, body }: RecordLine, { state }: PageContext, reason: string): void {
  state.cache.raw.park({ kind, id, rev, body: body.toString() }, reason);
}

/** Stores one record. One that this version cannot read is parked as it came, and never holds up the others. */
export function putRecord(line: RecordLine, context: PageContext, touched: Touched): void {
  try {
    if (putKnown(line, context, touched)) return;
    park(line, context, 'unknown kind');
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    park(line, context, error.message);
  }
}

/** Removes a record that is deleted or out of the user's scope; what the person wrote on it stays. */
export function removeRecord(kind: string, id: string, { state, busy }: PageContext, touched: Touched): void {
  const { cache } = state;
  if (kind === 'case') removeCase(id, state, busy, touched);
  else if (kind === 'task') removeTask(id, state, busy, touched);
  else if (kind === 'document') {
    const caseId = cache.documents.remove(id);
    touched.documents.add(id);
    if (caseId !== null && busy.has(caseId)) touched.cases.add(caseId);
  } else if (kind === 'party') cache.parties.remove(id);
  else if (kind === 'project') cache.projects.remove(id);
  else if (REFERENCE_KINDS.has(kind)) {
    cache.references.remove(kind, id);
    state.reference.forget();
    touched.reference = true;
  } else cache.raw.remove(kind, id);
}

function removeCase(id: string, { cache }: State, busy: ReadonlySet<string>, touched: Touched): void {
  const stored = cache.cases.find(id);
  if (stored === null) return;
  touched.cases.add(id);
  if (busy.has(id)) {
    cache.cases.putServerBody(stored.row, null, true);
    touched.gone.add(id);
    return;
  }
  for (const documentId of cache.documents.removeOfCase(id)) touched.documents.add(documentId);
  cache.cases.remove(id);
}

function removeTask(id: string, { cache }: State, busy: ReadonlySet<string>, touched: Touched): void {
  const stored = cache.tasks.find(id);
  if (stored === null) return;
  touched.cases.add(id);
  if (busy.has(id)) {
    cache.tasks.putServerBody(stored.row, null, true);
    touched.gone.add(id);
    return;
  }
  for (const documentId of cache.documents.removeOfCase(id)) touched.documents.add(documentId);
  cache.tasks.remove(id);
}

/** Tries the parked records again, once after each update of the program. */
export function replayParked(context: PageContext): void {
  const touched: Touched = { cases: new Set(), documents: new Set(), gone: new Set(), reference: false };
  for (const record of context.state.cache.raw.all()) {
    context.state.cache.raw.remove(record.kind, record.id);
    putRecord({ t: 'record', ...record }, context, touched);
  }
}
