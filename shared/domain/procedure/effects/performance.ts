import type { CourtEnforcement, Deferral, Publication, RemedyResult } from '../../case-file/side-lines.ts';
import type { CaseEvent } from '../events.ts';
import { REOPENING_GROUNDS } from '../grounds.ts';
import { planOf } from '../guards/performance.ts';
import { againstStanding } from '../guards/remedies.ts';
import { type Changes, type Effect, serialId, type StepInput, text, texts, ticked } from './input.ts';
import { changedPenalty, decisionChanged, decisionRevoked, newRound } from './rounds.ts';

function deferral(input: StepInput): Deferral {
  return { kind: text(input, 'kind') as Deferral['kind'], appliedOn: text(input, 'appliedOn'), reason: text(input, 'reason'), approvedOn: null, plan: planOf(input.data) };
}

/** A new application stands in the place of the old one; a plan that was approved is kept with its time. */
function deferralApplied(input: StepInput): Changes {
  const { deferral: former, formerDeferrals = [] } = input.file;
  const kept = former !== undefined && former.approvedOn !== null ? { formerDeferrals: [...formerDeferrals, former] } : {};
  return { deferral: deferral(input), ...kept };
}

/** Refused: the plan approved before stands again. */
function deferralRefused({ file }: StepInput): Changes {
  const formers = file.formerDeferrals ?? [];
  return { deferral: formers.at(-1), formerDeferrals: formers.length > 1 ? formers.slice(0, -1) : undefined };
}

function approvedDeferral({ file, context }: StepInput): Changes {
  return file.deferral === undefined ? {} : { deferral: { ...file.deferral, approvedOn: context.today } };
}

function court(input: StepInput, members: Partial<CourtEnforcement>): Changes {
  return input.file.court === undefined ? {} : { court: { ...input.file.court, ...members } };
}

function remedyRecorded(input: StepInput): Changes {
  const remedies = input.file.remedies ?? [];
  const kind = text(input, 'kind') === 'suit' ? 'suit' as const : 'reconsideration' as const;
  return { remedies: [...remedies, { id: serialId('remedy', remedies), kind, organ: text(input, 'organ'), acceptedOn: text(input, 'acceptedOn'), stay: ticked(input, 'stay'), endedOn: null, result: null }] };
}

/** What an outcome makes of the decision. 维持、驳回、撤回 and 确认违法 leave it as it is. */
function revised(input: StepInput, result: string, on: string): Changes {
  const { file, context, opinion } = input;
  if (result === 'redo') return newRound(file, on, context.today, opinion);
  if (result === 'revoked' || result === 'void') return decisionRevoked(file, on, opinion);
  if (result !== 'changed' || file.decided === null) return {};
  return decisionChanged(file, changedPenalty(file.decided, input.data), on, opinion);
}

function remedyEnded(input: StepInput): Changes {
  const [endedOn, result] = [text(input, 'endedOn'), text(input, 'result') as RemedyResult];
  const remedies = (input.file.remedies ?? []).map((remedy) => (remedy.id === text(input, 'remedyId') ? { ...remedy, endedOn, result } : remedy));
  // What became of a decision that was made anew meanwhile leaves the new one as it is.
  const standing = againstStanding(input.file, remedies.find((remedy) => remedy.id === text(input, 'remedyId')));
  return { ...(standing ? revised(input, result, endedOn) : {}), remedies };
}

function publication(input: StepInput): Publication {
  return { publishedOn: text(input, 'publishedOn'), places: texts(input, 'places'), takenDownOn: null, takenDownReason: '' };
}

function takenDown(input: StepInput): Changes {
  const { publication: standing } = input.file;
  return standing === undefined ? {} : { publication: { ...standing, takenDownOn: text(input, 'takenDownOn'), takenDownReason: input.opinion } };
}

function reopened(input: StepInput): Changes {
  const ground = text(input, 'ground') as keyof typeof REOPENING_GROUNDS;
  return newRound(input.file, input.context.today, input.context.today, `${REOPENING_GROUNDS[ground]}：${input.opinion}`);
}

export const PERFORMANCE_EFFECTS: Partial<Readonly<Record<CaseEvent, Effect>>> = {
  'apply-deferral': deferralApplied,
  'approve-deferral': approvedDeferral,
  'refuse-deferral': deferralRefused,
  'sign-agreement': (input) => ({ agreement: { signedOn: text(input, 'signedOn'), plan: planOf(input.data), surchargeReducedFen: Number(input.data['surchargeReducedFen'] ?? 0) } }),
  'apply-court': (input) => ({
    court: { appliedOn: text(input, 'appliedOn'), court: text(input, 'court'), acceptedOn: null, ruledOn: null, ruling: null, stoppedOn: null, endedOn: null, endGround: '' },
  }),
  'record-court-acceptance': (input) => court(input, { acceptedOn: text(input, 'on') }),
  'record-court-ruling': (input) => court(input, { ruledOn: text(input, 'on'), ruling: text(input, 'ruling') === 'granted' ? 'granted' : 'denied', rulingEvidenceId: text(input, 'evidenceId') }),
  'stop-execution': (input) => court(input, { stoppedOn: text(input, 'on') }),
  'resume-execution': (input) => court(input, { stoppedOn: null }),
  'end-execution': (input) => court(input, { endedOn: text(input, 'on'), endGround: text(input, 'ground') }),
  'record-remedy': remedyRecorded,
  'end-remedy': remedyEnded,
  'change-decision': (input) => revised(input, text(input, 'result'), input.context.today),
  'publish-decision': (input) => ({ publication: publication(input) }),
  'take-down': takenDown,
  archive: (input) => ({
    archive: {
      archiveNo: text(input, 'archiveNo'), archivedOn: input.context.today, retention: text(input, 'retention') === 'permanent' ? 'permanent' : 'thirty-years',
      pages: Number(input.data['pages']), archivistName: input.context.actor.name,
    },
  }),
  reopen: reopened,
};
