import type { CaseFile, Penalty } from '#shared/domain/case-file/case-file.ts';
import type { Remedy } from '#shared/domain/case-file/side-lines.ts';

export const FINE: Penalty = { kinds: ['fine'], fineFen: 2_000_000, confiscationFen: 0, otherItems: [] };

const EMPTY: CaseFile = {
  id: 'case-0001', rev: 1, channel: 'JC', district: '320500', procedure: 'ordinary', stage: 'INVEST', stageSince: '2026-03-06', caseNo: null,
  clue: { source: 'inspection', receivedOn: '2026-03-02', subject: '示例项目未移交档案', description: '' }, cause: '竣工后未移交建设项目档案', violationId: 'J16', actOn: null,
  party: null, project: null, officerIds: ['officer-1', 'officer-2'], facts: '', nature: '',
  discretion: { tier: null, baseFen: null, baseSource: '', factors: '', deviationReason: '' }, proposed: null, notified: null, decided: null, correctiveOrder: null,
  registeredOn: '2026-03-02', assignedOn: null, verificationExtended: false, filedOn: null, extensionDays: [], suspensions: [], noticeApproved: false, notifiedOn: null,
  waiverEvidenceId: null, defence: null, reviews: [], discussion: null, decisionApproved: false, decidedOn: null, servedOn: null, payments: [], closingGroundOn: null, closedOn: null,
  evidence: [], documents: [], services: [], approvals: [], timeline: [],
};

/** A case under investigation, filed on Friday 6 March 2026. */
export function investigated(changes: Partial<CaseFile> = {}): CaseFile {
  return { ...EMPTY, filedOn: '2026-03-06', ...changes };
}

/** A fine of 20,000 yuan, decided on 1 and served on 2 April 2026, published, unpaid: to be paid by Friday 17 April. */
export function served(changes: Partial<CaseFile> = {}): CaseFile {
  return investigated({
    stage: 'SERVED', stageSince: '2026-04-02', proposed: FINE, notified: FINE, decided: FINE, notifiedOn: '2026-03-19', decidedOn: '2026-04-01', servedOn: '2026-04-02',
    publication: { publishedOn: '2026-04-03', places: ['信用中国（江苏）'], takenDownOn: null, takenDownReason: '' }, ...changes,
  });
}

export function remedy(changes: Partial<Remedy> = {}): Remedy {
  return { id: 'remedy-0001', kind: 'reconsideration', organ: '苏州市人民政府', acceptedOn: '2026-05-20', stay: false, endedOn: null, result: null, ...changes };
}
