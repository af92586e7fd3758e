import type { BrowserWindow, WebContentsPrintOptions } from 'electron';
import type { IpcInput } from '#shared/contract/ipc.ts';
import { type AppError } from '#shared/contract/result.ts';

/** A spooler that says nothing for so long has failed. */
const SPOOL_MS = 60_000;

type Spooling = Pick<IpcInput<'print.document'>, 'printer' | 'copies' | 'duplex'>;

/** Gives the window's sheets to the print system; answers why it failed, or `null` once the job is spooled. */
export async function spool(window: BrowserWindow, input: Spooling): Promise<AppError | null> {
  const failure = await new Promise<string | null>((resolve) => {
    const timer = setTimeout(() => { resolve('timeout'); }, SPOOL_MS);
    window.webContents.print(printOptions(input), (success, reason) => {
      clearTimeout(timer);
      resolve(success ? null : reason);
    });
  });
  return failure === null ? null : failureOf(failure, input.printer);
}

function printOptions(input: Spooling): WebContentsPrintOptions {
  return {
    silent: true,
    printBackground: true,
    deviceName: input.printer,
    copies: input.copies,
    collate: true,
    duplexMode: input.duplex,
    margins: { marginType: 'none' },
    pageSize: 'A4',
    scaleFactor: 100,
  };
}

function failureOf(reason: string, printer: string): AppError {
  if (/invalid deviceName/i.test(reason)) {
    return { code: 'PRINTER_UNAVAILABLE', message: `打印机「${printer}」无法使用。请检查它是否已开机并连到本机，或换一台打印机。`, details: { field: 'printer', reason } };
  }
  if (reason === 'timeout') {
    return { code: 'PRINT_FAILED', message: `打印机「${printer}」一分钟内没有接收这份文书。请查看系统的打印队列，确认没有排上队再重新打印。`, details: { reason } };
  }
  return { code: 'PRINT_FAILED', message: `没有打印成功。请检查打印机「${printer}」的纸张、墨粉和连接后重试；也可以先导出 PDF。`, details: { reason } };
}
