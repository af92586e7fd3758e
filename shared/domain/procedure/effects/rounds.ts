import type { CaseFile, Penalty } from '../../case-file/case-file.ts';
import type { Exclusion, FormerDecision } from '../../case-file/side-lines.ts';
import type { Changes } from './input.ts';

/** A new round of notice forgets the old one; what was said in it stays in the approvals, documents and services. */
export const NO_NOTICE: Changes = {
  noticeApproved: false,
  notified: null,
  notifiedOn: null,
  waiverEvidenceId: null,
  defence: null,
  discussion: null,
  decisionApproved: false,
  hearing: undefined,
  noPenaltyGround: undefined,
};

/** A hearing that is over, or given up, lets the case term run on. */
export function endHearingExclusion(file: CaseFile, on: string): Changes {
  if (file.exclusions === undefined) return {};
  const ended = (exclusion: Exclusion): Exclusion => (exclusion.kind === 'hearing' && exclusion.to === null ? { ...exclusion, to: on } : exclusion);
  return { exclusions: file.exclusions.map(ended) };
}

export function dropHearingExclusion({ exclusions }: CaseFile): Changes {
  return exclusions === undefined ? {} : { exclusions: exclusions.filter((exclusion) => exclusion.kind !== 'hearing' || exclusion.to !== null) };
}

/** What the party spoke against is remembered: speaking must not cost it more (art. 45(2)). */
function heard({ notified, defence, hearing, facts, violationId }: CaseFile): Changes {
  return notified === null || (defence === null && hearing === undefined) ? {} : { heardNotice: { penalty: notified, facts, violationId } };
}

/** What a step back over the notice leaves: no notice, and no hearing that would hold the term. */
export function noticeUndone(file: CaseFile, today: string): Changes {
  return { ...NO_NOTICE, ...heard(file), ...endHearingExclusion(file, today) };
}

/** The last decision document with its number, as it stood. */
function formerDecision(file: CaseFile, endedOn: string, reason: string, redo: boolean): FormerDecision | null {
  if (file.decidedOn === null) return null;
  const document = file.documents.findLast((each) => (each.code === 'CFJD' || each.code === 'DCCF' || each.code === 'BYCF') && each.status === 'issued');
  return { documentId: document?.id ?? '', docNo: document?.docNo ?? null, decidedOn: file.decidedOn, servedOn: file.servedOn, decided: file.decided, endedOn, reason, redo };
}

function kept(file: CaseFile, former: FormerDecision | null): Changes {
  return former === null ? {} : { formerDecisions: [...(file.formerDecisions ?? []), former] };
}

/** A penalty with the sums a change gives it; a kind of which nothing is left goes. */
export function changedPenalty(decided: Penalty, data: Readonly<Record<string, unknown>>): Penalty {
  const fineFen = Number(data['fineFen'] ?? decided.fineFen);
  const confiscationFen = Number(data['confiscationFen'] ?? decided.confiscationFen);
  const kinds = decided.kinds.filter((kind) => (kind !== 'fine' || fineFen > 0) && (kind !== 'confiscation' || confiscationFen > 0));
  return { ...decided, kinds, fineFen, confiscationFen };
}

/** The decision as changed; the former is kept. */
export function decisionChanged(file: CaseFile, penalty: Penalty, on: string, reason: string): Changes {
  return { ...kept(file, formerDecision(file, on, reason, false)), decided: penalty, closingGroundOn: null };
}

const NO_DECISION: Changes = {
  decided: null, decidedOn: null, servedOn: null, decisionApproved: false, closingGroundOn: null, closedOn: null,
  deferral: undefined, formerDeferrals: undefined, demands: undefined, court: undefined, agreement: undefined, archive: undefined, returned: undefined,
};

/** The decision has fallen and none follows; the former is kept. */
export function decisionRevoked(file: CaseFile, on: string, reason: string): Changes {
  return { ...kept(file, formerDecision(file, on, reason, false)), ...NO_DECISION, noPenaltyGround: undefined };
}

/** A new round from the investigation on, with a term of its own; the former decision is kept, and all evidence and papers. */
export function newRound(file: CaseFile, on: string, today: string, reason: string): Changes {
  return {
    ...kept(file, formerDecision(file, on, reason, true)), ...NO_DECISION, ...NO_NOTICE, heardNotice: undefined, procedure: 'ordinary', filedOn: file.filedOn ?? today, roundFrom: today,
    extensionDays: [], suspensions: [], exclusions: undefined, transfer: undefined, summary: undefined,
  };
}
