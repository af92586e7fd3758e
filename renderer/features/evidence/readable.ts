import type { AppError } from '#shared/contract/result.ts';
import { durationText } from '#shared/domain/evidence/annotation.ts';
import { isCutOff } from '#shared/domain/evidence/wholeness.ts';
import { secondsOf } from './recording.ts';

export interface Reading {
  /** Why the file is of no use as it is; `null`: it opens. */
  readonly flaw: AppError | null;
  /** Particulars that the file itself tells. */
  readonly particulars: Readonly<Record<string, string>>;
}

const READABLE: Reading = { flaw: null, particulars: {} };

function damaged(message: string): Reading {
  return { flaw: { code: 'FILE_DAMAGED', message }, particulars: {} };
}

/** Opens a file as the viewer would, before it is registered: what cannot be opened proves nothing later. */
export async function readFileOnce(mime: string, bytes: Uint8Array): Promise<Reading> {
  if (isCutOff(mime, bytes)) return damaged('文件不完整，缺少结尾，可能在复制时中断，没有登记。请从手机、相机或者原设备重新复制。');
  const blob = new Blob([bytes as BlobPart], { type: mime });
  if (mime.startsWith('image/')) return readPhoto(blob);
  if (mime === 'application/pdf') return readPdf(bytes);
  if (!mime.startsWith('audio/') && !mime.startsWith('video/')) return READABLE;
  const seconds = await secondsOf(blob);
  return seconds === null ? READABLE : { flaw: null, particulars: { duration: durationText(Math.max(1, Math.round(seconds))) } };
}

async function readPhoto(blob: Blob): Promise<Reading> {
  try {
    (await createImageBitmap(blob)).close();
    return READABLE;
  } catch {
    return damaged('照片打不开，文件可能已损坏，没有登记。请从手机或者相机重新复制原始照片。');
  }
}

async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const { openPdf } = await import('./pdf.ts');
  const task = openPdf(bytes);
  try {
    const { numPages } = await task.promise;
    return { flaw: null, particulars: { pages: String(numPages) } };
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException') return damaged('这个 PDF 加了密码，入卷后别人打不开，没有登记。请去掉密码后重新添加。');
    return damaged('这个 PDF 打不开，文件可能已损坏，没有登记。请重新扫描或者重新导出。');
  } finally {
    void task.destroy();
  }
}
