import { byteLength } from './hashing.ts';
import { type DrawRecord, recordText } from './record.ts';
import { verifyDraw } from './verify.ts';

export type FileVerdict =
  | { readonly ok: true; readonly record: DrawRecord }
  /** `offset`: byte of the file at which the first wrong part begins, from 0; `null` where it has no place in the file. */
  | { readonly ok: false; readonly offset: number | null; readonly message: string };

/** Verifies an exported record, and that the file is byte by byte what was exported. */
export function verifyRecordText(text: string): FileVerdict {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const verdict = verifyDraw(parsed.value);
  if (!verdict.ok) return { ok: false, message: verdict.message, offset: verdict.offset };
  const exported = recordText(verdict.record);
  if (text === exported) return verdict;
  const at = Array.from({ length: Math.min(text.length, exported.length) }, (_, index) => index).find((index) => text[index] !== exported[index]) ?? Math.min(text.length, exported.length);
  return { ok: false, offset: byteLength(text.slice(0, at)), message: '记录的内容可以重放，但文件不是系统导出的原样：多了空格、换行，或者有重复、换位的内容。' };
}

function parse(text: string): { readonly ok: true; readonly value: unknown } | (FileVerdict & { readonly ok: false }) {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (cause) {
    const at = /position (\d+)/.exec(String(cause))?.[1];
    return { ok: false, offset: at === undefined ? null : byteLength(text.slice(0, Number(at))), message: '文件不是完整的抽取记录：不能按JSON读取，可能没有保存完整，或者被改动过。' };
  }
}
