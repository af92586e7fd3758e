import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { CHUNK_BYTES, checksum, findWrongByte, MANIFEST_NAME, SUM_CHARACTERS, TRAILER_MARK, type WrongByte } from './checksums.ts';
import type { Manifest } from './package.ts';

export type Verdict =
  | { readonly ok: true; readonly manifest: Manifest }
  /** `file`: the entry the wrong byte lies in, where it lies in one; `offset` counts from the start of the package. */
  | { readonly ok: false; readonly message: string; readonly offset: number | null; readonly file: string | null };

/** Checks every byte of a package. Names the first wrong one. */
export function verifyPackage(bytes: Uint8Array): Verdict {
  const trailer = readTrailer(bytes);
  if (!trailer.ok) return trailer;
  const { tailStart, tailSums } = trailer;
  const manifest = readManifest(bytes, tailStart, tailSums);
  if (!manifest.ok) return manifest;
  const { value } = manifest;
  const wrong = firstWrong(bytes.subarray(0, value.coveredBytes), value.chunks, 0);
  if (wrong !== null) return damaged(wrong, bytes, entryAt(bytes, wrong.offset));
  return checkFiles(bytes, value);
}

function refused(message: string): Verdict & { ok: false } {
  return { ok: false, message, offset: null, file: null };
}

function damaged(wrong: WrongByte, bytes: Uint8Array, file: string | null): Verdict & { ok: false } {
  const place = file === null ? '归档包的结构' : `文件“${file}”`;
  const where = `第 ${String(wrong.offset)} 字节（从 0 起，0x${wrong.offset.toString(16)}）`;
  const what = wrong.expected === null ? `所在的 ${String(CHUNK_BYTES)} 字节内有多处改动` : `是 0x${hex(bytes[wrong.offset] ?? 0)}，应为 0x${hex(wrong.expected)}`;
  return { ok: false, message: `归档包已损坏：${place}，${where}${what}。`, offset: wrong.offset, file };
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0');
}

type Trailer = { readonly ok: true; readonly tailStart: number; readonly tailSums: string };

/** The ZIP comment at the very end: length of the last part, its checksums, and a checksum of both. */
function readTrailer(bytes: Uint8Array): Trailer | (Verdict & { ok: false }) {
  const text = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 0xffff))).toString('latin1');
  const at = text.lastIndexOf(TRAILER_MARK);
  const parts = at < 0 ? null : /^HV1:(\d+):([\w-]*):([\w-]{11})$/u.exec(text.slice(at));
  if (parts === null) return refused('这不是完整的归档包：文件结尾没有校验记录，可能没有下载完整，或者结尾已被改动。');
  const [, length = '0', sums = '', own = ''] = parts;
  const start = bytes.length - (text.length - at);
  const body = bytes.subarray(start, bytes.length - SUM_CHARACTERS - 1);
  if (checksum(body) !== own) return damaged(findWrongByte(body, own, start), bytes, null);
  return { ok: true, tailStart: start - Number(length), tailSums: sums };
}

/** Compares chunk by chunk; stops at the first difference. */
function firstWrong(bytes: Uint8Array, sums: string, offset: number): WrongByte | null {
  for (let index = 0; index * CHUNK_BYTES < bytes.length; index += 1) {
    const chunk = bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    const sum = sums.slice(index * SUM_CHARACTERS, (index + 1) * SUM_CHARACTERS);
    if (checksum(chunk) !== sum) return findWrongByte(chunk, sum, offset + index * CHUNK_BYTES);
  }
  return null;
}

function readManifest(bytes: Uint8Array, start: number, sums: string): { readonly ok: true; readonly value: Manifest } | (Verdict & { ok: false }) {
  const tail = tailBytes(bytes, start, sums);
  const wrong = tail === null ? null : firstWrong(tail, sums, start);
  if (tail === null || start < 0) return refused('归档包不完整：长度与校验记录不符。');
  if (wrong !== null) return damaged(wrong, bytes, wrong.offset < start + tail.length ? MANIFEST_NAME : null);
  const entry = unzipSync(bytes, { filter: (file) => file.name === MANIFEST_NAME })[MANIFEST_NAME];
  if (entry === undefined) return refused('归档包里没有清单 manifest.json。');
  return { ok: true, value: JSON.parse(new TextDecoder().decode(entry)) as Manifest };
}

/** The last part as it was before the comment's length was written into it. */
function tailBytes(bytes: Uint8Array, start: number, sums: string): Uint8Array | null {
  const at = Buffer.from(bytes).lastIndexOf(TRAILER_MARK, bytes.length, 'latin1');
  if (start < 0 || start > at || Math.ceil((at - start) / CHUNK_BYTES) * SUM_CHARACTERS !== sums.length) return null;
  const tail = Uint8Array.from(bytes.subarray(start, at));
  const length = new DataView(tail.buffer).getUint16(tail.length - 2, true);
  if (length !== bytes.length - at) return tail;
  tail.set([0, 0], tail.length - 2);
  return tail;
}

/** Name of the ZIP entry whose header or content holds an offset, walking the local headers. */
function entryAt(bytes: Uint8Array, offset: number): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 30 <= bytes.length && view.getUint32(at, true) === 0x04034b50;) {
    const nameLength = view.getUint16(at + 26, true);
    const content = at + 30 + nameLength + view.getUint16(at + 28, true);
    const end = content + view.getUint32(at + 18, true);
    if (offset < end) return new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + nameLength));
    at = end;
  }
  return null;
}

function checkFiles(bytes: Uint8Array, manifest: Manifest): Verdict {
  const entries = unzipSync(bytes);
  for (const file of manifest.files) {
    const entry = entries[file.path];
    if (entry === undefined) return refused(`归档包缺少清单所列的文件“${file.path}”。`);
    if (createHash('sha256').update(entry).digest('hex') !== file.sha256) return { ok: false, message: `文件“${file.path}”与清单的SHA-256不符。`, offset: null, file: file.path };
  }
  const extra = Object.keys(entries).find((name) => name !== MANIFEST_NAME && !manifest.files.some((file) => file.path === name));
  return extra === undefined ? { ok: true, manifest } : refused(`归档包里有清单没有列出的文件“${extra}”。`);
}
