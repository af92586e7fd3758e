import type { PrinterInfo as SystemPrinter, WebContents } from 'electron';
import type { PrinterInfo } from '#shared/contract/views.ts';
import { type AppError } from '#shared/contract/result.ts';

/** CUPS: bit of `printer-type` that marks the default, and the value of `printer-state` for a stopped queue. */
const CUPS_DEFAULT = 0x20000;
const CUPS_STOPPED = '5';

export async function listPrinters(contents: WebContents, remembered: string | undefined): Promise<readonly PrinterInfo[]> {
  const found = await contents.getPrintersAsync();
  return found.map((printer) => ({
    name: printer.name,
    displayName: printer.displayName,
    isDefault: isDefault(printer),
    remembered: printer.name === remembered,
  }));
}

/** Why a printer cannot be used now, or `null`. */
export async function printerFault(contents: WebContents, name: string): Promise<AppError | null> {
  const found = await contents.getPrintersAsync();
  const printer = found.find((candidate) => candidate.name === name);
  if (printer === undefined) {
    return { code: 'PRINTER_UNAVAILABLE', message: `找不到打印机「${name}」。请检查打印机是否已开机并连到本机，或换一台打印机。`, details: { field: 'printer' } };
  }
  if (option(printer, 'printer-state') !== CUPS_STOPPED) return null;
  return { code: 'PRINTER_UNAVAILABLE', message: `打印机「${printer.displayName}」已停用${reason(printer)}。请在系统的打印机设置里恢复它，或换一台打印机。`, details: { field: 'printer' } };
}

const REASONS: Readonly<Record<string, string>> = {
  'media-empty': '（缺纸）',
  'media-jam': '（卡纸）',
  'toner-empty': '（墨粉用尽）',
  'marker-supply-empty': '（墨水用尽）',
  'door-open': '（盖板未关）',
  'offline-report': '（打印机脱机）',
};

function reason(printer: SystemPrinter): string {
  const states = option(printer, 'printer-state-reasons').split(',');
  const known = Object.entries(REASONS).find(([key]) => states.some((state) => state.startsWith(key)));
  return known?.[1] ?? '';
}

function isDefault(printer: SystemPrinter): boolean {
  if ('isDefault' in printer) return printer.isDefault === true;
  return (Number(option(printer, 'printer-type')) & CUPS_DEFAULT) !== 0;
}

function option(printer: SystemPrinter, key: string): string {
  const value = (printer.options as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
