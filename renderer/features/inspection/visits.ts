import type { Task } from '#shared/domain/task/task.ts';

/** Routine visits made in the year to the same party under one of the same matters; the visit itself does not count. */
export function visitsOfYear(history: readonly Task[], task: Pick<Task, 'id' | 'matterCodes' | 'party'>, year: string): number {
  const matters = new Set(task.matterCodes);
  return history.filter((each) => each.id !== task.id && each.checkClass === 'routine' && each.party.name === task.party.name
    && each.inspectedOn?.startsWith(year) === true && each.matterCodes.some((code) => matters.has(code))).length;
}
