import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { IpcInput } from '#shared/contract/ipc.ts';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import type { WorkerHost } from '../worker-host/host.ts';
import { type FileEnding, fileName } from './file-name.ts';

interface SaveDependencies {
  readonly worker: WorkerHost;
  readonly window: BrowserWindow;
  /** Tests: save there without asking. */
  readonly testSaveDir: string | null;
}

/** Where the file went; `null` means the person changed their mind. */
type Saved = Result<{ readonly path: string | null }>;
type Made = Result<{ readonly bytes: Uint8Array }>;

const KINDS: Readonly<Record<FileEnding, { readonly name: string; readonly filter: string }>> = {
  pdf: { name: 'PDF', filter: 'PDF 文件' },
  docx: { name: 'Word 文件', filter: 'Word 文档' },
  zip: { name: '归档包', filter: '归档包' },
};

/** The document's PDF, for an issued one the very file that was stored. */
export async function savePdf(parts: SaveDependencies, input: IpcInput<'pdf.save'>): Promise<Saved> {
  return save(parts, await parts.worker.call('document.pdf', { documentId: input.documentId }), input.suggestedName, 'pdf');
}

/** Several documents as one PDF, in the order given. */
export async function saveBatchPdf(parts: SaveDependencies, input: IpcInput<'pdf.saveBatch'>): Promise<Saved> {
  return save(parts, await parts.worker.call('document.batchPdf', { documentIds: input.documentIds }), input.suggestedName, 'pdf');
}

/** The document as a Word file, to be worked on outside. */
export async function saveDocx(parts: SaveDependencies, input: IpcInput<'docx.save'>): Promise<Saved> {
  return save(parts, await parts.worker.call('document.docx', { documentId: input.documentId }), input.suggestedName, 'docx');
}

/** One volume of a case, bound. */
export async function saveVolume(parts: SaveDependencies, { suggestedName, ...choice }: IpcInput<'volume.save'>): Promise<Saved> {
  return save(parts, await parts.worker.call('volume.pdf', choice), suggestedName, 'pdf');
}

/** The archive package of a case. */
export async function saveArchive(parts: SaveDependencies, { suggestedName, ...choice }: IpcInput<'archive.save'>): Promise<Saved> {
  return save(parts, await parts.worker.call('volume.archive', choice), suggestedName, 'zip');
}

/** Made before the person is asked, so that nobody chooses a place for a file that cannot be made. */
async function save(parts: SaveDependencies, made: Made, suggestedName: string, ending: FileEnding): Promise<Saved> {
  if (!made.ok) return made;
  const target = await askTarget(parts, fileName(suggestedName, ending), ending);
  if (target === null) return ok({ path: null });
  return write(target, made.value.bytes, ending);
}

async function askTarget(parts: SaveDependencies, name: string, ending: FileEnding): Promise<string | null> {
  if (parts.testSaveDir !== null) return path.join(parts.testSaveDir, name);
  const { canceled, filePath } = await dialog.showSaveDialog(parts.window, {
    title: `导出 ${KINDS[ending].name}`, defaultPath: name, filters: [{ name: KINDS[ending].filter, extensions: [ending] }], properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || filePath === '') return null;
  return filePath.toLowerCase().endsWith(`.${ending}`) ? filePath : `${filePath}.${ending}`;
}

/** Whole or not at all: a full disk or a pulled stick leaves no half file under the name. */
async function write(target: string, bytes: Uint8Array, ending: FileEnding): Promise<Result<{ readonly path: string }>> {
  const temporary = `${target}.part`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, target);
    return ok({ path: target });
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return fail(writeError(cause, target, KINDS[ending].name));
  }
}

function writeError(cause: unknown, target: string, name: string): { readonly code: 'DISK_FULL' | 'INTERNAL'; readonly message: string } {
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'DISK_FULL', message: `磁盘空间不足，${name}没有保存。请清理磁盘或换一个位置。` };
  const folder = path.dirname(target);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { code: 'INTERNAL', message: `没有权限写入「${folder}」，${name}没有保存。请换一个位置。` };
  if (code === 'EBUSY') return { code: 'INTERNAL', message: `「${path.basename(target)}」正被别的程序打开，${name}没有保存。请关闭它，或换一个文件名。` };
  return { code: 'INTERNAL', message: `无法写入「${folder}」，${name}没有保存。请检查该位置是否存在，或换一个位置。` };
}
