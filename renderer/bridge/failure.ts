import { type AppError, AppFailure } from '#shared/contract/result.ts';

/** The error to show for anything caught. What is not an `AppFailure` is a fault of the program and is logged. */
export function errorFrom(cause: unknown): AppError {
  if (cause instanceof AppFailure) return cause.error;
  console.error(cause);
  return { code: 'INTERNAL', message: '程序出了差错，这一步没有完成。请重试；仍不行请联系系统管理员。' };
}
