import { randomUUID } from 'node:crypto';
import type { WebContents } from 'electron';
import type { IpcInput } from '#shared/contract/ipc.ts';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import type { PrintOutcome } from '#shared/contract/views.ts';
import { DOCUMENT_NAMES, type DocumentFile } from '#shared/domain/document/document-file.ts';
import { log } from '../log.ts';
import type { SettingsFile } from '../settings/settings.ts';
import type { WorkerHost } from '../worker-host/host.ts';
import { selectPages } from './page-selection.ts';
import type { PrintWindows } from './print-window.ts';
import { printerFault } from './printers.ts';
import { reprintMark } from './sheet.ts';
import { spool } from './spool.ts';

type PrintInput = IpcInput<'print.document'>;

export interface PrintDependencies {
  readonly worker: WorkerHost;
  readonly windows: PrintWindows;
  readonly settings: SettingsFile;
}

/**
 * Prints what was previewed: the worker's page pictures, for an issued document from its frozen data. The job is logged
 * before and after it is spooled, so that one that was interrupted can be told from one that came out.
 */
export async function printDocument(parts: PrintDependencies, contents: WebContents, input: PrintInput): Promise<Result<PrintOutcome>> {
  const document = await parts.worker.call('document.get', { documentId: input.documentId });
  if (!document.ok) return document;
  const preview = await parts.worker.call('document.preview', { documentId: input.documentId, values: {} });
  if (!preview.ok) return preview;
  const pages = selectPages(preview.value.pages, input.ranges);
  if (!pages.ok) return pages;
  const fault = await printerFault(contents, input.printer);
  if (fault !== null) return fail(fault);
  return run(parts, document.value, pages.value, input);
}

async function run(parts: PrintDependencies, document: DocumentFile, pages: readonly string[], input: PrintInput): Promise<Result<PrintOutcome>> {
  const facts = { job: randomUUID(), document: document.id, pages: pages.length, copies: input.copies };
  log('print.started', facts);
  const failure = await parts.windows.withSheets({ title: DOCUMENT_NAMES[document.code], mark: await markOf(parts.worker, document), pages }, (window) => spool(window, input));
  log(failure === null ? 'print.spooled' : 'print.failed', { ...facts, code: failure?.code ?? null });
  if (failure !== null) return fail(failure);
  parts.settings.update({ printers: { ...parts.settings.get().printers, [document.code]: input.printer } });
  await record(parts.worker, document, input);
  return ok({ printer: input.printer, pages: pages.length, copies: input.copies });
}

/** How often an issued document came out before, as every machine knows it; a draft carries its own mark in its pages. */
async function markOf(worker: WorkerHost, document: DocumentFile): Promise<string> {
  if (document.status !== 'issued') return '';
  const file = await worker.call('case.get', { caseId: document.caseId });
  return file.ok ? reprintMark(file.value.documents.find(({ id }) => id === document.id)?.prints ?? 0) : '';
}

/** Drafts are not counted: only an issued document is printed「第 n 次」. */
async function record(worker: WorkerHost, document: DocumentFile, input: PrintInput): Promise<void> {
  if (document.status !== 'issued') return;
  const payload = { documentId: document.id, copies: input.copies, printer: input.printer };
  const recorded = await worker.call('command.submit', { kind: 'document.printed', entityId: document.caseId, payload });
  if (!recorded.ok) log('print.unrecorded', { document: document.id, code: recorded.error.code });
}
