import { MAX_FILE_BYTES } from '#shared/contract/http/streams.ts';
import { type AcceptedMime, FILE_KINDS, type FileFamily } from '#shared/domain/evidence/file-kinds.ts';
import { failure } from '#worker/failure.ts';

const ENDINGS: ReadonlyMap<string, FileFamily> = new Map(Object.values(FILE_KINDS).flatMap(({ endings, family }) => endings.map((ending) => [ending, family] as const)));
const ACCEPTED = 'JPG、PNG、WebP 图片，PDF，MP4、WebM、AVI 视频，MP3、M4A、AAC、WAV、OGG 录音，ZIP 和 docx、xlsx 等文档';

function startsWith(bytes: Uint8Array, start: readonly number[], at = 0): boolean {
  return start.every((value, index) => bytes[at + index] === value);
}

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

const RIFF_KINDS: Readonly<Record<string, AcceptedMime>> = { WEBP: 'image/webp', 'WAVE': 'audio/wav', 'AVI ': 'video/x-msvideo' };
/** Brands of the ISO container that hold something else than a film. */
const HEIC_BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'hevc', 'mif1', 'msf1', 'avif']);

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function brandOf(bytes: Uint8Array): string | null {
  return startsWith(bytes, ascii('ftyp'), 4) ? textAt(bytes, 8) : null;
}

/** The kind of a file by its first bytes; its name and its sender are not believed. */
export function fileKind(bytes: Uint8Array): AcceptedMime | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, ascii('%PDF-'))) return 'application/pdf';
  if (startsWith(bytes, ascii('RIFF'))) return RIFF_KINDS[textAt(bytes, 8)] ?? null;
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'application/zip';
  return recordingKind(bytes);
}

function recordingKind(bytes: Uint8Array): AcceptedMime | null {
  const brand = brandOf(bytes);
  if (brand !== null) return HEIC_BRANDS.has(brand) ? null : brand.startsWith('M4A') ? 'audio/mp4' : 'video/mp4';
  if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3])) return 'video/webm';
  if (startsWith(bytes, ascii('OggS'))) return 'audio/ogg';
  if (startsWith(bytes, ascii('ID3'))) return 'audio/mpeg';
  if (bytes[0] !== 0xff) return null;
  const second = bytes[1] ?? 0;
  if ((second & 0xf6) === 0xf0) return 'audio/aac';
  return (second & 0xe6) === 0xe2 ? 'audio/mpeg' : null;
}

/** Refuses FILE_DAMAGED (empty), FILE_TOO_LARGE and FILE_TYPE_REFUSED. */
export function acceptFile(name: string, bytes: Uint8Array): AcceptedMime {
  if (bytes.length === 0) throw failure('FILE_DAMAGED', `「${name}」是空文件（0 字节），没有登记。可能没有复制完整，请从手机、相机或者原设备重新复制。`);
  if (bytes.length > MAX_FILE_BYTES) {
    throw failure('FILE_TOO_LARGE', `「${name}」超过 ${MAX_FILE_BYTES / 1024 / 1024} MB 的上限。请压缩或拆分后再添加。`);
  }
  const mime = fileKind(bytes);
  if (mime === null) throw unknownKind(name, bytes);
  const ending = endingOf(name);
  if (ending !== null && ENDINGS.get(ending) !== FILE_KINDS[mime].family) throw misnamed(name, ending, mime);
  return mime;
}

/** The ending of a name in lower case; `null` where there is none, or only a number after a full stop (`11.20`). */
function endingOf(name: string): string | null {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? null;
  return ending === null || /^\d+$/.test(ending) ? null : ending;
}

function unknownKind(name: string, bytes: Uint8Array): Error {
  if (HEIC_BRANDS.has(brandOf(bytes) ?? '')) {
    return failure('FILE_TYPE_REFUSED', `「${name}」是 HEIC 照片，很多电脑打不开，不能入卷。请在手机「设置—相机—格式」选「兼容性最佳」，或者把照片导出为 JPG 后再添加。`, { accepted: Object.keys(FILE_KINDS) });
  }
  const ending = endingOf(name);
  const claim = ending !== null && ENDINGS.has(ending) ? `「${name}」的扩展名是 ${ending}，内容却不是，可能已损坏或者被改过扩展名。` : `「${name}」不是可接收的文件类型。`;
  return failure('FILE_TYPE_REFUSED', `${claim}可接收：${ACCEPTED}（按文件内容识别，改扩展名无效）。`, { accepted: Object.keys(FILE_KINDS) });
}

function misnamed(name: string, ending: string, mime: AcceptedMime): Error {
  const { name: found, endings } = FILE_KINDS[mime];
  return failure('FILE_TYPE_REFUSED', `「${name}」的扩展名是 ${ending}，内容却是${found}，没有登记。请核对是否选错了文件；确属这份文件的，把扩展名改为 .${endings[0]} 后重新添加。`, { found: mime });
}
