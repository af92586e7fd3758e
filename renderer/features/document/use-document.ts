import { computed, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { call } from '#renderer/bridge/ipc.ts';
import { createAutosave, type Autosave } from '#renderer/composables/autosave.ts';
import { useBridgeEvent } from '#renderer/composables/bridge-event.ts';
import type { SubmitCommand } from '#renderer/composables/case-mirror.ts';
import { useClock } from '#renderer/composables/clock.ts';
import { useLoad } from '#renderer/composables/load.ts';
import { useReference } from '#renderer/composables/reference.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { DocumentContext } from '#shared/domain/document/definition.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';

/** Pause after the last key before a draft is stored, in milliseconds. */
const SAVE_PAUSE_MS = 800;

interface Loaded {
  readonly document: DocumentFile;
  /** The document a 送达回证 is about. */
  readonly about: DocumentFile | null;
}

async function fetchDocument(documentId: string): Promise<Loaded> {
  const document = await call('document.get', { documentId });
  const about = document.aboutDocumentId === null ? null : await call('document.get', { documentId: document.aboutDocumentId });
  return { document, about };
}

/** Mirror of one document with its self-saving form. */
export function useDocument(documentId: Ref<string>, submit: SubmitCommand) {
  const { value, error, loading, reload } = useLoad(() => fetchDocument(documentId.value));
  const form = shallowRef<Autosave | null>(null);

  useBridgeEvent('records.changed', (changed) => {
    if (changed.documentIds.includes(documentId.value)) void reload();
  });
  watch(documentId, () => { value.value = null; form.value = null; void reload(); }, { immediate: true });
  watch(value, (loaded) => {
    if (loaded === null) return;
    if (form.value === null) form.value = draftForm(loaded.document, submit);
    else form.value.receive(loaded.document.values);
  });

  return { loaded: value, document: computed(() => value.value?.document ?? null), form, error, loading, reload };
}

function draftForm(document: DocumentFile, submit: SubmitCommand): Autosave {
  return createAutosave(document.values, {
    pause: SAVE_PAUSE_MS,
    save: async (changes) => {
      await submit('document.edit', { documentId: document.id, changes: [...changes] });
      return (await call('document.get', { documentId: document.id })).values;
    },
  });
}

/** What the case fills into the document, and the rules' view of it; `null` until everything is loaded. */
export function useDocumentContext(file: ShallowRef<CaseFile | null>, loaded: ShallowRef<Loaded | null>) {
  const reference = useReference();
  const clock = useClock();
  return computed<DocumentContext | null>(() => {
    const data = reference.data;
    if (file.value === null || loaded.value === null || data === null) return null;
    const { document, about } = loaded.value;
    const today = document.issued?.issuedOn ?? clock.today;
    return { file: file.value, document, about, officers: data.officers, violations: data.violations, settings: data.settings, calendar: data.calendar, today };
  });
}
