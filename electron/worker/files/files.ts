import type { ImportedFile } from '#shared/contract/views.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { photoFacts, positionText } from '#shared/domain/evidence/exif.ts';
import type { Cache } from '#worker/db/cache.ts';
import type { EventBus } from '#worker/events.ts';
import { failure, knownError } from '#worker/failure.ts';
import type { Server } from '#worker/sync/server.ts';
import { acceptFile, fileKind } from './kind.ts';
import { sha256Of, type FileStore } from './store.ts';

/** A file that a case names. */
export interface NamedFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  readonly name: string;
}

export interface Files {
  import(name: string, bytes: Uint8Array): Promise<ImportedFile>;
  read(sha256: string): Promise<{ readonly bytes: Uint8Array; readonly mime: string }>;
  /** Fetches every file of the case; `missing` could not be had. */
  pinCase(file: CaseFile): Promise<{ readonly files: number; readonly missing: number }>;
}

export interface FilesOptions {
  readonly cache: Cache;
  readonly store: FileStore;
  readonly server: Pick<Server, 'download' | 'call'>;
  readonly online: () => boolean;
  readonly bus: EventBus;
  /** ISO instant. */
  readonly now: () => string;
}

export function createFiles(options: FilesOptions): Files {
  const { cache, store, server } = options;

  async function importFile(name: string, bytes: Uint8Array): Promise<ImportedFile> {
    const mime = acceptFile(name, bytes);
    const sha256 = sha256Of(bytes);
    await store.put(sha256, bytes);
    cache.files.addLocal({ sha256, bytes: bytes.length, mime, name }, false, options.now());
    const facts = mime === 'image/jpeg' ? photoFacts(bytes) : null;
    return { sha256, bytes: bytes.length, mime, name, takenAt: facts?.takenAt ?? null, takenPlace: facts === null ? '' : positionText(facts) };
  }

  /** How long the file is: what this machine noted, else what the server says. */
  async function lengthOf(sha256: string): Promise<number> {
    const known = cache.files.find(sha256);
    if (known !== null) return known.bytes;
    const status = await server.call('fileStatus', { sha256 });
    if (status.ok && status.value.complete && status.value.bytes !== null) return status.value.bytes;
    throw failure('FILE_NOT_LOCAL', '这个文件还没有上传到服务器：可能在添加它的同事的电脑上等待上传，请稍后再试。');
  }

  async function fetchFile(file: Pick<NamedFile, 'sha256' | 'bytes'> & Partial<NamedFile>): Promise<void> {
    await store.receive(file.sha256, file.bytes, (offset) => server.download(file.sha256, offset));
    const mime = file.mime ?? fileKind(await store.readPart(file.sha256, file.bytes, 0)) ?? 'application/octet-stream';
    cache.files.addLocal({ sha256: file.sha256, bytes: file.bytes, mime, name: file.name ?? '' }, true, options.now());
  }

  async function readLocal(sha256: string): Promise<{ bytes: Uint8Array; mime: string } | null> {
    const known = cache.files.find(sha256);
    if (known === null || known.local === 0) return null;
    try {
      return { bytes: await store.read(sha256, known.bytes), mime: known.mime };
    } catch (error) {
      const code = knownError(error)?.code;
      if (code !== 'FILE_DAMAGED' && code !== 'FILE_NOT_LOCAL') throw error;
      if (known.uploaded === 0) throw error;
      // The server has it: what is left here is taken away and fetched again.
      await store.remove(sha256);
      cache.files.markMissing(sha256);
      return null;
    }
  }

  async function read(sha256: string): Promise<{ bytes: Uint8Array; mime: string }> {
    const local = await readLocal(sha256);
    if (local !== null) return local;
    if (!options.online()) throw failure('FILE_NOT_LOCAL', '这个文件不在本机，现在离线，无法下载。需要离线查看的案件，请联网时先「离线携卷」。');
    await fetchFile({ sha256, bytes: await lengthOf(sha256) });
    const fetched = await readLocal(sha256);
    if (fetched === null) throw failure('FILE_NOT_LOCAL', '文件下载后未能保存，请检查磁盘空间后重试。');
    return fetched;
  }

  async function pinCase(file: CaseFile): Promise<{ files: number; missing: number }> {
    const named = namedFiles(file);
    const taskId = `pin-${file.id}`;
    let missing = 0;
    for (const [index, each] of named.entries()) {
      options.bus.emit('task.progress', { taskId, label: '离线携卷', done: index, total: named.length, state: 'running', error: null });
      if (!(await pinOne(each))) missing += 1;
    }
    const error = missing === 0 ? null : failure('FILE_NOT_LOCAL', `有 ${missing} 个文件没有取到，请联网后重试。`).error;
    options.bus.emit('task.progress', { taskId, label: '离线携卷', done: named.length - missing, total: named.length, state: missing === 0 ? 'done' : 'failed', error });
    return { files: named.length, missing };
  }

  async function pinOne(file: NamedFile): Promise<boolean> {
    try {
      if (!(await store.has(file.sha256))) {
        if (!options.online()) return false;
        await fetchFile(file);
      } else if (cache.files.find(file.sha256) === null) {
        cache.files.addLocal(file, false, options.now());
        cache.files.link(file.sha256);
      }
      cache.files.pin(file.sha256);
      return true;
    } catch (error) {
      const code = knownError(error)?.code;
      if (code === undefined || code === 'DISK_FULL') throw error;
      return false;
    }
  }

  return { import: importFile, read, pinCase };
}

function namedFiles(file: CaseFile): readonly NamedFile[] {
  const evidence = file.evidence.flatMap((each) => (each.file === null || each.withdrawn !== null ? [] : [each.file]));
  const papers = file.documents.flatMap((document) => (document.pdf === null ? [] : [{ sha256: document.pdf.sha256, bytes: document.pdf.bytes, mime: 'application/pdf', name: `${document.docNo ?? document.code}.pdf` }]));
  return [...new Map([...evidence, ...papers].map((each) => [each.sha256, each])).values()];
}
