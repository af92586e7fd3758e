import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { DETOURS, hasEnded, RAIL, STAGES, type Stage } from '#shared/domain/procedure/stages.ts';
import { dateOf } from '#renderer/ui/format.ts';

export interface RailStop {
  readonly stage: Stage;
  readonly label: string;
  /** Its whole name, where the rail is too crowded for it. */
  readonly name: string;
  readonly state: 'done' | 'current' | 'next' | 'later';
  /** Day the stage was last entered, or empty. */
  readonly on: string;
  /** A stage off the straight line that this case went through. */
  readonly detour: boolean;
}

/** Stages in which a case is closed without a decision on a penalty. */
const EARLY_ENDS: readonly Stage[] = ['TERM', 'WITHDR', 'TRANSF', 'NOPEN'];
const CLOSING: readonly Stage[] = ['CLOSE_APPR', 'CLOSED'];
/** What a penalty on the spot passes over. */
const SUMMARY_LINE: readonly Stage[] = ['CLUE', 'DECIDED', 'SERVED', 'CLOSE_APPR', 'CLOSED'];

/** So many stops leave no room for five characters each on a narrow screen. */
const CROWDED = 14;
const SHORT: Partial<Readonly<Record<Stage, string>>> = {
  CONCL: '终结审核', NOTICE_APPR: '告知审批', DECIDED: '待送达', DEFER: '延期分期', OVERDUE: '逾期', COURT: '强制执行',
};

/** The stages of a case in order, with detours where they were taken. A case that ended early ends at its detour. */
export function railOf(file: CaseFile): readonly RailStop[] {
  const stages = stagesOf(file);
  const here = stages.indexOf(file.stage);
  return stages.map((stage, index) => ({
    stage,
    label: (stages.length >= CROWDED ? SHORT[stage] : undefined) ?? STAGES[stage],
    name: STAGES[stage],
    state: stateOf(file, index, here),
    on: enteredOn(file, stage, index, here),
    detour: DETOURS.some((detour) => detour.stage === stage),
  }));
}

function stateOf(file: CaseFile, index: number, here: number): RailStop['state'] {
  if (index < here) return 'done';
  if (index === here) return hasEnded(file.stage) ? 'done' : 'current';
  return index === here + 1 ? 'next' : 'later';
}

function visitedBy(file: CaseFile): ReadonlySet<Stage> {
  const visited = new Set<Stage>([file.stage, ...file.approvals.flatMap((approval) => [approval.from, approval.to])]);
  if (file.suspensions.some((suspension) => suspension.ground !== 'A' || file.transfer === undefined)) visited.add('SUSP');
  if (file.defence !== null) visited.add('DEFENCE');
  if (file.hearing !== undefined) visited.add('HEAR');
  return visited;
}

/** The early end a case has come to or was closed from; `null` on the way to a decision. */
function earlyEnd(file: CaseFile): Stage | null {
  if (EARLY_ENDS.includes(file.stage)) return file.stage;
  if (file.stage !== 'CLOSE_APPR' && file.stage !== 'CLOSED' && file.stage !== 'ARCH') return null;
  const from = file.approvals.findLast((approval) => approval.event === 'propose-closing')?.from;
  return from !== undefined && EARLY_ENDS.includes(from) ? from : null;
}

function stagesOf(file: CaseFile): readonly Stage[] {
  const visited = visitedBy(file);
  const main = file.procedure === 'summary' ? SUMMARY_LINE : RAIL;
  const line = main.flatMap((stage) => [stage, ...DETOURS.filter((detour) => detour.after === stage && visited.has(detour.stage)).map((detour) => detour.stage)]);
  if (file.stage === 'NOFILE') return line.slice(0, line.indexOf('NOFILE') + 1);
  const end = earlyEnd(file);
  if (end === null) return line;
  const before = line.filter((stage) => visited.has(stage) && stage !== end && stage !== 'ARCH' && !CLOSING.includes(stage));
  return [...before, end, ...CLOSING, ...(visited.has('ARCH') ? ['ARCH' as const] : [])];
}

/** A stage ahead shows no date, even when the case was there before and came back. */
function enteredOn(file: CaseFile, stage: Stage, index: number, here: number): string {
  if (index > here) return '';
  if (stage === file.stage) return file.stageSince;
  if (stage === 'CLUE') return file.registeredOn;
  const known: Partial<Record<Stage, string | null>> = { INVEST: file.filedOn, NOTIFIED: file.notifiedOn, DECIDED: file.decidedOn, SERVED: file.servedOn, CLOSED: file.closedOn, VERIFY: file.assignedOn };
  const entry = file.approvals.findLast((approval) => approval.to === stage && approval.from !== stage);
  return known[stage] ?? (entry === undefined ? '' : dateOf(entry.at));
}
