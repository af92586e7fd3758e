import type { CaseFile, ClueSource } from '../case-file/case-file.ts';
import { newCaseFile } from '../case-file/new-case-file.ts';
import { orderDay } from './papers.ts';
import type { Task, TaskSource } from './task.ts';

const CLUE_SOURCE: Readonly<Record<TaskSource, ClueSource>> = {
  plan: 'inspection', random: 'random', complaint: 'complaint', assignment: 'superior', transfer: 'transfer', warning: 'warning', recheck: 'inspection',
};

/** The violation the visit points to: that of the first failed item, else of the first item ordered. */
export function violationOfTask(task: Pick<Task, 'checklist' | 'orders'>): string | null {
  const failed = task.checklist.find((line) => line.result === 'fail' && line.violationId !== null);
  return failed?.violationId ?? task.orders.flatMap((order) => order.items).find((item) => item.violationId !== null)?.violationId ?? null;
}

/** What was found, in one text: the findings as written, then what each failed item says. */
export function findingsText(task: Pick<Task, 'findings' | 'checklist'>): string {
  const failed = task.checklist.filter((line) => line.result === 'fail').map((line) => (line.note.trim() === '' ? `${line.content}：不合格` : `${line.content}：${line.note.trim()}`));
  return [...task.findings, ...failed].map((line) => line.trim().replace(/[。；;]$/, '')).filter((line) => line !== '').map((line) => `${line}。`).join('\n');
}

export function clueSourceOf(task: Pick<Task, 'source'>): ClueSource {
  return CLUE_SOURCE[task.source];
}

/**
 * A task as its papers and exhibits see it: as a case that is being verified. The same documents, rules of evidence,
 * numbers and service then hold for a visit as for a case, and nothing is written twice.
 */
export function fileOfTask(task: Task): CaseFile {
  const clue = { source: clueSourceOf(task), receivedOn: task.inspectedOn ?? task.createdOn, subject: task.title, description: task.description };
  const fromTask = { taskId: task.id, taskNo: task.taskNo ?? '', officerIds: task.officerIds };
  const base = newCaseFile(task.id, { channel: task.channel, district: task.district, clue, cause: task.title, violationId: violationOfTask(task), fromTask }, task.createdOn);
  return {
    ...base, rev: task.rev, caseNo: task.taskNo, stage: 'VERIFY', stageSince: task.stateSince, actOn: task.inspectedOn, party: task.party, project: task.project,
    officerIds: task.officerIds, facts: findingsText(task), correctiveOrder: orderAsCase(task), assignedOn: task.officerIds.length > 0 ? task.stateSince : null,
    evidence: task.evidence, documents: task.documents, services: task.services, approvals: task.approvals, timeline: task.timeline,
  };
}

/** The latest order with its latest re-check. */
function orderAsCase(task: Task): CaseFile['correctiveOrder'] {
  const order = task.orders.at(-1);
  if (order === undefined) return null;
  const round = order.rounds.at(-1);
  return { servedOn: orderDay(task, order), dueOn: order.dueOn, recheckedOn: round?.on ?? '', corrected: round?.passed ?? null };
}

/** Whether the case is none, but a task as its papers see it. */
export function isTaskFile(file: Pick<CaseFile, 'id' | 'fromTask'>): boolean {
  return file.fromTask?.taskId === file.id;
}

/** The task with what a command on its papers changed. */
export function withPapers(task: Task, file: CaseFile): Task {
  const { evidence, documents, services } = file;
  return { ...task, evidence, documents, services };
}
