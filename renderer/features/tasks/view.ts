import type { LocationQueryRaw } from 'vue-router';
import { TASK_SORTS, type TaskFilter, type TaskSort } from '#shared/contract/task-views.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { CHANNEL_KEY_PATTERN, type Channel, type District, DISTRICT_KEYS } from '#shared/domain/organisation/organisation.ts';
import { TASK_SOURCE_KEYS, TASK_STATE_KEYS, type TaskSource, type TaskState } from '#shared/domain/task/task.ts';
import { addCalendarDays, isDate } from '#shared/domain/time-limit/days.ts';

/** Ways of looking at the same tasks. */
export const VIEWS = { board: '看板', list: '列表', calendar: '日历', route: '路线', team: '队伍' } as const;
export type ViewKey = keyof typeof VIEWS;
const VIEW_KEYS = Object.keys(VIEWS) as ViewKey[];

export const SORTS: Readonly<Record<TaskSort, string>> = { due: '期限先后', planned: '检查日期', newest: '最近登记' };
export const DUES = { overdue: '已逾期', near: '10 天内到期（含逾期）' } as const;
export type DueKey = keyof typeof DUES;
const NEAR_DAYS = 10;

/** What the page shows. Lives in the address, so that back, forward and links from the workbench work. */
export interface TaskView {
  readonly view: ViewKey;
  /** `me`, `all` or an officer's id. */
  readonly officer: string;
  readonly states: readonly TaskState[];
  readonly source: TaskSource | '';
  readonly channel: Channel;
  readonly district: District | '';
  readonly due: DueKey | '';
  /** Only what waits for the reader's approval. */
  readonly toApprove: boolean;
  readonly text: string;
  readonly sort: TaskSort;
  /** `YYYY-MM` of the calendar; empty: this month. */
  readonly month: string;
  /** Day of the route or the calendar; empty: today. */
  readonly day: string;
}

export function emptyView(officer: string): TaskView {
  return { view: 'board', officer, states: [], source: '', channel: '', district: '', due: '', toApprove: false, text: '', sort: 'due', month: '', day: '' };
}

/** Whoever inspects begins with his own tasks; heads and leaders, who send others out, with everybody's. */
export function usualOfficer(officer: Pick<Officer, 'roles'> | null): 'me' | 'all' {
  return officer?.roles.includes('officer') === true && !officer.roles.includes('unit-head') ? 'me' : 'all';
}

type Query = Readonly<Record<string, unknown>>;

/** Reads an address' query, or one being put together; what it does not know is left out. */
export function viewOf(query: Query, usual: string): TaskView {
  const [month, day] = [textOf(query['month']), textOf(query['day'])];
  return {
    view: oneOf(VIEW_KEYS, query['view']) ?? 'board',
    officer: /^[\w-]{2,64}$/.test(textOf(query['officer'])) ? textOf(query['officer']) : usual,
    states: textOf(query['states']).split(',').flatMap((state) => oneOf(TASK_STATE_KEYS, state) ?? []),
    source: oneOf(TASK_SOURCE_KEYS, query['source']) ?? '',
    channel: new RegExp(CHANNEL_KEY_PATTERN).test(textOf(query['channel'])) ? textOf(query['channel']) : '',
    district: oneOf(DISTRICT_KEYS, query['district']) ?? '',
    due: oneOf(Object.keys(DUES) as DueKey[], query['due']) ?? '',
    toApprove: query['toApprove'] === '1',
    text: textOf(query['text']).slice(0, 60),
    sort: oneOf(TASK_SORTS, query['sort']) ?? 'due',
    month: isDate(`${month}-01`) ? month : '',
    day: isDate(day) ? day : '',
  };
}

export function queryOf(view: TaskView, usual: string): LocationQueryRaw {
  const { states, toApprove, ...rest } = view;
  const { officer, ...usually } = emptyView(usual);
  const texts = Object.entries(rest).filter(([key, value]) => value !== '' && value !== (key === 'officer' ? officer : usually[key as keyof typeof usually]));
  return { ...Object.fromEntries(texts), ...(states.length > 0 && { states: states.join(',') }), ...(toApprove && { toApprove: '1' }) };
}

/** The view as the worker's filter: an empty choice is none. */
export function filterOf(view: TaskView, me: string, today: string): TaskFilter {
  const { officer, states, source, channel, district, due, text } = view;
  return {
    ...(states.length > 0 && { states: [...states] }),
    ...(source !== '' && { source }),
    ...(channel !== '' && { channel }),
    ...(district !== '' && { district }),
    ...(officer !== 'all' && !view.toApprove && { officerId: officer === 'me' ? me : officer }),
    ...(due !== '' && { dueBefore: due === 'overdue' ? today : addCalendarDays(today, NEAR_DAYS + 1) }),
    ...(view.toApprove && { approverId: me }),
    ...(text !== '' && { text }),
  };
}

/** Whether anything beyond the usual view narrows what is shown. */
export function isFiltered(view: TaskView, usual: string): boolean {
  const { view: _view, sort: _sort, month: _month, day: _day, ...rest } = queryOf(view, usual);
  return Object.keys(rest).length > 0;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function oneOf<const T extends string>(keys: readonly T[], value: unknown): T | undefined {
  return keys.find((key) => key === value);
}
