import type { CaseFile } from './case-file.ts';

/** What is known of a case when it is registered. */
type Registration = Pick<CaseFile, 'channel' | 'district' | 'clue' | 'cause' | 'violationId' | 'fromTask'>;

/** A case as it stands when it is registered on `today` (`YYYY-MM-DD`). */
export function newCaseFile(id: string, payload: Registration, today: string): CaseFile {
  return {
    id, rev: 0, channel: payload.channel, district: payload.district, procedure: 'ordinary', stage: 'CLUE', stageSince: today, caseNo: null,
    clue: payload.clue, ...(payload.fromTask === undefined ? {} : { fromTask: payload.fromTask }), cause: payload.cause, violationId: payload.violationId, actOn: null, party: null, project: null, officerIds: [],
    facts: '', nature: '', discretion: { tier: null, baseFen: null, baseSource: '', factors: '', deviationReason: '' },
    proposed: null, notified: null, decided: null, correctiveOrder: null,
    registeredOn: today, assignedOn: null, verificationExtended: false, filedOn: null, extensionDays: [], suspensions: [],
    noticeApproved: false, notifiedOn: null, waiverEvidenceId: null, defence: null, reviews: [], discussion: null,
    decisionApproved: false, decidedOn: null, servedOn: null, payments: [], closingGroundOn: null, closedOn: null,
    evidence: [], documents: [], services: [], approvals: [], timeline: [],
  };
}
