import type { ErrorCode } from '#shared/contract/errors.ts';
import { AppFailure, type AppError } from '#shared/contract/result.ts';

export function failure(code: ErrorCode, message: string, details?: Readonly<Record<string, unknown>>): AppFailure {
  return new AppFailure(details === undefined ? { code, message } : { code, message, details });
}

/** Codes of SQLite and of the file system that mean something to the person at the desk. */
const KNOWN: Readonly<Record<string, { readonly code: ErrorCode; readonly message: string }>> = {
  SQLITE_FULL: { code: 'DISK_FULL', message: '磁盘空间不足，这一步没有保存。请清理磁盘后重试，已保存的内容不受影响。' },
  ENOSPC: { code: 'DISK_FULL', message: '磁盘空间不足，这一步没有保存。请清理磁盘后重试，已保存的内容不受影响。' },
  EDQUOT: { code: 'DISK_FULL', message: '磁盘配额已用完，这一步没有保存。请清理磁盘后重试，已保存的内容不受影响。' },
  SQLITE_CORRUPT: { code: 'CACHE_DAMAGED', message: '本机缓存读取异常。请退出登录后重新登录，系统将检查并修复；未同步的内容会先行抢救，原文件不会删除。' },
  SQLITE_NOTADB: { code: 'CACHE_DAMAGED', message: '本机缓存读取异常。请退出登录后重新登录，系统将检查并修复；未同步的内容会先行抢救，原文件不会删除。' },
};

export function systemCode(error: unknown): string | null {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : null;
}

/** The error as a value for the window; `null` when it is a fault of the program. */
export function knownError(error: unknown): AppError | null {
  if (error instanceof AppFailure) return error.error;
  const code = systemCode(error);
  if (code === null) return null;
  const exact = KNOWN[code];
  if (exact !== undefined) return exact;
  const family = Object.keys(KNOWN).find((known) => known.startsWith('SQLITE_') && code.startsWith(`${known}_`));
  return family === undefined ? null : (KNOWN[family] ?? null);
}
