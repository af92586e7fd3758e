import { errorFrom } from '#renderer/bridge/failure.ts';
import { newId } from '#renderer/bridge/id.ts';
import type { SubmitCommand } from '#renderer/composables/case-mirror.ts';
import type { AppError } from '#shared/contract/result.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { BatchRow } from './batch-rows.ts';

interface Drafted {
  /** Row key → id of the draft made for it. */
  readonly ids: ReadonlyMap<string, string>;
  /** The case with them. */
  readonly file: CaseFile;
  /** What stopped the work; drafts made before it stay. */
  readonly refusal: AppError | null;
}

/** Makes a draft for each row, one after the other, and stops at the first refusal. */
export async function draftMissing(file: CaseFile, rows: readonly BatchRow[], submit: SubmitCommand, onStart: (name: string) => void): Promise<Drafted> {
  const ids = new Map<string, string>();
  let latest = file;
  for (const row of rows) {
    onStart(row.name);
    const documentId = newId();
    try {
      latest = await submit('document.create', { documentId, code: row.code, aboutDocumentId: row.aboutDocumentId, values: {} });
    } catch (cause) {
      return { ids, file: latest, refusal: errorFrom(cause) };
    }
    ids.set(row.key, documentId);
  }
  return { ids, file: latest, refusal: null };
}
