import type { Task, TaskState } from '#shared/domain/task/task.ts';

/** Parts of the inspection in the order of the work. */
export const PARTS = { prepare: '检查准备', site: '现场检查', orders: '责令改正', outcome: '移交与公示', papers: '文书与证据' } as const;
export type Part = keyof typeof PARTS;
export const PART_KEYS = Object.keys(PARTS) as [Part, ...Part[]];

const FIRST: Readonly<Record<TaskState, Part>> = { new: 'prepare', assigned: 'prepare', accepted: 'prepare', 'on-site': 'site', rectify: 'orders', done: 'outcome', cancelled: 'papers' };

/** The part an officer comes for. An approved visit begins on site. */
export function firstPart(task: Pick<Task, 'state' | 'approval'>): Part {
  return task.state === 'accepted' && task.approval !== null ? 'site' : FIRST[task.state];
}

export function isPart(value: unknown): value is Part {
  return typeof value === 'string' && Object.hasOwn(PARTS, value);
}

/** What stands at a part's name: how much of it there is to do or look at. */
export function partNote(task: Pick<Task, 'checklist' | 'orders' | 'documents' | 'evidence'>, part: Part): string {
  if (part === 'site') {
    const looked = task.checklist.filter((line) => line.result !== 'unchecked').length;
    return looked === 0 ? '' : `${looked}/${task.checklist.length}`;
  }
  if (part === 'orders') return task.orders.length === 0 ? '' : String(task.orders.length);
  if (part !== 'papers') return '';
  const count = task.documents.filter((each) => each.status !== 'discarded').length + task.evidence.filter((each) => each.withdrawn === null).length;
  return count === 0 ? '' : String(count);
}
