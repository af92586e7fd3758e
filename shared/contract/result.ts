import type { ErrorCode } from './errors.ts';

/** An error that crosses a process or the network as a value. `message` is a Chinese sentence that says what to do next. */
export interface AppError {
  readonly code: ErrorCode;
  readonly message: string;
  /** The article of law that a refusal rests on, e.g. `行政处罚法第四十四条`; absent where no law is involved. */
  readonly article?: string;
  /** Facts for the screen: the field at fault, the server's copy, the date a term ends. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(error: AppError): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error };
}

/** Carries an `AppError` through code that throws; turned back into a value at the next boundary. */
export class AppFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(`${error.code}: ${error.message}`);
    this.name = 'AppFailure';
    this.error = error;
  }
}
