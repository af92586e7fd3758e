import { MAX_FILE_BYTES } from '#shared/contract/http/streams.ts';
import { failure } from '#worker/failure.ts';

export type AcceptedMime = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

function startsWith(bytes: Uint8Array, start: readonly number[], at = 0): boolean {
  return start.every((value, index) => bytes[at + index] === value);
}

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

/** The kind of a file by its first bytes; its name and its sender are not believed. */
export function fileKind(bytes: Uint8Array): AcceptedMime | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) return 'image/webp';
  if (startsWith(bytes, ascii('%PDF-'))) return 'application/pdf';
  return null;
}

/** Refuses FILE_TOO_LARGE and FILE_TYPE_REFUSED. */
export function acceptFile(name: string, bytes: Uint8Array): AcceptedMime {
  if (bytes.length > MAX_FILE_BYTES) {
    throw failure('FILE_TOO_LARGE', `「${name}」超过 ${MAX_FILE_BYTES / 1024 / 1024} MB 的上限。请压缩或拆分后再添加。`);
  }
  const mime = fileKind(bytes);
  if (mime === null) {
    throw failure('FILE_TYPE_REFUSED', `「${name}」不是可接收的文件类型。可接收：JPG、PNG、WebP 图片和 PDF（按文件内容识别，改扩展名无效）。`, { accepted: ['jpg', 'png', 'webp', 'pdf'] });
  }
  return mime;
}
