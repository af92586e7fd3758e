import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import { http } from '#renderer/bridge/http.ts';
import { IMPORT_PART_BYTES, type ImportRun } from '#shared/contract/http/imports.ts';
import { AppFailure, type AppError } from '#shared/contract/result.ts';
import type { Mapping } from '#shared/domain/import/column.ts';
import type { ImportTargetKey } from '#shared/domain/import/target.ts';

const POLL_MS = 400;
const WORKING: ReadonlySet<ImportRun['state']> = new Set(['checking', 'applying', 'undoing']);
/** Bytes turned into characters at once. */
const SLICE = 0x8000;

export interface ImportChoices {
  readonly sheet: string | null;
  readonly mapping: Mapping;
  readonly skipHidden: boolean;
}

export const NO_CHOICES: ImportChoices = { sheet: null, mapping: {}, skipHidden: false };

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += SLICE) text += String.fromCharCode(...bytes.subarray(from, from + SLICE));
  return btoa(text);
}

/** An import as the wizard leads it: upload, check, apply, undo. What the server works on is asked for until it is done. */
export function useImportRun() {
  const run = shallowRef<ImportRun | null>(null);
  const error = shallowRef<AppError | null>(null);
  /** Bytes sent of the file, `null` while none is being sent. */
  const sent = ref<{ readonly done: number; readonly total: number } | null>(null);
  const busy = computed(() => sent.value !== null || (run.value !== null && WORKING.has(run.value.state)));
  let ended = false;
  onScopeDispose(() => { ended = true; });

  async function attempt(work: () => Promise<ImportRun>): Promise<void> {
    error.value = null;
    try {
      run.value = await work();
      await follow();
    } catch (cause) {
      error.value = errorFrom(cause);
    } finally {
      sent.value = null;
    }
  }

  async function follow(): Promise<void> {
    while (!ended && run.value !== null && WORKING.has(run.value.state)) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      run.value = await http('importRun', { importId: run.value.id });
    }
    error.value = run.value?.error ?? null;
  }

  async function send(target: ImportTargetKey, file: File): Promise<ImportRun> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length === 0) throw new AppFailure({ code: 'FILE_DAMAGED', message: '文件是空的，没有内容可以导入。请检查选择的文件。' });
    sent.value = { done: 0, total: bytes.length };
    const { id } = await http('startImport', { target, fileName: file.name, bytes: bytes.length });
    for (let offset = 0; offset < bytes.length; offset += IMPORT_PART_BYTES) {
      const { received } = await http('importPart', { importId: id, offset, content: base64Of(bytes.subarray(offset, offset + IMPORT_PART_BYTES)) });
      sent.value = { done: received, total: bytes.length };
    }
    return http('checkImport', { importId: id, ...NO_CHOICES, mapping: {}, keepMapping: false });
  }

  const id = (): string => run.value?.id ?? '';
  return {
    run, error, sent, busy,
    start: (target: ImportTargetKey, file: File) => attempt(() => send(target, file)),
    check: (choices: ImportChoices, keepMapping: boolean) => attempt(() => http('checkImport', { importId: id(), sheet: choices.sheet, mapping: { ...choices.mapping }, skipHidden: choices.skipHidden, keepMapping })),
    apply: () => attempt(() => http('applyImport', { importId: id() })),
    undo: () => attempt(() => http('undoImport', { importId: id() })),
    resume: (importId: string) => attempt(() => http('importRun', { importId })),
    forget: () => { run.value = null; error.value = null; },
  };
}
