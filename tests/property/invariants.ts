import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { openFineFen } from '#shared/domain/money/schedule.ts';
import { investigators, owedFen } from '#shared/domain/procedure/guards/index.ts';
import { PERFORMANCE_STAGES } from '#shared/domain/procedure/stages.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';

/** One accepted command: the case before and after it, and its day. */
export interface Accepted {
  readonly was: CaseFile;
  readonly file: CaseFile;
  readonly today: string;
  readonly calendar: WorkCalendar;
}

/** The last one to approve the decision neither investigated, reviewed, nor led the hearing (art. 43, 57, 58, 64). */
function decider({ was, file }: Accepted): string[] {
  const last = file.approvals.at(-1);
  if (file.approvals.length === was.approvals.length || (last?.event !== 'approve-decision' && last?.event !== 'approve-no-penalty')) return [];
  const { officerId } = last;
  const faults = investigators(file).has(officerId) ? ['decided by an investigator'] : [];
  if (file.reviews.some((review) => review.reviewerId === officerId)) faults.push('decided by its reviewer');
  if (file.hearing?.hostId === officerId || file.hearing?.recorderId === officerId) faults.push('decided by the host');
  return faults;
}

function countersigns({ was, file }: Accepted): string[] {
  const signed = (file.countersigns ?? []).filter((each) => each.signedAt !== null && was.countersigns?.some((before) => before.officerId === each.officerId && before.signedAt === null));
  return signed.some((each) => investigators(file).has(each.officerId)) ? ['countersigned by an investigator'] : [];
}

/** Payments come in while a served decision is performed, and never more than is owed. */
function payments({ was, file, today, calendar }: Accepted): string[] {
  if (file.payments.length === was.payments.length) return [];
  const faults = PERFORMANCE_STAGES.includes(was.stage) && was.servedOn !== null ? [] : ['paid outside the performance'];
  const last = file.payments.at(-1)?.amountFen ?? 0;
  return last > owedFen(was, calendar, today) ? [...faults, 'paid more than owed'] : faults;
}

function deferral({ was, file }: Accepted): string[] {
  const approved = file.deferral?.approvedOn != null && was.deferral?.approvedOn == null ? file.deferral : undefined;
  if (approved === undefined) return [];
  return approved.plan.reduce((total, row) => total + row.amountFen, 0) === openFineFen(file) ? [] : ['the plan is not what is owed'];
}

/** A remedy freezes the surcharge from the day it was accepted (art. 73(3)). */
function surcharge({ file, today, calendar }: Accepted): string[] {
  const running = file.remedies?.find((remedy) => remedy.endedOn === null && remedy.acceptedOn < today);
  if (running === undefined || file.servedOn === null || file.payments.some((payment) => payment.paidOn > running.acceptedOn)) return [];
  return owedFen(file, calendar, today) > owedFen(file, calendar, running.acceptedOn) ? ['surcharge grew while frozen'] : [];
}

/** A crime reported leaves by the head's decision only. */
function transfer({ was, file }: Accepted): string[] {
  const pending = was.transfer?.kind === 'police' && was.transfer.decidedAt === null;
  return pending && file.stage !== was.stage && ['SUSP', 'TERM', 'WITHDR', 'CLOSE_APPR', 'DECIDED'].includes(file.stage) ? [`crime buried in ${file.stage}`] : [];
}

function measures({ file, was }: Accepted): string[] {
  const held = (file.measures ?? []).some((measure) => measure.startedOn !== null && measure.settledOn === null);
  return held && file.stage !== was.stage && ['NOFILE', 'TERM', 'WITHDR', 'CLOSED'].includes(file.stage) ? [`goods held in ${file.stage}`] : [];
}

/** What every accepted command must leave true. */
export function brokenBy(accepted: Accepted): readonly string[] {
  return [decider, countersigns, payments, deferral, surcharge, transfer, measures].flatMap((rule) => rule(accepted));
}
