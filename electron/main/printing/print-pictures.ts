import { randomUUID } from 'node:crypto';
import type { WebContents } from 'electron';
import type { IpcInput } from '#shared/contract/ipc.ts';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import type { PrintOutcome } from '#shared/contract/views.ts';
import { log } from '../log.ts';
import type { PrintWindows } from './print-window.ts';
import { printerFault } from './printers.ts';
import { spool } from './spool.ts';

/** Prints sheets the window has drawn: pages of a volume, whatever they came from. */
export async function printPictures(windows: PrintWindows, contents: WebContents, input: IpcInput<'print.pictures'>): Promise<Result<PrintOutcome>> {
  if (!input.pages.every(isJpeg)) return fail({ code: 'INVALID_INPUT', message: '要打印的页面没有生成，请重试。' });
  const fault = await printerFault(contents, input.printer);
  if (fault !== null) return fail(fault);
  const facts = { job: randomUUID(), pages: input.pages.length, copies: input.copies };
  log('print.started', facts);
  // The title stands in a page of markup: only what cannot be markup goes in.
  const title = input.title.replace(/[<>&"']/gu, ' ');
  const failure = await windows.withSheets({ title, mark: '', pages: input.pages }, (window) => spool(window, input));
  log(failure === null ? 'print.spooled' : 'print.failed', { ...facts, code: failure?.code ?? null });
  return failure === null ? ok({ printer: input.printer, pages: input.pages.length, copies: input.copies }) : fail(failure);
}

function isJpeg(bytes: unknown): boolean {
  return bytes instanceof Uint8Array && bytes[0] === 0xff && bytes[1] === 0xd8;
}
