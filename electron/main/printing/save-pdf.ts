import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { IpcInput } from '#shared/contract/ipc.ts';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import type { WorkerHost } from '../worker-host/host.ts';
import { pdfFileName } from './pdf-file-name.ts';

export interface SavePdfDependencies {
  readonly worker: WorkerHost;
  readonly window: BrowserWindow;
  /** Tests: save there without asking. */
  readonly testSaveDir: string | null;
}

/** Writes the document's PDF where the person says; a `path` of `null` means they changed their mind. */
export async function savePdf(parts: SavePdfDependencies, input: IpcInput<'pdf.save'>): Promise<Result<{ readonly path: string | null }>> {
  const pdf = await parts.worker.call('document.pdf', { documentId: input.documentId });
  if (!pdf.ok) return pdf;
  const target = await askTarget(parts, pdfFileName(input.suggestedName));
  if (target === null) return ok({ path: null });
  return write(target, pdf.value.bytes);
}

async function askTarget(parts: SavePdfDependencies, name: string): Promise<string | null> {
  if (parts.testSaveDir !== null) return path.join(parts.testSaveDir, name);
  const { canceled, filePath } = await dialog.showSaveDialog(parts.window, {
    title: '导出 PDF', defaultPath: name, filters: [{ name: 'PDF 文件', extensions: ['pdf'] }], properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || filePath === '') return null;
  return filePath.toLowerCase().endsWith('.pdf') ? filePath : `${filePath}.pdf`;
}

/** Whole or not at all: a full disk or a pulled stick leaves no half file under the name. */
async function write(target: string, bytes: Uint8Array): Promise<Result<{ readonly path: string }>> {
  const temporary = `${target}.part`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, target);
    return ok({ path: target });
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return fail(writeError(cause, target));
  }
}

function writeError(cause: unknown, target: string): { readonly code: 'DISK_FULL' | 'INTERNAL'; readonly message: string } {
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'DISK_FULL', message: '磁盘空间不足，PDF 没有保存。请清理磁盘或换一个位置。' };
  const folder = path.dirname(target);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { code: 'INTERNAL', message: `没有权限写入「${folder}」，PDF 没有保存。请换一个位置。` };
  return { code: 'INTERNAL', message: `无法写入「${folder}」，PDF 没有保存。请检查该位置是否存在，或换一个位置。` };
}
