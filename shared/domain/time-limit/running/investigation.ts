import { fail, ok } from '../../../contract/result.ts';
import type { CaseFile } from '../../case-file/case-file.ts';
import { hearingRequired } from '../../case-file/hearing.ts';
import { channelOf } from '../../channel/in-force.ts';
import { type Hearing, type Measure, MEASURE_KINDS, type Transfer } from '../../case-file/side-lines.ts';
import { addCalendarDays, subtractWorkingDays } from '../count.ts';
import { chineseDate, chineseMinute } from '../days.ts';
import { LIMITS } from '../limits.ts';
import { caseTerm, channelTerm, correctionTerm, countTerm, measureTerm, prosecutionTerm, verificationTerm } from '../term.ts';
import { type DeadlineContext, type Running, running } from './running.ts';

const BEFORE_FILING: ReadonlySet<string> = new Set(['CLUE', 'VERIFY', 'FILING']);
const WITHIN_DEFENCE: ReadonlySet<string> = new Set(['NOTIFIED', 'DEFENCE', 'HEAR']);
/** Stages in which a case no longer owes a decision, whatever became of it. */
const WITHOUT_DECISION: ReadonlySet<string> = new Set(['NOFILE', 'WITHDR', 'TERM', 'TRANSF', 'CLOSED', 'ARCH']);

/** Terms from the clue to the decision, in the order of the line. */
export function* investigationTerms(file: CaseFile, context: DeadlineContext): Generator<Running> {
  const { calendar, today } = context;
  if (BEFORE_FILING.has(file.stage)) {
    yield { term: verificationTerm(file, calendar), met: file.stage === 'FILING' };
    const prosecution = prosecutionTerm(file, calendar);
    // Discovery in time preserves the power to punish: the clue's day decides, not today.
    if (prosecution !== null) yield { term: prosecution, met: prosecution.ok && file.clue.receivedOn <= prosecution.value.dueOn };
  }
  const correction = correctionTerm(file);
  if (correction !== null) yield { term: ok(correction), met: file.correctiveOrder?.corrected === true || file.correctiveOrder?.recheckedOn !== '' };
  for (const measure of file.measures ?? []) yield* measureTerms(file, measure, context);
  const whole = caseTerm(file, calendar, today);
  if (whole !== null && (file.decidedOn !== null || !WITHOUT_DECISION.has(file.stage))) yield { term: whole, met: file.decidedOn !== null };
  yield* noticeTerms(file, context);
  if (file.stage === 'LEGAL') yield running('review', file.stageSince, false, context);
  if (file.transfer?.kind === 'police') yield* policeTerms(file.transfer, context);
  yield* channelTerms(file, context);
}

/** What the channel allows itself. A term as long as the law's own would only say the same twice. */
function* channelTerms(file: CaseFile, { calendar, settings, today }: DeadlineContext): Generator<Running> {
  const days = channelOf(settings, file.channel)?.slaDays;
  if (days === undefined) return;
  if (BEFORE_FILING.has(file.stage) && days.verification < LIMITS.verification.amount) {
    const term = countTerm('sla', file.clue.receivedOn, calendar, { extended: days.verification, excluded: 0 });
    yield { term: term.ok ? ok({ ...term.value, subject: '线索核查', startEvent: LIMITS.verification.startEvent }) : term, met: file.stage === 'FILING' };
  }
  if (file.decidedOn !== null || WITHOUT_DECISION.has(file.stage)) return;
  const investigating = file.stage === 'INVEST' || file.stage === 'SUSP';
  const [subject, amount] = investigating ? ['调查取证', days.investigation] : ['作出决定', days.decision];
  const term = amount < LIMITS.case.amount ? channelTerm(amount, file, calendar, today) : null;
  if (term !== null) yield { term: term.ok ? ok({ ...term.value, subject }) : term, met: false };
}

function* measureTerms(file: CaseFile, measure: Measure, context: DeadlineContext): Generator<Running> {
  const term = measureTerm(measure, file.exclusions, context.calendar, context.today);
  if (term === null || measure.startedOn === null) return;
  const subject = MEASURE_KINDS[measure.kind];
  if (measure.urgent === true) {
    const dueOn = addCalendarDays(measure.startedOn, 1);
    const rule = `${chineseDate(measure.startedOn)}当场实施${subject}，应当在24小时内报告并补办批准手续，最迟为${chineseDate(dueOn)}同一时刻。`;
    yield { term: ok({ key: 'sealingReport', startOn: measure.startedOn, dueOn, amount: 24, excluded: 0, rollUnknown: false, subject, rule }), met: measure.approvedOn !== null };
  }
  yield { term: term.ok ? ok({ ...term.value, subject }) : term, met: measure.settledOn !== null };
}

function* noticeTerms(file: CaseFile, context: DeadlineContext): Generator<Running> {
  if (file.notifiedOn === null || !WITHIN_DEFENCE.has(file.stage)) return;
  const waived = file.waiverEvidenceId !== null;
  yield running('defence', file.notifiedOn, waived || file.defence !== null, context);
  if (hearingRequired(file, context.settings)) yield running('hearing', file.notifiedOn, waived || file.hearing !== undefined, context);
  if (file.hearing !== undefined) yield* hearingTerms(file.hearing, context);
}

/** From the hearing's day back to its notice, or from the notice on to the first day it may be held. */
function* hearingTerms(hearing: Hearing, context: DeadlineContext): Generator<Running> {
  if (hearing.accepted !== true || hearing.report !== null) return;
  if (hearing.noticeServedOn !== null) {
    yield running('hearingWait', hearing.noticeServedOn, hearing.heldAt !== null && hearing.heldAt.slice(0, 10) <= context.today, context);
    return;
  }
  if (hearing.heldAt === null) return;
  const heldOn = hearing.heldAt.slice(0, 10);
  const latest = subtractWorkingDays(context.calendar, heldOn, 7);
  if (!latest.ok) {
    yield { term: fail(latest.error), met: false };
    return;
  }
  const rule = `听证定于${chineseDate(heldOn)}举行，听证通知书应当在举行的7个工作日前送达，最迟为${chineseDate(latest.value)}。`;
  yield { term: ok({ key: 'hearingNotice', startOn: heldOn, dueOn: latest.value, amount: 7, excluded: 0, rollUnknown: false, rule }), met: false };
}

/** 行刑衔接: three days to decide, 24 hours to move, three days for the police and three to ask them again. */
function* policeTerms(transfer: Transfer, context: DeadlineContext): Generator<Running> {
  if (transfer.reportedOn !== null) yield running('transferDecision', transfer.reportedOn, transfer.decidedAt !== null, context);
  if (transfer.decidedAt !== null) {
    yield running('transferMove', transfer.decidedAt, transfer.movedAt !== null, context, { startEvent: `${chineseMinute(transfer.decidedAt)}批准移送` });
  }
  if (transfer.movedAt !== null) yield running('policeDecision', transfer.movedAt.slice(0, 10), transfer.outcome !== null, context);
  if (transfer.outcomeOn === null) return;
  if (transfer.outcome === 'refused') yield running('policeReview', transfer.outcomeOn, false, context);
}
