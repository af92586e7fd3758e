import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import type { NextStep } from '#shared/domain/procedure/next-steps.ts';

type Test = (file: CaseFile) => boolean;

/** Steps that are taken once and have been taken: nobody is told that they are not possible any more. */
const OVER: Partial<Readonly<Record<CaseEvent, Test>>> = {
  'approve-notice': (file) => file.noticeApproved,
  'approve-decision': (file) => file.decisionApproved,
  'approve-no-penalty': (file) => file.decisionApproved,
  'accept-hearing': (file) => file.hearing?.accepted != null,
  'refuse-hearing': (file) => file.hearing?.accepted != null,
  'record-hearing': (file) => file.hearing?.recordedAt !== undefined,
  'schedule-hearing': (file) => file.hearing?.recordedAt !== undefined,
  'move-case': (file) => file.transfer?.movedAt != null,
  'accept-transfer': (file) => file.transfer?.outcome != null,
  'return-transfer': (file) => file.transfer?.outcome != null,
  'record-court-acceptance': (file) => file.court?.acceptedOn != null,
  'record-court-ruling': (file) => file.court?.ruledOn != null,
  'end-execution': (file) => file.court?.endedOn != null,
  'publish-decision': (file) => file.publication !== undefined && file.publication.takenDownOn === null,
  'take-down': (file) => file.publication === undefined || file.publication.takenDownOn !== null,
  'report-summary': (file) => file.summary?.reportedOn != null,
  'hand-in-fine': (file) => file.summary?.handedInOn != null || file.summary?.collection === 'bank',
};

/** Duties with a term of their own: offered as the way forward although the case could go on without them. */
const DUTIES: readonly CaseEvent[] = ['report-summary', 'hand-in-fine'];

/** Lawful at any time for a rare ground; until the court has ruled it is not what comes next. */
const RARE: Partial<Readonly<Record<CaseEvent, Test>>> = {
  'end-execution': (file) => file.court?.ruledOn == null,
};

/** The steps an officer is shown: neither what is another's nor what is done already, and each with its weight for this case. */
export function offeredSteps(file: CaseFile, steps: readonly NextStep[]): readonly NextStep[] {
  return steps
    .filter((step) => step.refusal?.code !== 'ROLE_NOT_ALLOWED' && OVER[step.event]?.(file) !== true)
    .map((step) => {
      const aside = RARE[step.event]?.(file) === true || (step.aside && !(step.allowed && DUTIES.includes(step.event)));
      return aside === step.aside ? step : { ...step, aside };
    });
}
