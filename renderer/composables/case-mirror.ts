import { computed, shallowRef, watch, type Ref } from 'vue';
import { call } from '#renderer/bridge/ipc.ts';
import type { OutboxItem } from '#shared/contract/views.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import { useBridgeEvent } from './bridge-event.ts';
import { useLoad } from './load.ts';

/** Mirror of one case: loads it, follows the worker's announcements, and sends commands on it. */
export function useCaseMirror(caseId: Ref<string>) {
  const { value, error, loading, reload } = useLoad(() => call('case.get', { caseId: caseId.value }));

  useBridgeEvent('records.changed', (changed) => {
    if (changed.caseIds.includes(caseId.value)) void reload();
  });
  watch(caseId, () => { value.value = null; void reload(); }, { immediate: true });

  /** Applies a command at once on this machine and queues it; throws `AppFailure` for a refusal. */
  async function submit<K extends CommandKind>(kind: K, payload: CommandPayload<K>): Promise<CaseFile> {
    const file = await call('command.submit', { kind, entityId: caseId.value, payload });
    if (file.id === caseId.value) value.value = file;
    return file;
  }

  return { file: value, error, loading, reload, submit };
}

export type SubmitCommand = ReturnType<typeof useCaseMirror>['submit'];

/** Commands of one case that the server has not taken yet; the stuck ones wait for a person. */
export function useCaseOutbox(caseId: Ref<string>) {
  const items = shallowRef<readonly OutboxItem[]>([]);

  async function reload(): Promise<void> {
    const all = await call('outbox.list', {});
    items.value = all.filter((item) => item.command.entityId === caseId.value);
  }

  useBridgeEvent('outbox.changed', () => void reload());
  watch(caseId, () => void reload(), { immediate: true });

  const stuck = computed(() => items.value.filter((item) => item.status === 'conflict' || item.status === 'refused'));
  return { items, stuck };
}
