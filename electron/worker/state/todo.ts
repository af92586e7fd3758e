import type { CommandContext } from '#shared/domain/case-file/apply.types.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { ChannelConfig } from '#shared/domain/channel/channel.ts';
import { signersAt } from '#shared/domain/channel/route.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { holdsRole } from '#shared/domain/procedure/actors.ts';
import { APPROVAL_POINT_KEYS, APPROVAL_POINTS } from '#shared/domain/procedure/approval-points.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import { stepsAmong } from '#shared/domain/procedure/next-steps.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import { TRANSITIONS } from '#shared/domain/procedure/table.ts';

/** Steps that carry a case on. Returns, extensions and the like are always possible and are no one's to-do. */
const FORWARD: Readonly<Partial<Record<Stage, readonly CaseEvent[]>>> = {
  CLUE: ['assign'],
  VERIFY: ['propose-filing', 'resubmit'],
  FILING: ['countersign', 'sign-approval', 'approve-filing'],
  INVEST: ['submit-report'],
  SUSP: ['resume'],
  CONCL: ['sign-approval', 'approve-report', 'resubmit'],
  NOTICE_APPR: ['countersign', 'sign-approval', 'approve-notice'],
  NOTIFIED: ['close-defence'],
  DEFENCE: ['review-defence'],
  LEGAL: ['sign-approval', 'pass-review'],
  COLLECT: ['record-discussion'],
  DEC_APPR: ['countersign', 'sign-approval', 'approve-decision'],
  SERVED: ['propose-closing'],
  CLOSE_APPR: ['countersign', 'sign-approval', 'approve-closing'],
  HEAR: ['accept-hearing', 'schedule-hearing', 'record-hearing', 'report-hearing'],
  NOPEN: ['countersign', 'sign-approval', 'approve-no-penalty', 'propose-closing'],
  DEFER: ['complete-deferral', 'propose-closing'],
  OVERDUE: ['approve-demand', 'propose-closing'],
  DEMAND: ['apply-court', 'propose-closing'],
  COURT: ['record-court-acceptance', 'record-court-ruling', 'propose-closing'],
  EXEC_STOP: ['resume-execution'],
  TRANSF: ['move-case', 'accept-transfer', 'propose-closing'],
  WITHDR: ['propose-closing'],
  TERM: ['propose-closing'],
  CLOSED: ['archive'],
};

/** Wherever the case stands, this comes first: a crime reported is decided on within three days. */
const ANYWHERE: readonly CaseEvent[] = ['approve-transfer'];

/** What the case officer does where no step is due yet. */
const OFFICER_WORK: Readonly<Partial<Record<Stage, (file: CaseFile) => string | null>>> = {
  VERIFY: () => '核查线索',
  INVEST: () => '调查取证',
  NOTICE_APPR: (file) => (file.noticeApproved ? '签发并送达告知书' : null),
  DEC_APPR: (file) => (file.decisionApproved ? '签发处罚决定书' : null),
  NOPEN: (file) => (file.decisionApproved ? '签发、送达不予处罚决定书' : null),
  DECIDED: (file) => (file.procedure === 'summary' ? '签发、交付当场处罚决定书' : '送达处罚决定书'),
  DEMAND: (file) => ((file.demands ?? []).length === 0 ? '签发、送达催告书' : null),
};

/** Stages in which a case waits for a role of this officer by the table alone (beside his own cases). */
function stagesOfTable(officer: Officer): readonly Stage[] {
  return TRANSITIONS.filter((transition) => holdsRole(officer, transition.actors.filter((actor) => actor !== 'case-officer')))
    .flatMap((transition) => transition.from.filter((stage) => ANYWHERE.includes(transition.event) || FORWARD[stage]?.includes(transition.event) === true));
}

/** Stages of the approval points at which a route asks for a role of his. */
function stagesOfRoutes(officer: Officer, channels: readonly ChannelConfig[]): readonly Stage[] {
  return APPROVAL_POINT_KEYS.filter((key) => channels.some(({ route }) => signersAt(route, key).some((node) => officer.roles.includes(node.role))))
    .map((key) => APPROVAL_POINTS[key].stage);
}

/** Stages in which a case may wait for this officer, as the law or a channel's route has it. `officer` with the roles he stands in for. */
export function waitingStages(officer: Officer, channels: readonly ChannelConfig[]): readonly Stage[] {
  return [...new Set([...stagesOfTable(officer), ...stagesOfRoutes(officer, channels)])];
}

/** What the actor may do next to carry the case on, in the words of the button; `null`: it waits for someone else. */
export function todoOf(file: CaseFile, context: CommandContext): string | null {
  const forward = [...ANYWHERE, ...(FORWARD[file.stage] ?? [])];
  const step = stepsAmong(file, context, forward).find((next) => next.allowed);
  if (step !== undefined) return step.label;
  return file.officerIds.includes(context.actor.id) ? (OFFICER_WORK[file.stage]?.(file) ?? null) : null;
}
