import type { PrinterInfo } from '#shared/contract/views.ts';

/** The printer this kind of document last went to while it is still there, else the system's, else the first. */
export function choosePrinter(printers: readonly PrinterInfo[], remembered: string | null): string {
  const known = printers.find((printer) => printer.name === remembered);
  const chosen = known ?? printers.find((printer) => printer.isDefault) ?? printers[0];
  return chosen?.name ?? '';
}
