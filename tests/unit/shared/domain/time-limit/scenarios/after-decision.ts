import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { Deadline } from '#shared/domain/time-limit/deadlines.ts';
import type { LimitKey } from '#shared/domain/time-limit/limits.ts';
import { FINE, investigated, remedy, served } from './file.ts';

/** What happened, article, the file, the day it is looked at, the term, its last day and state (`null`: no such term). */
export type FileScenario = readonly [name: string, article: string, file: CaseFile, today: string, key: LimitKey, due: string | null, state: Deadline['state'] | null];

const PLAN = [{ dueOn: '2026-05-15', amountFen: 1_000_000 }, { dueOn: '2026-06-15', amountFen: 1_000_000 }];
const deferral = { kind: 'instalments', appliedOn: '2026-04-10', reason: '经营困难', approvedOn: '2026-04-15', plan: PLAN } as const;
const LARGE = { ...FINE, fineFen: 15_000_000 };
const hearing = {
  requestedOn: '2026-03-24', requestEvidenceId: null, accepted: true, refusalReason: '', hostId: 'reviewer-1', hostName: '辛审核', recorderName: '示例人',
  noticeServedOn: null, heldAt: '2026-04-10T09:00', place: '听证室', public: true, partyAbsent: false, report: null,
} as const;
const notified = (changes: Partial<CaseFile>): CaseFile => investigated({ stage: 'NOTIFIED', stageSince: '2026-03-19', proposed: LARGE, notified: LARGE, notifiedOn: '2026-03-19', ...changes });
const transfer = {
  kind: 'police', receivingBody: '苏州市公安局', ground: '涉嫌犯罪', materials: [], teamOfficerIds: ['officer-1', 'officer-2'], reportedOn: '2026-09-30', decidedAt: null, movedAt: null,
  receiptEvidenceId: null, outcome: null, outcomeOn: null,
} as const;
const summary = { decidedAt: '2026-06-18T10:00', place: '示例工地', defenceHeard: '无异议', collection: 'spot', spotGround: 'small', handedInOn: null, reportedOn: null } as const;

const PAY = '行政处罚法第六十七条第三款';
const LATE = '行政处罚法第七十二条第一款第一项';
const WINDOW = '行政强制法第五十三条';

