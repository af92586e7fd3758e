import { ok, type Result } from '#shared/contract/result.ts';
import { REFUSALS } from './refusals.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Compound file: an old .xls, or an encrypted .xlsx. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Whether a compound file's directory names a stream; names are UTF-16LE. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

/** What a file is by its content; the name tells .xlsm and .xlsb from .xlsx only. */
export function sniff(bytes: Uint8Array, name: string): Result<'xlsx' | 'csv'> {
  if (bytes.length === 0) return REFUSALS.empty;
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  if (ending === 'xlsm' || ending === 'xltm' || ending === 'xlam') return REFUSALS.macroBook;
  if (ending === 'xlsb') return REFUSALS.binaryBook;
  if (startsWith(bytes, COMPOUND)) return holds(bytes, 'EncryptedPackage') ? REFUSALS.encrypted : REFUSALS.oldXls;
  if (startsWith(bytes, ZIP)) return ok('xlsx');
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 600)).trimStart().toLowerCase();
  if (/^(\u00ef\u00bb\u00bf)?\s*<(!doctype|html|table|\?xml|workbook|meta)/.test(start)) return REFUSALS.webPage;
  // Programs save comma-separated text under .xls, too.
  return ['csv', 'txt', 'tsv', 'xls'].includes(ending) && !start.startsWith('%pdf') ? ok('csv') : REFUSALS.notTable;
}
