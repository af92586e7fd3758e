import type { TaskListItem } from '#shared/contract/task-views.ts';

/** The title without the object it begins with, where the object stands beside it. */
export function shortTitle({ title, partyName, projectName }: Pick<TaskListItem, 'title' | 'partyName' | 'projectName'>): string {
  const object = [projectName, partyName].find((name) => name !== '' && title.startsWith(`${name}：`) && title.length > name.length + 1);
  return object === undefined ? title : title.slice(object.length + 1);
}

/** The object of the visit in one line: the project where there is one, and the party. */
export function objectOf(item: Pick<TaskListItem, 'partyName' | 'projectName'>): string {
  return item.projectName === '' ? item.partyName : `${item.projectName}　${item.partyName}`;
}
