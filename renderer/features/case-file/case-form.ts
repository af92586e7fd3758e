import { computed, inject, provide, shallowRef, watch, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue';
import { createAutosave, type Autosave } from '#renderer/composables/autosave.ts';
import type { SubmitCommand } from '#renderer/composables/case-mirror.ts';
import { useReference } from '#renderer/composables/reference.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { EDITABLE, EMPTY_OBJECTS, editableNow, ruleOf } from '#shared/domain/case-file/editable.ts';
import { valueAt } from '#shared/domain/case-file/edit.ts';
import { channelOf } from '#shared/domain/channel/in-force.ts';

/** Pause after the last key before the case is saved, in milliseconds. */
const SAVE_PAUSE_MS = 800;

/** Single fields; the whole objects they belong to are edited through them, so that different fields merge. */
export const FIELD_PATHS: readonly string[] = Object.keys(EDITABLE).filter((path) => !(path in EMPTY_OBJECTS) && path !== 'clue' && path !== 'discretion');

/** `channelPaths`: paths of the fields of the channel's own. */
export function fieldValues(file: CaseFile, channelPaths: readonly string[] = []): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...FIELD_PATHS, ...channelPaths].map((path) => [path, valueAt(file, path) ?? null]));
}

export interface CaseForm {
  readonly autosave: Autosave;
  readonly file: ComputedRef<CaseFile>;
  /** The value on the screen: typed and perhaps not yet saved. */
  readonly value: (path: string) => unknown;
  readonly text: (path: string) => string;
  readonly editable: (path: string) => boolean;
}

const KEY: InjectionKey<ComputedRef<CaseForm | null>> = Symbol('case-form');

/** The one self-saving form of a case page, given to its sections. */
export function provideCaseForm(file: ShallowRef<CaseFile | null>, submit: SubmitCommand, mayWrite: Ref<boolean>): ComputedRef<CaseForm | null> {
  const autosave = shallowRef<Autosave | null>(null);
  const reference = useReference();
  const valuesOf = (of: CaseFile) => fieldValues(of, (channelOf(reference.settings, of.channel)?.extraFields ?? []).map(({ key }) => `channelFields.${key}`));
  watch([file, () => reference.settings] as const, ([loaded]) => {
    if (loaded === null) return;
    if (autosave.value === null) autosave.value = createAutosave(valuesOf(loaded), { pause: SAVE_PAUSE_MS, save: async (changes) => valuesOf(await submit('case.edit', { changes: [...changes] })) });
    else autosave.value.receive(valuesOf(loaded));
  }, { immediate: true });

  const form = computed(() => (autosave.value === null || file.value === null ? null : makeForm(autosave.value, file as ShallowRef<CaseFile>, mayWrite)));
  provide(KEY, form);
  return form;
}

function makeForm(autosave: Autosave, file: ShallowRef<CaseFile>, mayWrite: Ref<boolean>): CaseForm {
  const value = (path: string): unknown => autosave.values.value[path];
  return {
    autosave,
    file: computed(() => file.value),
    value,
    text: (path) => { const found = value(path); return typeof found === 'string' ? found : ''; },
    editable: (path) => { const rule = ruleOf(path); return mayWrite.value && rule !== undefined && editableNow(rule, file.value); },
  };
}

export function useCaseForm(): CaseForm {
  const form = inject(KEY)?.value;
  if (form === undefined || form === null) throw new Error('a section of a case stands inside a case page');
  return form;
}
