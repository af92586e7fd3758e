import { sizeOf } from '#renderer/ui/format.ts';
import { SHEET_BYTES } from '#shared/contract/http/matters.ts';
import { AppFailure } from '#shared/contract/result.ts';

const CHUNK = 0x8000;

/** A chosen file in base64. Throws `AppFailure` where it is too large to be sent. */
export async function base64Of(file: File): Promise<string> {
  if (file.size > SHEET_BYTES) throw new AppFailure({ code: 'FILE_TOO_LARGE', message: `文件有 ${sizeOf(file.size)}，一次最多 ${sizeOf(SHEET_BYTES)}。请拆成几个文件，或者删去图片和多余的工作表。` });
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let from = 0; from < bytes.length; from += CHUNK) binary += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  return btoa(binary);
}
