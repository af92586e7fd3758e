import { AppFailure } from '#shared/contract/result.ts';

/** Why the embedded database did not start. Nothing in the folder is deleted in any of these cases. */
type FolderRefusal = 'in-use' | 'read-only' | 'newer' | 'older' | 'not-ours' | 'no-program' | 'no-user' | 'start-failed';

export function refusal(reason: FolderRefusal, message: string, cause?: unknown): AppFailure {
  const failure = new AppFailure({ code: 'DATABASE_UNAVAILABLE', message, details: { reason } });
  if (cause !== undefined) failure.cause = cause;
  return failure;
}

/** A failed write into the data folder, in words that say what to do. */
export function folderFailure(folder: string, error: unknown): AppFailure {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppFailure({ code: 'DISK_FULL', message: `数据目录所在磁盘已满：${folder}。请清理磁盘后重新启动。` });
  }
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return refusal('read-only', `数据目录不可写：${folder}（${code}）。请检查目录权限或磁盘是否只读，或用 DATA_DIR 指定另一目录。`, error);
  }
  return refusal('start-failed', `数据目录无法使用：${folder}（${code || String(error)}）。请用 DATA_DIR 指定另一目录。`, error);
}
