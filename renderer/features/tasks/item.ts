import type { TaskListItem } from '#shared/contract/task-views.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { hasTaskEnded } from '#shared/domain/task/task.ts';

/** The day that counts next: that of an open order before the task's own; `null` when nothing is owed any more. */
export function dueOf(item: Pick<TaskListItem, 'state' | 'dueOn' | 'orderDueOn'>): { readonly on: string; readonly label: string } | null {
  if (hasTaskEnded(item.state)) return null;
  return item.orderDueOn === null ? { on: item.dueOn, label: '完成期限' } : { on: item.orderDueOn, label: '整改期限' };
}

/** 主检 first; who is unknown on this machine is said so. */
export function namesOf(ids: readonly string[], officers: ReadonlyMap<string, Pick<Officer, 'name'>>): string {
  return ids.map((id) => officers.get(id)?.name ?? '（未知）').join('、');
}
