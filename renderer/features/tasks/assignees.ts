import type { TaskListItem } from '#shared/contract/task-views.ts';
import type { RuleContext } from '#shared/domain/case-file/apply.types.ts';
import { certificateValidOn, type Officer, scopeOf } from '#shared/domain/officer/officer.ts';
import { inScope } from '#shared/domain/organisation/organisation.ts';
import type { Task } from '#shared/domain/task/task.ts';

export interface Assignee {
  readonly officer: Officer;
  /** Why he cannot be sent, or empty. */
  readonly problem: string;
  /** Other visits planned for the day. */
  readonly visits: readonly TaskListItem[];
}

type Target = Pick<Task, 'id' | 'channel' | 'district' | 'party'>;

/** Officers in whose scope the task lies, who may go first and the least burdened of them at the top. `planned`: unfinished tasks of the day. */
export function assignees(task: Target, day: string, planned: readonly TaskListItem[], rules: RuleContext): readonly Assignee[] {
  return [...rules.officers.values()]
    .filter((officer) => officer.active && officer.roles.includes('officer') && (officer.channel === null || officer.channel === task.channel) && inScope(scopeOf(officer), task))
    .map((officer) => ({ officer, problem: problemOf(officer, task, day, rules), visits: planned.filter((item) => item.id !== task.id && item.officerIds.includes(officer.id)) }))
    .sort((one, other) => order(one, other, task));
}

function order(one: Assignee, other: Assignee, task: Target): number {
  const away = (each: Assignee): number => Number(each.officer.district !== task.district);
  return Number(one.problem !== '') - Number(other.problem !== '') || away(one) - away(other) || one.visits.length - other.visits.length
    || one.officer.unitName.localeCompare(other.officer.unitName, 'zh-CN') || one.officer.name.localeCompare(other.officer.name, 'zh-CN');
}

function problemOf(officer: Officer, task: Target, day: string, rules: RuleContext): string {
  if (officer.id === rules.actor.id) return '您本人不能检查自己分派的任务';
  if ((rules.recusals ?? []).some((recusal) => recusal.officerId === officer.id && recusal.partyName === task.party.name)) return '已登记对该当事人回避';
  if (officer.certificateNo === '') return '没有行政执法证';
  if (certificateValidOn(officer, day)) return '';
  return day < officer.certificateFrom ? `执法证 ${officer.certificateFrom} 起有效` : `执法证 ${officer.certificateTo} 到期`;
}

/** What to think over before sending them: visits of the same day. Empty when there are none. */
export function overlaps(chosen: readonly string[], choices: readonly Assignee[]): readonly string[] {
  return choices
    .filter((choice) => chosen.includes(choice.officer.id) && choice.visits.length > 0)
    .map(({ officer, visits }) => `${officer.name}当日已有 ${visits.length} 项检查：${placesOf(visits)}`);
}

const NAMED = 3;

function placesOf(visits: readonly TaskListItem[]): string {
  const places = [...new Set(visits.map((visit) => visit.place || visit.partyName))];
  return `${places.slice(0, NAMED).join('；')}${places.length > NAMED ? '等' : ''}`;
}
