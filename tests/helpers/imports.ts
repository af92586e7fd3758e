import { IMPORT_PART_BYTES, type ImportRun } from '#shared/contract/http/imports.ts';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import type { AppError, Result } from '#shared/contract/result.ts';
import type { ImportTargetKey } from '#shared/domain/import/target.ts';
import { eventually } from './eventually.ts';
import type { TestSession } from './server.ts';

type Choices = Omit<HttpInput<'checkImport'>, 'importId'>;
const PLAIN: Choices = { sheet: null, mapping: {}, skipHidden: false, keepMapping: false };

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export function refused(result: Result<unknown>): AppError {
  if (result.ok) throw new Error('was not refused');
  return result.error;
}

/** An import as the wizard does it: upload in parts, check, and wait. */
export async function checkedImport(session: TestSession, target: ImportTargetKey, bytes: Uint8Array, choices: Partial<Choices> = {}, fileName = '名录.xlsx'): Promise<ImportRun> {
  const { id } = must(await session.call('startImport', { target, fileName, bytes: bytes.length }));
  for (let offset = 0; offset < bytes.length; offset += IMPORT_PART_BYTES) {
    must(await session.call('importPart', { importId: id, offset, content: Buffer.from(bytes.subarray(offset, offset + IMPORT_PART_BYTES)).toString('base64') }));
  }
  must(await session.call('checkImport', { importId: id, ...PLAIN, ...choices }));
  return settledImport(session, id);
}

/** Long enough for the largest file of the tests on a busy machine. */
const IMPORT_MS = 60_000;

/** Waits until nothing goes on. */
export async function settledImport(session: TestSession, id: string): Promise<ImportRun> {
  return eventually(async () => {
    const run = must(await session.call('importRun', { importId: id }));
    return ['checking', 'applying', 'undoing'].includes(run.state) ? null : run;
  }, IMPORT_MS);
}

export async function appliedImport(session: TestSession, id: string): Promise<ImportRun> {
  must(await session.call('applyImport', { importId: id }));
  return settledImport(session, id);
}

export async function undoneImport(session: TestSession, id: string): Promise<ImportRun> {
  must(await session.call('undoImport', { importId: id }));
  return settledImport(session, id);
}
