import Type, { type Static } from 'typebox';
import type { CaseListItem } from './views.ts';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS } from '../domain/organisation/organisation.ts';
import { type Task, TASK_SOURCE_KEYS, TASK_STATE_KEYS, type TaskState } from '../domain/task/task.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** Filters of the task list; absent means any. */
export const TaskFilter = Type.Object({
  states: Type.Optional(Type.Array(Type.Enum([...TASK_STATE_KEYS]), { minItems: 1 })),
  channel: Type.Optional(Type.String({ pattern: CHANNEL_KEY_PATTERN })),
  district: Type.Optional(Type.Enum([...DISTRICT_KEYS])),
  source: Type.Optional(Type.Enum([...TASK_SOURCE_KEYS])),
  officerId: Type.Optional(Type.String({ minLength: 3, maxLength: 64 })),
  plannedFrom: Type.Optional(Day),
  plannedTo: Type.Optional(Day),
  /** Unfinished, with the task or one of its orders due before this day. */
  dueBefore: Type.Optional(Day),
  /** The visit is planned, or the task or one of its orders due, on a day from `dayFrom` to `dayTo`. */
  dayFrom: Type.Optional(Day),
  dayTo: Type.Optional(Day),
  /** Waits for this officer to approve the visit: not approved yet, and he is none of those who inspect. */
  approverId: Type.Optional(Type.String({ minLength: 3, maxLength: 64 })),
  text: Type.Optional(Type.String({ maxLength: 60 })),
});
export type TaskFilter = Static<typeof TaskFilter>;

/** `due`: what must be done first, unfinished before finished; `planned`: by the day of the visit; `newest`: by making. */
export const TASK_SORTS = ['due', 'planned', 'newest'] as const;
export type TaskSort = (typeof TASK_SORTS)[number];

export type TaskListItem = Pick<Task, 'id' | 'taskNo' | 'title' | 'place' | 'channel' | 'district' | 'source' | 'checkClass' | 'state' | 'officerIds' | 'plannedOn' | 'dueOn' | 'inspectedOn' | 'finishedOn' | 'createdOn'> & {
  readonly partyName: string;
  readonly projectName: string;
  /** Earliest day an open order is due. */
  readonly orderDueOn: string | null;
  readonly pending: boolean;
};

export interface TaskListPage {
  readonly items: readonly TaskListItem[];
  readonly total: number;
  /** How many stand in each state under the same filter, the states left aside. */
  readonly counts: Readonly<Partial<Record<TaskState, number>>>;
}

/** What this machine knows of earlier visits and cases of a party or project. */
export interface TaskHistory {
  readonly tasks: readonly Task[];
  readonly cases: readonly CaseListItem[];
}

/** What one officer has on his hands. */
export interface TeamRow {
  readonly officerId: string;
  /** Unfinished tasks by state. */
  readonly states: Readonly<Partial<Record<TaskState, number>>>;
  readonly overdue: number;
  /** Visits planned for today that have not ended. */
  readonly today: number;
  /** Earliest day one of the unfinished is due. */
  readonly nextDueOn: string | null;
}

/** The load of every officer with unfinished tasks, as this machine knows them. */
export interface TaskTeam {
  /** `YYYY-MM-DD`, as overdue and today were counted. */
  readonly today: string;
  readonly rows: readonly TeamRow[];
}

export interface TaskQueue {
  readonly items: readonly TaskListItem[];
  readonly total: number;
}

/** Tasks on the workbench; `null` for who has no such queue. */
export interface TaskBench {
  readonly today: string;
  /** The officer's own: planned for today or before, due within three days, or under way. */
  readonly mine: TaskQueue | null;
  /** Of his unit, waiting for officers to be named. */
  readonly unassigned: TaskQueue | null;
  /** Visits of his unit waiting for his approval. */
  readonly approvals: TaskQueue | null;
}

/** Whether this machine can show notices on the desktop, and whether it does. */
export interface NoticeState {
  readonly supported: boolean;
  readonly enabled: boolean;
}
