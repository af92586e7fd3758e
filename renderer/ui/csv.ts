import { dateTimeOf } from './format.ts';
import { saveFile } from './save-file.ts';

/** Rows as CSV that WPS and Excel open rightly: a byte order mark, CRLF, and no cell that starts a formula. */
export function csvOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Hands a CSV text over as a download, e.g. `案件列表-2026-11-221032.csv`. */
export function saveCsv(name: string, text: string): void {
  saveFile(`${name}-${dateTimeOf(Date.now()).replace(/[ :]/g, '')}.csv`, text, 'text/csv;charset=utf-8');
}
