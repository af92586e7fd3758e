import type { ApprovalItem, ApprovalStep } from '#shared/contract/views.ts';
import type { CommandContext } from '#shared/domain/case-file/apply.types.ts';
import { type Approval, caseTitle, type CaseFile } from '#shared/domain/case-file/case-file.ts';
import { MEASURE_KINDS } from '#shared/domain/case-file/side-lines.ts';
import { formatYuan } from '#shared/domain/money/amount.ts';
import { deviatesFromTier, isBelowMinimum, statutoryRange, tierRange } from '#shared/domain/money/fine-range.ts';
import { APPROVAL_POINTS, pointOf, pointOfStage } from '#shared/domain/procedure/approval-points.ts';
import { type CaseEvent, EVENTS } from '#shared/domain/procedure/events.ts';
import { type NextStep, stepsAmong } from '#shared/domain/procedure/next-steps.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import { SIGN } from '#shared/domain/procedure/turn.ts';
import { lawOf } from '#shared/domain/violation/versions.ts';
import { type Due, officerNames } from '#worker/db/repositories/case-columns.ts';
import type { Workspace } from '#worker/session/workspace.ts';
import { effectiveCase } from './effective.ts';

/** Steps by which a head, reviewer or leader lets a case go on, and the stages in which a case stands still for them. */
const APPROVALS: readonly CaseEvent[] = [
  'countersign', 'sign-approval', 'approve-filing', 'approve-report', 'approve-notice', 'pass-review', 'record-discussion', 'approve-decision', 'approve-no-penalty', 'approve-closing',
  'accept-hearing', 'approve-measure', 'approve-transfer', 'approve-deferral', 'approve-demand',
];
const WAITING: readonly Stage[] = ['FILING', 'CONCL', 'NOTICE_APPR', 'LEGAL', 'COLLECT', 'DEC_APPR', 'NOPEN', 'CLOSE_APPR', 'HEAR'];
/** Here something may wait beside the stage: a measure, a deferral, a transfer. What was asked for lately was touched lately. */
const BESIDE: readonly Stage[] = ['VERIFY', 'INVEST', 'NOTIFIED', 'DEFENCE', 'SERVED', 'OVERDUE', 'DEMAND'];

/** Of a step beside the approval points the one that sends the case back. */
const BACK: Partial<Readonly<Record<CaseEvent, CaseEvent>>> = {
  'accept-hearing': 'refuse-hearing', 'approve-measure': 'refuse-measure', 'approve-transfer': 'refuse-transfer', 'approve-deferral': 'refuse-deferral',
};

/** At an approval point every node sends the case back by the same step. */
function backOf(event: CaseEvent, stage: Stage): CaseEvent | undefined {
  const key = pointOfStage(stage);
  const atPoint = key !== undefined && (event === SIGN || pointOf(key).decides[0] === event);
  return atPoint ? pointOf(key).returns[0] : BACK[event];
}
/** All that the list may show: what lets a case go on, and what sends it back. */
const JUDGED: readonly CaseEvent[] = [...APPROVALS, ...Object.values(APPROVAL_POINTS).flatMap((point) => point.returns), ...Object.values(BACK)];

/** Refusals that say that there is nothing here for this officer to approve. */
const NOT_HIS: ReadonlySet<string> = new Set(['STEP_NOT_ALLOWED', 'ROLE_NOT_ALLOWED', 'MEASURE_NOT_ALLOWED', 'OFFICER_RECUSED', 'REVIEWER_IS_OFFICER', 'OUT_OF_SCOPE', 'SIGNATURE_MISSING']);

const LOOKED_AT = 200;
const FACTS_LENGTH = 300;

/** Everything that waits for the officer, longest first. */
export function findApprovals(workspace: Workspace): readonly ApprovalItem[] {
  const { cache, state, officer } = workspace;
  const today = state.today();
  const context = state.reference.context(officer, `${today}T04:00:00.000Z`);
  const items = candidates(workspace, today).flatMap((row) => {
    const file = effectiveCase(cache.cases.findByRow(row));
    const item = file === null ? null : approvalItem(file, context, () => state.due(file));
    return item === null ? [] : [item];
  });
  return items.sort((one, other) => one.since.localeCompare(other.since));
}

