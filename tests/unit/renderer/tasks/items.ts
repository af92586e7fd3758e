import type { TaskListItem } from '#shared/contract/task-views.ts';

/** A row of the list, invented. */
export function item(id: string, changes: Partial<TaskListItem> = {}): TaskListItem {
  return {
    id, taskNo: null, title: `${id}检查`, partyName: '苏州示例甲建设有限公司', projectName: '', place: '', channel: 'JC', district: '320500', source: 'plan', checkClass: 'routine', state: 'accepted',
    officerIds: [], plannedOn: null, dueOn: '2026-12-10', orderDueOn: null, inspectedOn: null, finishedOn: null, createdOn: '2026-11-01', pending: false, ...changes,
  };
}
