import { watch, type Ref } from 'vue';
import { call } from '#renderer/bridge/ipc.ts';
import type { CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { useBridgeEvent } from './bridge-event.ts';
import { useLoad } from './load.ts';

/** Mirror of one supervision task: loads it, follows the worker's announcements, and sends commands on it. */
export function useTaskMirror(taskId: Ref<string>) {
  const { value, error, loading, reload } = useLoad(() => call('task.get', { taskId: taskId.value }));

  useBridgeEvent('records.changed', (changed) => {
    if (changed.caseIds.includes(taskId.value)) void reload();
  });
  watch(taskId, () => { value.value = null; void reload(); }, { immediate: true });

  /** Applies a command on the task, its papers or its exhibits at once on this machine and queues it; answers the task as it stands then. Throws `AppFailure` for a refusal. */
  async function submit<K extends CommandKind>(kind: K, payload: CommandPayload<K>): Promise<Task> {
    const id = taskId.value;
    await call('command.submit', { kind, entityId: id, payload });
    const task = await call('task.get', { taskId: id });
    if (id === taskId.value) value.value = task;
    return task;
  }

  return { task: value, error, loading, reload, submit };
}

export type SubmitTaskCommand = ReturnType<typeof useTaskMirror>['submit'];