function candidates({ cache, officer }: Workspace, today: string): readonly number[] {
  const waiting = cache.workbench.candidates({ officerId: officer.id, channel: officer.channel, district: officer.district, stages: WAITING, limit: LOOKED_AT });
  const lately = cache.list.page({ filter: { stages: [...BESIDE], district: officer.district }, sort: 'updated', offset: 0, limit: LOOKED_AT, officerId: officer.id, today, rows: null });
  const beside = lately.items.flatMap((item) => cache.cases.find(item.id)?.row ?? []);
  return [...new Set([...waiting.map(({ row }) => row), ...beside])];
}

/** What the officer decides by; `null` where the case waits for nothing of his. The next term is asked for only where something waits. */
export function approvalItem(file: CaseFile, context: CommandContext, dueOf: () => Due | null): ApprovalItem | null {
  const steps = stepsAmong(file, context, JUDGED);
  const approve = APPROVALS.flatMap((event) => steps.filter((step) => step.event === event)).find((step) => step.refusal === null || !NOT_HIS.has(step.refusal.code));
  if (approve === undefined) return null;
  const due = dueOf();
  const back = steps.find((step) => step.event === backOf(approve.event, file.stage) && step.allowed);
  return {
    caseId: file.id, caseNo: file.caseNo, title: caseTitle(file), stage: file.stage, since: approve.event === 'approve-deferral' ? (file.deferral?.appliedOn ?? file.stageSince) : file.stageSince,
    officerNames: officerNames(file, context.officers), partyName: file.party?.name ?? '', cause: file.cause,
    facts: shortened(askedFor(file, approve.event)), last: lastOpinion(file.approvals),
    countersigns: (file.countersigns ?? []).filter((each) => each.signedAt === null).map((each) => each.officerName),
    approve: toStep(approve), back: back === undefined ? null : toStep(back), dueOn: due?.dueOn ?? null, dueLabel: due?.label ?? null, ...discretionOf(file, context),
  };
}

function toStep({ event, label, refusal, opinion, fields }: NextStep): ApprovalStep {
  return { event, label, refusal, opinion, asks: fields.length > 0 };
}

/** What is to be approved, in words: the plan or measure asked for, else the facts found, or the clue before that. */
function askedFor(file: CaseFile, event: CaseEvent): string {
  const { deferral } = file;
  if (event === 'approve-deferral' && deferral !== undefined) {
    return `${deferral.reason}　${deferral.plan.map((row) => `${row.dueOn} 前缴 ${formatYuan(row.amountFen)} 元`).join('；')}`;
  }
  const measure = event === 'approve-measure' ? file.measures?.find((each) => each.approvedOn === null && each.settledOn === null) : undefined;
  if (measure !== undefined) return `${MEASURE_KINDS[measure.kind]}：${measure.items.map((item) => `${item.name}${item.quantity}`).join('、')}。${measure.reason}`;
  return file.facts === '' ? file.clue.description : file.facts;
}

function shortened(text: string): string {
  return text.length <= FACTS_LENGTH ? text : `${text.slice(0, FACTS_LENGTH)}…`;
}

function lastOpinion(approvals: readonly Approval[]): ApprovalItem['last'] {
  const last = approvals.at(-1);
  return last === undefined ? null : { name: last.officerName, label: last.node === undefined ? EVENTS[last.event] : `${EVENTS[last.event]}（${last.node}）`, opinion: last.opinion, at: last.at };
}

type Weighed = Pick<ApprovalItem, 'basis' | 'penalty' | 'tier' | 'range' | 'tierRange' | 'deviation' | 'deviationReason'>;

/** The penalty against article and tier. */
function discretionOf(file: CaseFile, context: CommandContext): Weighed {
  const { discretion } = file;
  const penalty = file.decided ?? file.proposed;
  const violation = lawOf(context, file)?.violation;
  const base = { penalty, tier: discretion.tier, deviationReason: discretion.deviationReason };
  if (violation === undefined) return { ...base, basis: '', range: null, tierRange: null, deviation: 'none' };
  const below = penalty !== null && isBelowMinimum(penalty, discretion, violation);
  const outside = penalty !== null && deviatesFromTier(penalty, discretion, violation);
  return {
    ...base, basis: violation.basis, range: statutoryRange(violation, discretion.baseFen, discretion.stage), tierRange: tierRange(violation, discretion),
    deviation: below ? 'below' : outside ? 'tier' : 'none',
  };
}
