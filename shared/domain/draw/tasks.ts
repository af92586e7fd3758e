import { checklistOf } from '../matter/checklist.ts';
import type { Matter } from '../matter/matter.ts';
import type { Channel, District } from '../organisation/organisation.ts';
import type { Party } from '../party/party.ts';
import type { Project } from '../project/project.ts';
import { newTask } from '../task/new-task.ts';
import type { Task } from '../task/task.ts';

/** A drawn object with all its task is made of. */
export interface TaskOfDraw {
  readonly taskId: string;
  readonly drawId: string;
  readonly planId: string;
  readonly planName: string;
  readonly channel: Channel;
  readonly district: District;
  readonly party: Party;
  readonly project: Project | null;
  readonly matters: readonly Matter[];
  readonly officerIds: readonly string[];
  readonly visitOn: string;
  readonly dueOn: string;
  /** Names of the plans whose visits go together with this one. */
  readonly together: readonly string[];
}

const TITLE_MOST = 200;

/** The supervision task of a drawn object, already with its officers. */
export function taskOfDraw(from: TaskOfDraw, by: { readonly today: string; readonly createdBy: string }): Task {
  const joint = from.together.length === 0 ? '' : `综合查一次：与${from.together.map((name) => `“${name}”`).join('、')}的抽查合并为一次检查。`;
  return newTask(from.taskId, {
    channel: from.channel, district: from.district, source: 'random', checkClass: 'routine', title: `${from.planName}：${from.project?.name ?? from.party.name}`.slice(0, TITLE_MOST),
    matterCodes: from.matters.map(({ code }) => code), party: from.party, project: from.project, place: from.project?.address ?? from.party.address,
    description: `双随机抽查，计划“${from.planName}”，随机抽取的检查对象和检查人员。${joint}`, dueOn: from.dueOn, plannedOn: from.visitOn,
    planId: from.planId, drawId: from.drawId, officerIds: from.officerIds, checklist: checklistOf(from.matters),
  }, by);
}
