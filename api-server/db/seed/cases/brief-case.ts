import { newCaseFile } from '#shared/domain/case-file/new-case-file.ts';
import type { Approval, CaseFile, TimelineEntry } from '#shared/domain/case-file/case-file.ts';
import { REVIEW_POINT_KEYS, type LegalReview } from '#shared/domain/case-file/case-file.ts';
import { caseNumber, caseSeries, numberYear } from '#shared/domain/document/number-series.ts';
import type { Evidence } from '#shared/domain/evidence/evidence.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import type { Random } from '../random.ts';
import { FINDINGS } from '../words.ts';
import type { WorkDays } from '../work-days.ts';
import { ACT_DAYS_BEFORE, type Outline } from './outline.ts';
import type { Plan } from './plan.ts';
import { clueDescription, clueSubject, correction, facts, nature, type Situation } from './texts.ts';
import type { Numbering } from './walk.ts';

/**
 * A finished case as it is entered from an old paper volume: all dates and results, the opinions that decided, no
 * electronic documents. Far cheaper to make than a walked one, for volumes of data.
 */
export function briefCase(outline: Outline, plan: Plan, days: WorkDays, random: Random, numbering: Numbering): CaseFile {
  const day = (step: keyof Plan['at']): string => days.dateAt(plan.start + plan.at[step]);
  const received = days.dateAt(plan.start);
  const situation: Situation = {
    violation: outline.violation, source: outline.source, partyName: outline.party.name, projectName: outline.project.name,
    projectAddress: outline.project.address, inspectedOn: received,
  };
  const payload = {
    channel: outline.channel, district: outline.district, cause: outline.violation.cause, violationId: outline.violation.id,
    clue: { source: outline.source, receivedOn: received, subject: clueSubject(situation).slice(0, 200), description: clueDescription(random, situation) },
  };
  const base: CaseFile = {
    ...newCaseFile(outline.id, payload, received),
    party: outline.party, project: outline.project, actOn: addCalendarDays(received, -random.between(0, ACT_DAYS_BEFORE)),
    officerIds: outline.officers.map((officer) => officer.id), assignedOn: day('assign'),
  };
  return plan.stage === 'NOFILE' ? rejected(base, outline, day('propose'), random) : closed(base, outline, day, situation, random, numbering);
}

function rejected(base: CaseFile, outline: Outline, on: string, random: Random): CaseFile {
  return {
    ...base, stage: 'NOFILE', stageSince: on,
    approvals: [approval('reject-clue', 'VERIFY', 'NOFILE', outline.leader, '经核查，不符合立案条件。', on)],
    timeline: [entry(random, outline.leader, '不予立案（线索核查 → 不予立案）', on)],
  };
}

function closed(
  base: CaseFile, outline: Outline, day: (step: keyof Plan['at']) => string, situation: Situation, random: Random, numbering: Numbering,
): CaseFile {
  const penalty = { ...outline.penalty, otherItems: [correction(situation)] };
  const { leader, reviewer, discretion } = outline;
  const [filedOn, closedOn] = [day('file'), day('close')];
  const request = { target: { kind: 'case' }, series: caseSeries(outline.channel), year: numberYear(filedOn) } as const;
  return {
    ...base, stage: 'CLOSED', stageSince: closedOn, caseNo: caseNumber(request.series, request.year, numbering(request)),
    facts: facts(random, situation), nature: nature(random, situation), discretion, proposed: penalty, notified: penalty, decided: penalty,
    filedOn, noticeApproved: true, notifiedOn: day('serveNotice'), decisionApproved: true, decidedOn: day('issue'), servedOn: day('serve'),
    payments: [{ id: random.uuid(), paidOn: day('pay'), amountFen: penalty.fineFen, receiptNo: `演示${String(random.between(10_000_000, 99_999_999))}` }],
    closingGroundOn: day('pay'), closedOn,
    reviews: [review(reviewer, day('review'))],
    evidence: [evidence(outline, random, base.assignedOn ?? filedOn)],
    approvals: [
      approval('approve-filing', 'FILING', 'INVEST', leader, '同意立案。', filedOn),
      approval('pass-review', 'LEGAL', 'DEC_APPR', reviewer, '同意。', day('review')),
      approval('approve-decision', 'DEC_APPR', 'DEC_APPR', leader, '同意处罚。', day('decide')),
    ],
    timeline: [entry(random, leader, '批准结案（结案审批 → 已结案）', closedOn)],
  };
}

/** Ten in the morning of a day in Shanghai. */
function instant(date: string): string {
  return `${date}T02:00:00.000Z`;
}

function approval(event: CaseEvent, from: Stage, to: Stage, officer: Officer, opinion: string, on: string): Approval {
  return { event, from, to, officerId: officer.id, officerName: officer.name, opinion, at: instant(on) };
}

function entry(random: Random, officer: Officer, text: string, on: string): TimelineEntry {
  return { opId: random.uuid(), at: instant(on), officerId: officer.id, officerName: officer.name, text };
}

function review(reviewer: Officer, on: string): LegalReview {
  const points = Object.fromEntries(REVIEW_POINT_KEYS.map((key) => [key, true])) as LegalReview['points'];
  return { reviewerId: reviewer.id, reviewerName: reviewer.name, passed: true, points, opinion: '同意。', at: instant(on) };
}

function evidence(outline: Outline, random: Random, on: string): Evidence {
  return {
    id: random.uuid(), kind: 'record', title: '现场检查笔录（纸质卷）', proves: random.pick(FINDINGS), takenAt: instant(on), takenPlace: outline.project.address,
    takenBy: outline.officers.map((officer) => officer.name).join('、'), file: null, addedBy: outline.officers[0]?.id ?? '', addedAt: instant(on), withdrawn: null,
  };
}