export const FILE_SCENARIOS: readonly FileScenario[] = [
  // notice and hearing
  ['five working days to defend: 20 23 24 25 26', '行政处罚法第四十五条', notified({}), '2026-03-23', 'defence', '2026-03-26', 'near'],
  ['the right to a hearing ends, nothing is owed', '行政处罚法第六十四条第一项', notified({}), '2026-03-27', 'hearing', '2026-03-26', 'met'],
  ['asked for in time', '行政处罚法第六十四条第一项', notified({ hearing }), '2026-03-25', 'hearing', '2026-03-26', 'met'],
  ['hearing on 10 April: 9 8 7, 3 2 1, 31 March is the last day of its notice', '行政处罚法第六十四条第二项', notified({ hearing }), '2026-03-30', 'hearingNotice', '2026-03-31', 'near'],
  ['notice of 27 March: 30 31, 1 2 3, 7 8 April', '行政处罚法第六十四条第二项', notified({ hearing: { ...hearing, noticeServedOn: '2026-03-27' } }), '2026-03-30', 'hearingWait', '2026-04-08', 'running'],
  ['a small fine offers no hearing', '行政处罚法第六十四条第一项', notified({ proposed: FINE, notified: FINE }), '2026-03-23', 'hearing', null, null],
  // limitation
  ['discovered within two years', '行政处罚法第三十六条', investigated({ stage: 'VERIFY', filedOn: null, actOn: '2024-03-02' }), '2026-03-10', 'prosecution', '2026-03-02', 'met'],
  ['discovered a day late', '行政处罚法第三十六条', investigated({ stage: 'VERIFY', filedOn: null, actOn: '2024-03-01' }), '2026-03-10', 'prosecution', '2026-03-01', 'overdue'],
  ['five years where harm was done', '行政处罚法第三十六条', investigated({ stage: 'VERIFY', filedOn: null, actOn: '2021-03-02', fiveYearLimitation: true }), '2026-03-10', 'prosecution', '2026-03-02', 'met'],
  // transfer
  ['three days to decide, the holiday counts', '行政执法机关移送涉嫌犯罪案件的规定第五条', investigated({ transfer }), '2026-10-01', 'transferDecision', '2026-10-03', 'running'],
  ['24 hours to move', '行政执法机关移送涉嫌犯罪案件的规定第五条', investigated({ transfer: { ...transfer, decidedAt: '2026-10-03T17:00' } }), '2026-10-05', 'transferMove', '2026-10-04', 'overdue'],
  ['sealed at once: report within 24 hours', '行政强制法第十九条', investigated({ measures: [{ id: 'measure-1', kind: 'sealing', reason: '', powerClause: '', items: [], place: '', keeper: '', urgent: true, approvedOn: null, startedOn: '2026-03-10', extendedDays: 0, settledOn: null, outcome: null }] }), '2026-03-11', 'sealingReport', '2026-03-11', 'near'],
  // decision and payment
  ['serve within seven: 2 3, 7 8 9 10, 13 April', '行政处罚法第六十一条', served({ stage: 'DECIDED', servedOn: null }), '2026-04-07', 'service', '2026-04-13', 'running'],
  ['publish within seven', '行政处罚法第四十八条', (({ publication: _none, ...file }) => file)(served()), '2026-04-14', 'publication', '2026-04-13', 'overdue'],
  ['a revoked decision comes down in three: 6 7 8 May', '行政处罚法第四十八条第二款', served({ formerDecisions: [{ documentId: 'document-1', docNo: null, decidedOn: '2026-04-01', endedOn: '2026-04-30', reason: '复议撤销' }] }), '2026-05-06', 'takeDown', '2026-05-08', 'near'],
  ['so does one found unlawful that stands: 20 21 22 May', '行政处罚法第四十八条第二款', served({ remedies: [remedy({ acceptedOn: '2026-04-20', endedOn: '2026-05-19', result: 'unlawful' })] }), '2026-05-20', 'takeDown', '2026-05-22', 'near'],
  ['one upheld stays up', '行政处罚法第四十八条第二款', served({ remedies: [remedy({ acceptedOn: '2026-04-20', endedOn: '2026-05-19', result: 'upheld' })] }), '2026-05-20', 'takeDown', null, null],
  ['pay within fifteen days', PAY, served(), '2026-04-14', 'payment', '2026-04-17', 'near'],
  ['unpaid on the sixteenth', PAY, served(), '2026-04-18', 'payment', '2026-04-17', 'overdue'],
  ['a corrected day of service moves the payment', PAY, served({ servedOn: '2026-04-17' }), '2026-04-18', 'payment', '2026-05-06', 'running'],
  ['first instalment paid', '行政处罚法第六十六条第二款', served({ deferral, payments: [{ id: 'payment-1', paidOn: '2026-05-10', amountFen: 1_000_000, receiptNo: '1' }] }), '2026-05-12', 'instalment', '2026-05-15', 'met'],
  ['first instalment missed', '行政处罚法第六十六条第二款', served({ deferral }), '2026-05-16', 'instalment', '2026-05-15', 'overdue'],
  ['on-the-spot penalty filed in three: 22 23 24 June', '行政处罚法第五十二条', served({ procedure: 'summary', summary }), '2026-06-22', 'summaryReport', '2026-06-24', 'near'],
  ['cash handed in in two: 22 23 June', '行政处罚法第七十一条', served({ procedure: 'summary', summary }), '2026-06-24', 'spotHandIn', '2026-06-23', 'overdue'],
  ['reconsideration first: no suit beside it', '行政诉讼法第四十六条', served({ procedure: 'summary', summary }), '2026-06-24', 'suit', null, null],
  // surcharge and enforcement
  ['surcharge begins the day after', LATE, served(), '2026-04-20', 'surchargeStart', '2026-04-18', 'met'],
  ['34 days reach the fine: 13 of April, 21 May', LATE, served(), '2026-04-20', 'surchargeCap', '2026-05-21', 'running'],
  ['ten days of reconsideration move the cap', LATE, served({ remedies: [remedy({ acceptedOn: '2026-04-27', endedOn: '2026-05-06', result: 'upheld' })] }), '2026-05-10', 'surchargeCap', '2026-05-31', 'running'],
  ['apply after 6 months, rolled off National Day', WINDOW, served(), '2026-04-20', 'courtOpens', '2026-10-08', 'running'],
  ['and within 3 months more, on the safe side not rolled', WINDOW, served(), '2026-11-02', 'court', '2027-01-02', 'running'],
  ['60 days before the end it is near', WINDOW, served(), '2026-11-03', 'court', '2027-01-02', 'near'],
  ['no window while the fine may still be paid', WINDOW, served(), '2026-04-17', 'court', null, null],
  ['instalments to June take nothing of the six months to sue: 2 October and three months', WINDOW, served({ deferral }), '2026-06-20', 'court', '2027-01-02', 'running'],
  ['nor may the court be asked before', WINDOW, served({ deferral }), '2026-06-20', 'courtOpens', '2026-10-08', 'running'],
  ['a deferral beyond them moves the window to its end (行政处罚法第七十二条第二款)', WINDOW, served({ deferral: { ...deferral, plan: [{ dueOn: '2026-11-16', amountFen: 2_000_000 }] } }), '2026-11-20', 'court', '2027-02-16', 'running'],
  ['sixty days after an on-the-spot penalty of 2 April: 1 June', WINDOW, served({ procedure: 'summary', summary }), '2026-04-20', 'courtOpens', '2026-06-01', 'running'],
  ['and three months from then', WINDOW, served({ procedure: 'summary', summary }), '2026-06-02', 'court', '2026-09-01', 'running'],
  ['served on 3 March, sixty days end on Saturday 2 May in the holidays: Wednesday 6 May', WINDOW, served({ procedure: 'summary', summary, servedOn: '2026-03-03' }), '2026-04-20', 'courtOpens', '2026-05-06', 'running'],
  ['its three months are counted from 2 May, on the safe side', WINDOW, served({ procedure: 'summary', summary, servedOn: '2026-03-03' }), '2026-05-20', 'court', '2026-08-02', 'running'],
  ['demand of 22 June: 23–26, 29 30, 1 2 3, 6 July', '行政强制法第五十四条、第六十九条', served({ demands: [{ documentId: 'document-1', servedOn: '2026-06-22' }] }), '2026-07-01', 'demand', '2026-07-06', 'near'],
  // remedies
  ['answer in ten: 22, 25–29, 1 2 3 4 June', '行政复议法第四十八条', served({ remedies: [remedy({ copyReceivedOn: '2026-05-21' })] }), '2026-05-25', 'answerReconsideration', '2026-06-04', 'running'],
  ['answer in five: 22, 25 26 27 28', '行政复议法第五十四条', served({ remedies: [remedy({ copyReceivedOn: '2026-05-21', simple: true })] }), '2026-05-25', 'answerSimple', '2026-05-28', 'near'],
  ['answer the complaint in fifteen days, rolled off Dragon Boat', '行政诉讼法第六十七条', served({ remedies: [remedy({ kind: 'suit', copyReceivedOn: '2026-06-04' })] }), '2026-06-10', 'answerSuit', '2026-06-22', 'running'],
  ['no window while a remedy runs', WINDOW, served({ remedies: [remedy()] }), '2026-06-01', 'court', null, null],
  ['suit within fifteen days of the reconsideration, Saturday to Monday', '行政诉讼法第四十五条', served({ remedies: [remedy({ endedOn: '2026-07-10', result: 'upheld' })] }), '2026-07-12', 'suitAfterReconsideration', '2026-07-27', 'running'],
  ['the window then runs from that end', WINDOW, served({ remedies: [remedy({ endedOn: '2026-07-10', result: 'upheld' })] }), '2026-07-12', 'court', '2026-10-25', 'running'],
  ['after a suit the window runs from its end', WINDOW, served({ remedies: [remedy({ kind: 'suit', endedOn: '2026-09-10', result: 'rejected' })] }), '2026-09-20', 'court', '2026-12-10', 'running'],
  // end
  ['close within fifteen: 9 10, 13–17, 20–24, 27 28 29', '住房和城乡建设行政处罚程序规定', served({ closingGroundOn: '2026-04-08' }), '2026-04-09', 'closing', '2026-04-29', 'running'],
  ['archive within thirty days of closing', '档案管理规定', served({ stage: 'CLOSED', closedOn: '2026-04-29' }), '2026-05-10', 'archiving', '2026-05-29', 'running'],
];
