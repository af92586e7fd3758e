import type { DocumentCode, DocumentSummary } from '#shared/domain/document/document-file.ts';
import type { Task } from '#shared/domain/task/task.ts';

/** Papers of a task by what they are about, e.g. an order or a round of it; the visit's own are about nothing further. */
function idOf(code: DocumentCode, about: string, attempt: number): string {
  return `${[code.toLowerCase(), about, ...(attempt === 0 ? [] : [`v${attempt + 1}`])].join('-')}`.slice(0, 64);
}

/** The standing paper about it; `undefined` while there is none. */
export function paperOf(task: Pick<Task, 'documents'>, code: DocumentCode, about: string): DocumentSummary | undefined {
  const start = idOf(code, about, 0);
  return task.documents.findLast((document) => document.code === code && document.status !== 'discarded' && (document.id === start || document.id.startsWith(`${start}-v`)));
}

/** Id for the next paper about it: the same from whichever desk it is made, so that two clicks make one paper. */
export function nextPaperId(task: Pick<Task, 'documents'>, code: DocumentCode, about: string): string {
  const start = idOf(code, about, 0);
  const made = task.documents.filter((document) => document.id === start || document.id.startsWith(`${start}-v`)).length;
  return idOf(code, about, made);
}

/** The last paper of a kind the visit itself has: made here or from the list of documents. */
export function visitPaper(task: Pick<Task, 'id' | 'documents'>, code: DocumentCode): DocumentSummary | undefined {
  return paperOf(task, code, task.id) ?? task.documents.findLast((document) => document.code === code && document.status !== 'discarded');
}
