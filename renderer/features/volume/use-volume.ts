import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import { newId } from '#renderer/bridge/id.ts';
import { call } from '#renderer/bridge/ipc.ts';
import { useBridgeEvent } from '#renderer/composables/bridge-event.ts';
import { useRemembered } from '#renderer/composables/remembered.ts';
import { notify } from '#renderer/ui/feedback.ts';
import type { AppError } from '#shared/contract/result.ts';
import type { VolumeNote, VolumePlan, VolumeSheets } from '#shared/contract/volume-views.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { VOLUME_PROFILE_KEYS, type VolumeKey, type VolumeProfileKey } from '#shared/domain/volume/profile.ts';
import { createPageSource } from './page-source.ts';
import { pagesOf, segmentsOf } from './volume-pages.ts';

const isProfile = (value: unknown): value is VolumeProfileKey => VOLUME_PROFILE_KEYS.some((key) => key === value);

/** A case's volume as it is read: its plan, its pages, the officer's notes. Follows the case. */
export function useVolume(caseId: Ref<string>, file: Ref<CaseFile | null>) {
  const profile = useRemembered<VolumeProfileKey>('volume.profile', 'two-volumes', isProfile);
  const volume = ref<VolumeKey>('main');
  const shown = shallowRef<{ readonly plan: VolumePlan; readonly sheets: VolumeSheets; readonly volume: VolumeKey } | null>(null);
  const notes = shallowRef<readonly VolumeNote[]>([]);
  const error = shallowRef<AppError | null>(null);
  const busy = ref(false);
  const source = createPageSource(() => file.value);
  onScopeDispose(() => { source.close(); });
  let latest = 0;

  const plan = computed(() => shown.value?.plan ?? null);
  const segments = computed(() => (shown.value === null ? [] : segmentsOf(shown.value.plan, shown.value.sheets, shown.value.volume)));
  const pages = computed(() => pagesOf(segments.value));
  const hasSub = computed(() => plan.value?.items.some((item) => item.volume === 'sub') ?? false);

  async function reload(): Promise<void> {
    const mine = ++latest;
    try {
      const [id, order, which] = [caseId.value, profile.value, volume.value];
      const [fresh, sheets] = await Promise.all([call('volume.plan', { caseId: id, profile: order }), call('volume.sheets', { caseId: id, profile: order, volume: which })]);
      if (mine !== latest) return;
      source.forgetSheets();
      shown.value = { plan: fresh, sheets, volume: which };
      error.value = null;
    } catch (cause) {
      if (mine === latest) error.value = errorFrom(cause);
    }
  }

  watch(profile, () => { volume.value = 'main'; });
  watch([caseId, profile, volume, () => file.value?.rev, () => file.value?.documents.length, () => file.value?.evidence.length], () => void reload(), { immediate: true });
  const loadNotes = (): Promise<void> => attempt(async () => { notes.value = await call('volume.notes', { caseId: caseId.value }); });
  watch(caseId, () => void loadNotes(), { immediate: true });
  useBridgeEvent('notes.changed', ({ caseIds }) => { if (caseIds.includes(caseId.value)) void Promise.all([loadNotes(), reload()]); });

  async function attempt(work: () => Promise<void>): Promise<void> {
    busy.value = true;
    try {
      await work();
    } catch (cause) {
      notify.refused(errorFrom(cause));
    } finally {
      busy.value = false;
    }
  }

  const saveNote = (itemId: string, page: number, text: string): Promise<void> => attempt(async () => {
    notes.value = await call('volume.noteSave', { caseId: caseId.value, note: { id: newId(), itemId, page, text } });
  });
  const removeNote = (noteId: string): Promise<void> => attempt(async () => { notes.value = await call('volume.noteRemove', { caseId: caseId.value, noteId }); });
  const mark = (key: string, decision: { pass: boolean; note: string } | null): Promise<void> => attempt(async () => {
    const fresh = await call('volume.mark', { caseId: caseId.value, profile: profile.value, key, mark: decision });
    if (shown.value !== null) shown.value = { ...shown.value, plan: { ...shown.value.plan, score: fresh.score } };
  });

  function exportTo(method: 'volume.save' | 'archive.save', suggestedName: string): Promise<void> {
    return attempt(async () => {
      const choice = { caseId: caseId.value, profile: profile.value, suggestedName };
      const { path } = method === 'volume.save' ? await call(method, { ...choice, volume: volume.value }) : await call(method, choice);
      if (path !== null) notify.done(`已保存到 ${path}`);
    });
  }

  return { profile, volume, plan, segments, pages, hasSub, notes, error, busy, source, reload, saveNote, removeNote, mark, exportTo };
}
