import type { CheckLine, Task } from './task.ts';

/** What whoever makes a task decides. */
export type TaskPlan = Pick<Task, 'channel' | 'district' | 'source' | 'checkClass' | 'title' | 'matterCodes' | 'party' | 'project' | 'place' | 'description' | 'dueOn' | 'plannedOn'> & {
  readonly planId?: string | null;
  readonly drawId?: string | null;
  readonly parentId?: string | null;
  readonly urgent?: boolean;
  /** Assigned at once, as by a draw. */
  readonly officerIds?: readonly string[];
  readonly checklist: readonly CheckLine[];
};

/** A task at its beginning: waiting for its officers, or for them to take it where they are named already. */
export function newTask(id: string, plan: TaskPlan, by: { readonly today: string; readonly createdBy: string }): Task {
  const officerIds = plan.officerIds ?? [];
  return {
    id, rev: 0, channel: plan.channel, district: plan.district, source: plan.source, checkClass: plan.checkClass, taskNo: null, title: plan.title,
    matterCodes: plan.matterCodes, planId: plan.planId ?? null, drawId: plan.drawId ?? null, parentId: plan.parentId ?? null,
    party: plan.party, project: plan.project, place: plan.place, description: plan.description, urgent: plan.urgent ?? false,
    state: officerIds.length === 0 ? 'new' : 'assigned', stateSince: by.today, createdOn: by.today, createdBy: by.createdBy,
    plannedOn: plan.plannedOn, dueOn: plan.dueOn, officerIds, deferrals: [], approval: null, signIns: [], checklist: plan.checklist, findings: [],
    signatures: [], result: null, resultNote: '', inspectedOn: null, finishedOn: null, orders: [], publishedOn: null, caseId: null,
    evidence: [], documents: [], services: [], approvals: [], timeline: [],
  };
}
