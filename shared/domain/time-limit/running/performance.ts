import { ok } from '../../../contract/result.ts';
import type { CaseFile } from '../../case-file/case-file.ts';
import { ledger } from '../../money/ledger.ts';
import { deferralOn, paymentDueOn } from '../../money/schedule.ts';
import { addCalendarDays, excludedDays } from '../count.ts';
import { chineseDate } from '../days.ts';
import { countTerm } from '../term.ts';
import { courtTerms, openRemedy, remedyTerms } from './remedies.ts';
import { type DeadlineContext, type Running, running } from './running.ts';

/** Terms from the decision to the archive, in the order of the line. */
export function* performanceTerms(file: CaseFile, context: DeadlineContext): Generator<Running> {
  if (file.summary !== undefined) yield* summaryTerms(file, context);
  if (file.decidedOn !== null && file.closedOn === null) {
    if (file.servedOn === null) yield running('service', file.decidedOn, false, context);
    // The penalty is published, not a decision to punish nobody.
    if (file.decided !== null) yield running('publication', file.decidedOn, file.publication !== undefined, context);
  }
  yield* takeDownTerms(file, context);
  if (file.servedOn !== null && file.closedOn === null) yield* servedTerms(file, file.servedOn, context);
  if (file.closingGroundOn !== null) yield running('closing', file.closingGroundOn, file.closedOn !== null, context);
  if (file.closedOn !== null) yield running('archiving', file.closedOn, file.archive !== undefined, context);
}

function* summaryTerms(file: CaseFile, context: DeadlineContext): Generator<Running> {
  const { summary } = file;
  if (summary === undefined) return;
  const decidedOn = summary.decidedAt.slice(0, 10);
  yield running('summaryReport', decidedOn, summary.reportedOn !== null, context);
  if (summary.collection !== 'spot') return;
  yield running('spotHandIn', decidedOn, summary.handedInOn !== null, context);
  // Whether the bureau has paid it in is the cashier's record; the day is shown beside the hand-in.
  if (summary.handedInOn !== null) yield running('spotToBank', summary.handedInOn, file.closedOn !== null, context);
}

/** A decision that fell, or was found unlawful, after it was published comes down within three working days (art. 48(2)). */
function* takeDownTerms(file: CaseFile, context: DeadlineContext): Generator<Running> {
  const { publication } = file;
  if (publication === undefined) return;
  const unlawful = (file.remedies ?? []).flatMap(({ result, endedOn }) => (result === 'unlawful' && endedOn !== null ? [endedOn] : []));
  const fallenOn = [...(file.formerDecisions ?? []).map((former) => former.endedOn), ...unlawful].filter((day) => day >= publication.publishedOn).sort()[0];
  if (fallenOn !== undefined) yield running('takeDown', fallenOn, publication.takenDownOn !== null, context);
}

function* servedTerms(file: CaseFile, servedOn: string, context: DeadlineContext): Generator<Running> {
  yield* paymentTerms(file, servedOn, context);
  yield* remedyTerms(file, servedOn, context);
  const dueOn = paymentDueOn(servedOn, context.calendar) ?? servedOn;
  if (context.today > dueOn && amountOwed(file) > 0) yield* lateTerms(file, servedOn, dueOn, context);
}

function* paymentTerms(file: CaseFile, servedOn: string, context: DeadlineContext): Generator<Running> {
  if (amountOwed(file) === 0) return;
  const approvedOn = deferralOn(file, context.today)?.approvedOn ?? null;
  if (approvedOn === null) {
    yield running('payment', servedOn, paid(file) >= amountOwed(file), context);
    return;
  }
  for (const row of ledger(file, context.calendar, context.today).rows) {
    if (row.kind === 'surcharge') continue;
    const rule = `经${chineseDate(approvedOn)}批准，${row.label}应于${chineseDate(row.dueOn)}前缴纳。`;
    yield { term: ok({ key: 'instalment', startOn: approvedOn, dueOn: row.dueOn, amount: 0, excluded: 0, rollUnknown: false, subject: row.label, rule }), met: row.openFen === 0 };
  }
}

/** Surcharge, demand and the court's window, once the payment is late and something is left. */
function* lateTerms(file: CaseFile, servedOn: string, dueOn: string, context: DeadlineContext): Generator<Running> {
  const book = ledger(file, context.calendar, context.today);
  if (book.openFen === 0) return;
  if (book.surcharge.startOn !== null) yield* surchargeTerms(file, dueOn, context);
  const demand = file.demands?.at(-1);
  if (demand !== undefined) yield running('demand', demand.servedOn, file.court !== undefined, context);
  if (!openRemedy(file)) yield* courtTerms(file, servedOn, context);
}

function* surchargeTerms(file: CaseFile, dueOn: string, context: DeadlineContext): Generator<Running> {
  if (file.deferral !== undefined) return;
  yield running('surchargeStart', dueOn, true, context);
  const frozen = (file.remedies ?? []).map((remedy) => ({ from: remedy.acceptedOn > dueOn ? remedy.acceptedOn : addCalendarDays(dueOn, 1), to: addCalendarDays(remedy.endedOn ?? context.today, 1) }));
  const excluded = excludedDays(frozen.filter((span) => span.from < span.to), context.today);
  const term = countTerm('surchargeCap', dueOn, context.calendar, { extended: 0, excluded });
  yield { term: term.ok && excluded > 0 ? ok({ ...term.value, excludedFor: '行政复议、行政诉讼期间' }) : term, met: false };
}

function amountOwed(file: CaseFile): number {
  return (file.decided?.fineFen ?? 0) + (file.decided?.confiscationFen ?? 0);
}

function paid(file: CaseFile): number {
  return file.payments.reduce((total, payment) => total + payment.amountFen, 0);
}
