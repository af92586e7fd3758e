import type { AppError } from '#shared/contract/result.ts';
import { newCaseFile } from '#shared/domain/case-file/new-case-file.ts';
import type { RuleContext } from '#shared/domain/case-file/apply.types.ts';
import type { CaseFile, Discretion, Penalty } from '#shared/domain/case-file/case-file.ts';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { Evidence } from '#shared/domain/evidence/evidence.ts';
import { stepRefusal } from '#shared/domain/procedure/advance.ts';
import { checkStepData } from '#shared/domain/procedure/step-data.ts';
import { transitionOf } from '#shared/domain/procedure/table.ts';
import { citation } from '#shared/domain/violation/law-titles.ts';
import type { Tier, Violation } from '#shared/domain/violation/violation.ts';
import { type ClueForm, copiesOf, registrationOf } from './clue-form.ts';

/** What a penalty on the spot asks for beside the clue. */
export interface SummaryForm {
  actOn: string;
  facts: string;
  nature: string;
  warning: boolean;
  fineFen: number | null;
  tier: Tier | null;
  evidenceTitle: string;
  partnerId: string;
  decidedAt: string;
  place: string;
  defenceHeard: string;
  collection: 'bank' | 'spot' | '';
  spotGround: string;
  clear: boolean;
  noRecusal: boolean;
}

export function emptySummary(today: string): SummaryForm {
  return {
    actOn: today, facts: '', nature: '', warning: false, fineFen: null, tier: null, evidenceTitle: '现场检查照片', partnerId: '', decidedAt: '', place: '',
    defenceHeard: '', collection: '', spotGround: '', clear: false, noRecusal: false,
  };
}

/** The usual sentence on the nature of the act, until somebody words it himself. */
export function natureOf(violation: Violation): string {
  return `当事人的行为违反了${citation(violation.breached)}的规定，依据${citation(violation.basis)}应予处罚。`;
}

function penaltyOf(form: SummaryForm): Penalty {
  const fineFen = form.fineFen ?? 0;
  return { kinds: [...(form.warning ? ['warning' as const] : []), ...(fineFen > 0 ? ['fine' as const] : [])], fineFen, confiscationFen: 0, otherItems: [] };
}

function discretionOf(form: SummaryForm): Discretion {
  return { tier: form.tier, baseFen: null, baseSource: '', factors: '', deviationReason: '' };
}

/** Everything of the case that is filled in after the registration. */
export function summaryChanges(clue: ClueForm, form: SummaryForm): CommandPayload<'case.edit'>['changes'] {
  return [
    ...copiesOf(clue),
    { path: 'actOn', from: null, to: form.actOn },
    { path: 'facts', from: '', to: form.facts.trim() },
    { path: 'nature', from: '', to: form.nature.trim() },
    ...(form.tier === null ? [] : [{ path: 'discretion.tier', from: null, to: form.tier }]),
    { path: 'proposed', from: null, to: penaltyOf(form) },
  ];
}

export function summaryEvidence(id: string, form: SummaryForm, now: string, officerName: string): CommandPayload<'evidence.add'>['evidence'] {
  return { id, kind: 'documentary', title: form.evidenceTitle.trim(), proves: '证明当事人的违法事实', takenAt: now, takenPlace: form.place.trim(), takenBy: officerName, file: null };
}

/** `data` of the step. */
export function summaryData(form: SummaryForm, actorId: string): Record<string, unknown> {
  return {
    officerIds: [actorId, form.partnerId].filter((id) => id !== ''), decidedAt: form.decidedAt, place: form.place.trim(), defenceHeard: form.defenceHeard.trim(), collection: form.collection,
    ...(form.noRecusal ? { noRecusal: true } : {}), ...(form.clear ? { clear: true } : {}), ...(form.collection === 'spot' && form.spotGround !== '' ? { spotGround: form.spotGround } : {}),
  };
}

/** The case as it would stand before the step; `null` while the clue itself is incomplete. */
export function draftedCase(clue: ClueForm, form: SummaryForm, context: RuleContext): CaseFile | null {
  const registration = registrationOf(clue);
  if (registration === null) return null;
  const values = Object.fromEntries(summaryChanges(clue, form).filter(({ path }) => !path.includes('.')).map(({ path, to }) => [path, to]));
  const evidence: Evidence[] = form.evidenceTitle.trim() === '' ? [] : [{ ...summaryEvidence('evidence-draft', form, context.now, context.actor.name), addedBy: context.actor.id, addedAt: context.now, withdrawn: null } as Evidence];
  return { ...newCaseFile('case-draft', registration, context.today), ...values, discretion: discretionOf(form), evidence };
}

/** What the rules have against it, before anything is registered; `null` when the penalty may be given. */
export function summaryRefusal(clue: ClueForm, form: SummaryForm, context: RuleContext): AppError | null {
  const file = draftedCase(clue, form, context);
  const transition = transitionOf('CLUE', 'summary-penalty');
  if (file === null || transition === undefined) return null;
  const data = summaryData(form, context.actor.id);
  return checkStepData(transition, data, '', file) ?? stepRefusal(transition, file, context, data);
}
