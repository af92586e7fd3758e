import { ok } from '../../../contract/result.ts';
import type { CaseFile } from '../../case-file/case-file.ts';
import type { Remedy } from '../../case-file/side-lines.ts';
import { deferralOn } from '../../money/schedule.ts';
import { countTerm, type Term } from '../term.ts';
import { type DeadlineContext, type Running, running } from './running.ts';

/** Whether a reconsideration or suit is going on. */
export function openRemedy(file: CaseFile): boolean {
  return (file.remedies ?? []).some((remedy) => remedy.endedOn === null);
}

/** The party's rights against the decision while they run, and the bureau's answers once one was used. */
export function* remedyTerms(file: CaseFile, servedOn: string, context: DeadlineContext): Generator<Running> {
  const remedies = file.remedies ?? [];
  for (const remedy of remedies) yield* answerTerms(remedy, context);
  if (remedies.length === 0) {
    yield running('reconsideration', servedOn, false, context);
    // Against an on-the-spot penalty reconsideration comes first (Administrative Reconsideration Law, art. 23).
    if (file.procedure === 'ordinary') yield running('suit', servedOn, false, context);
    return;
  }
  const lastOf = remedies.findLast((remedy) => remedy.kind === 'reconsideration');
  const sued = remedies.some((remedy) => remedy.kind === 'suit');
  if (!sued && lastOf !== undefined && lastOf.endedOn !== null && lastOf.result !== 'withdrawn') yield running('suitAfterReconsideration', lastOf.endedOn, false, context);
}

function* answerTerms(remedy: Remedy, context: DeadlineContext): Generator<Running> {
  const received = remedy.copyReceivedOn ?? remedy.acceptedOn;
  const answered = remedy.answeredOn !== undefined || remedy.endedOn !== null;
  if (remedy.kind === 'suit') {
    yield running('answerSuit', received, answered, context);
    return;
  }
  yield running(remedy.simple === true ? 'answerSimple' : 'answerReconsideration', received, answered, context);
  yield running(remedy.simple === true ? 'reconsiderationSimple' : 'reconsiderationDecision', remedy.acceptedOn, remedy.endedOn !== null, context);
}

/** What the three months run from, and why. */
interface WindowStart {
  /** The rights' last day as the party may use it: the authority applies after it. */
  readonly opensAfter: Term;
  /** The last day without roll-forward: from it the three months are counted, on the safe side. */
  readonly countedFrom: string;
  readonly event: string;
}

/**
 * When the bureau may apply to the court, and until when: three months from the end of the rights to reconsideration
 * and suit (Administrative Coercion Law, art. 53), or of the deferral (Administrative Penalty Law, art. 72(2)).
 */
export function* courtTerms(file: CaseFile, servedOn: string, context: DeadlineContext): Generator<Running> {
  const start = windowStart(file, servedOn, context);
  if (start === null) return;
  const applied = file.court !== undefined;
  yield { term: ok(start.opensAfter), met: applied };
  yield running('court', start.countedFrom, applied, context, { startEvent: start.event });
  if (file.court === undefined) return;
  yield running('courtAcceptance', file.court.appliedOn, file.court.acceptedOn !== null, context);
  if (file.court.acceptedOn !== null) yield running('courtRuling', file.court.acceptedOn, file.court.ruledOn !== null, context);
}

/** The later of the two: neither a deferral nor its early end takes the party's rights to reconsideration and suit. */
function windowStart(file: CaseFile, servedOn: string, context: DeadlineContext): WindowStart | null {
  const [rights, deferred] = [rightsEnd(file, servedOn, context), deferralEnd(file, context.today)];
  return deferred !== null && (rights === null || deferred.opensAfter.dueOn > rights.opensAfter.dueOn) ? deferred : rights;
}

function deferralEnd(file: CaseFile, today: string): WindowStart | null {
  const lastRow = deferralOn(file, today)?.plan.at(-1);
  return lastRow === undefined ? null : fixedStart(lastRow.dueOn, '暂缓或者分期缴纳期限届满');
}

function rightsEnd(file: CaseFile, servedOn: string, context: DeadlineContext): WindowStart | null {
  const suit = file.remedies?.findLast((remedy) => remedy.kind === 'suit');
  if (suit !== undefined && suit.endedOn !== null && suit.result !== 'withdrawn') return fixedStart(suit.endedOn, '行政诉讼终结');
  const reconsideration = file.remedies?.findLast((remedy) => remedy.kind === 'reconsideration' && remedy.result !== 'withdrawn');
  if (reconsideration !== undefined && reconsideration.endedOn !== null) {
    return rightStart('suitAfterReconsideration', reconsideration.endedOn, '收到复议决定书', '复议决定的起诉期限届满', context);
  }
  // Without a reconsideration there is no suit against an on-the-spot penalty (Administrative Reconsideration Law, art. 23).
  if (file.procedure === 'summary') return rightStart('reconsideration', servedOn, '送达当场行政处罚决定书', '复议期限届满', context);
  return rightStart('courtOpens', servedOn, '送达处罚决定书', '复议、起诉期限届满', context);
}

function fixedStart(dueOn: string, event: string): WindowStart {
  const term: Term = { key: 'courtOpens', startOn: dueOn, dueOn, amount: 0, excluded: 0, rollUnknown: false, rule: `${event}后可以申请人民法院强制执行。` };
  return { opensAfter: term, countedFrom: dueOn, event };
}

function rightStart(key: 'courtOpens' | 'reconsideration' | 'suitAfterReconsideration', startOn: string, startEvent: string, event: string, context: DeadlineContext): WindowStart | null {
  const term = countTerm(key, startOn, context.calendar);
  if (!term.ok) return null;
  const { value } = term;
  return { opensAfter: { ...value, key: 'courtOpens', startEvent }, countedFrom: value.rolledFrom ?? value.dueOn, event };
}
