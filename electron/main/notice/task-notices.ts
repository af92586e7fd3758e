import type { TaskListItem } from '#shared/contract/task-views.ts';
import { hasTaskEnded } from '#shared/domain/task/task.ts';
import { addCalendarDays, daysBetween } from '#shared/domain/time-limit/days.ts';

/** What the desktop tells of: the task to open by it, or the page of tasks where it tells of several. */
export interface TaskNotice {
  readonly title: string;
  readonly body: string;
  readonly taskId: string | null;
}

export interface DueNotices {
  readonly notices: readonly TaskNotice[];
  /** What they tell, to be told once: ids and days only. */
  readonly keys: readonly string[];
}

const NEAR_DAYS = 3;
/** More of one kind are told in one notice. */
const ONE_BY_ONE = 3;

type Told = (key: string) => boolean;

/** Of an officer's own unfinished tasks: those waiting to be accepted, and those near their term, each of which was not told yet. */
export function noticesOf(items: readonly TaskListItem[], officerId: string, today: string, told: Told): DueNotices {
  const fresh = items.filter((item) => item.state === 'assigned').map((item) => ({ item, key: `new:${officerId}:${item.id}` })).filter(({ key }) => !told(key));
  const near = items.filter((item) => isNear(item, today)).map((item) => ({ item, key: `due:${officerId}:${item.id}:${dueOf(item)}` })).filter(({ key }) => !told(key));
  return {
    notices: [
      ...grouped(fresh.map(({ item }) => item), '新的监管任务', (item) => `${item.title}，期限 ${item.dueOn}，请接收`, '请打开监管任务接收。'),
      ...grouped(near.map(({ item }) => item), '监管任务临近期限', (item) => `${item.title}，${left(item, today)}`, '请打开监管任务查看。'),
    ],
    keys: [...fresh, ...near].map(({ key }) => key),
  };
}

function dueOf(item: TaskListItem): string {
  return item.orderDueOn ?? item.dueOn;
}

function isNear(item: TaskListItem, today: string): boolean {
  return !hasTaskEnded(item.state) && dueOf(item) <= addCalendarDays(today, NEAR_DAYS);
}

function left(item: TaskListItem, today: string): string {
  const days = daysBetween(today, dueOf(item));
  if (days < 0) return `已逾期 ${-days} 天`;
  return days === 0 ? '今天到期' : `还剩 ${days} 天`;
}

function grouped(items: readonly TaskListItem[], title: string, bodyOf: (item: TaskListItem) => string, more: string): readonly TaskNotice[] {
  if (items.length > ONE_BY_ONE) return [{ title, body: `共 ${items.length} 项。${more}`, taskId: null }];
  return items.map((item) => ({ title, body: bodyOf(item), taskId: item.id }));
}
