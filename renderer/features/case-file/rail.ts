import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { DETOURS, hasEnded, RAIL, STAGES, type Stage } from '#shared/domain/procedure/stages.ts';
import { dateOf } from '#renderer/ui/format.ts';

export interface RailStop {
  readonly stage: Stage;
  readonly label: string;
  readonly state: 'done' | 'current' | 'next' | 'later';
  /** Day the stage was last entered, or empty. */
  readonly on: string;
  /** A stage off the straight line that this case went through. */
  readonly detour: boolean;
}

/** The stages of a case in order, with detours where they were taken. A case not filed ends at its detour. */
export function railOf(file: CaseFile): readonly RailStop[] {
  const stages = stagesOf(file);
  const here = stages.indexOf(file.stage);
  return stages.map((stage, index) => ({
    stage,
    label: STAGES[stage],
    state: index < here ? 'done' : index === here ? (hasEnded(file.stage) ? 'done' : 'current') : index === here + 1 ? 'next' : 'later',
    on: enteredOn(file, stage, index, here),
    detour: DETOURS.some((detour) => detour.stage === stage),
  }));
}

function stagesOf(file: CaseFile): readonly Stage[] {
  const visited = new Set<Stage>([file.stage, ...file.approvals.flatMap((approval) => [approval.from, approval.to])]);
  if (file.suspensions.length > 0) visited.add('SUSP');
  if (file.defence !== null) visited.add('DEFENCE');
  if (file.hearing !== undefined) visited.add('HEAR');
  const line = RAIL.flatMap((stage) => [stage, ...DETOURS.filter((detour) => detour.after === stage && visited.has(detour.stage)).map((detour) => detour.stage)]);
  return file.stage === 'NOFILE' ? line.slice(0, line.indexOf('NOFILE') + 1) : line;
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
