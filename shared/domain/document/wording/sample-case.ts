import type { CaseFile, Penalty } from '../../case-file/case-file.ts';
import type { Officer } from '../../officer/officer.ts';
import type { Channel } from '../../organisation/organisation.ts';
import type { Settings } from '../../setting/settings.ts';
import { caseNumber, caseSeries, documentNumber, documentSeries } from '../number-series.ts';

/** An invented case at its end, to show a wording on a real page where no case of the bureau is at hand. */

function officer(id: string, name: string, certificateNo: string, roles: Officer['roles']): Officer {
  return {
    id, loginName: id, name, roles, channel: 'JC', district: '320500', unitName: '示例大队', phone: '0512-00000010', certificateNo,
    certificateFrom: '2025-01-01', certificateTo: '2029-12-31', legallyQualified: roles.includes('legal-reviewer'), active: true,
  };
}

export const SAMPLE_OFFICERS: readonly Officer[] = [
  officer('sample-officer-1', '赵示例', '10050026001', ['officer']), officer('sample-officer-2', '周样本', '10050026002', ['officer']),
  officer('sample-reviewer', '王法审', '', ['legal-reviewer']), officer('sample-leader', '冯局长', '', ['leader']),
];

const PENALTY: Penalty = { kinds: ['fine'], fineFen: 19_200_000, confiscationFen: 0, otherItems: ['责令停止施工，限期补办施工许可手续'] };

function evidence(id: string, kind: CaseFile['evidence'][number]['kind'], title: string, proves: string): CaseFile['evidence'][number] {
  return { id, kind, title, proves, takenAt: '2026-03-12T02:30:00Z', takenPlace: '示范家园二期工程现场', takenBy: '赵示例、周样本', file: null, addedBy: 'sample-officer-1', addedAt: '2026-03-12T03:00:00Z', withdrawn: null };
}

function approval(event: CaseFile['approvals'][number]['event'], from: CaseFile['stage'], to: CaseFile['stage'], by: Officer | undefined, opinion: string, at: string): CaseFile['approvals'][number] {
  return { event, from, to, officerId: by?.id ?? '', officerName: by?.name ?? '', opinion, at };
}

const [HANDLER, , REVIEWER, LEADER] = SAMPLE_OFFICERS;

export const SAMPLE_CASE: CaseFile = {
  id: 'sample-case', rev: 1, channel: 'JC', district: '320500', procedure: 'ordinary', stage: 'DEC_APPR', stageSince: '2026-04-15', caseNo: 'SZZJ-JC-2026-00001',
  clue: { source: 'inspection', receivedOn: '2026-03-02', subject: '示范家园二期工程涉嫌未取得施工许可证擅自施工', description: '2026年3月2日，执法人员巡查发现示范家园二期工程现场正在进行基坑开挖和桩基施工，现场未能出示施工许可证，经系统查询，该工程未办理施工许可手续。' },
  cause: '未取得施工许可证擅自施工', violationId: 'J01', actOn: '2026-03-02',
  party: {
    kind: 'unit', name: '苏州示例置业有限公司', creditCode: '91320500MA1DEMX12L', representative: '钱示例', representativePost: '总经理', idNumber: '', sex: '', birthDate: '',
    address: '江苏省苏州市姑苏区样板路100号2幢1203室', phone: '0512-00000001', workplace: '',
  },
  project: { id: 'sample-project', name: '示范家园二期', address: '苏州市姑苏区样板路与示范街交叉口西南侧', projectCode: '2025-320500-70-01-000001', permitNo: '', contractPriceFen: 1_280_000_000, areaSquareMetres: 18_600 },
  officerIds: ['sample-officer-1', 'sample-officer-2'],
  facts: '2026年2月26日至2026年3月12日，当事人在位于苏州市姑苏区样板路与示范街交叉口西南侧的示范家园二期工程中，未取得建筑工程施工许可证，擅自组织施工单位进行基坑开挖和桩基施工。至检查之日，基坑已开挖约2400平方米，完成工程桩36根。该工程建筑面积18600平方米，施工总承包合同价款为人民币12,800,000.00元。检查当日当事人已停止施工，未造成其他危害后果。',
  nature: '当事人作为建设单位，在未取得施工许可证的情况下擅自组织施工，其行为构成未取得施工许可证擅自施工。',
  discretion: { tier: 'normal', baseFen: 1_280_000_000, baseSource: '《示范家园二期施工总承包合同》', factors: '工程规模18600平方米，已完成部分桩基施工；当事人在检查当日停止施工，积极配合调查；两年内未受过同类处罚', deviationReason: '' },
  proposed: PENALTY, notified: PENALTY, decided: null, correctiveOrder: { servedOn: '2026-03-12', dueOn: '2026-04-12', recheckedOn: '2026-04-13', corrected: true },
  registeredOn: '2026-03-02', assignedOn: '2026-03-03', verificationExtended: false, filedOn: '2026-03-09', extensionDays: [], suspensions: [], noticeApproved: true,
  notifiedOn: '2026-03-30', waiverEvidenceId: null, defence: null,
  reviews: [{
    reviewerId: 'sample-reviewer', reviewerName: '王法审', passed: true, opinion: '事实清楚，证据确实充分，适用法律正确，裁量适当，程序合法，同意处理意见。', at: '2026-04-15T06:00:00Z',
    points: { authority: true, procedure: true, facts: true, law: true, discretion: true, competence: true, documents: true, criminal: true },
  }],
  discussion: { heldOn: '2026-04-17', attendees: ['冯局长', '陈副局长', '褚处长'], conclusion: '同意' },
  decisionApproved: true, decidedOn: null, servedOn: null, payments: [], closingGroundOn: null, closedOn: null,
  evidence: [
    evidence('sample-evidence-1', 'documentary', '营业执照复印件1份', '当事人的主体资格'),
    evidence('sample-evidence-2', 'record', '现场检查笔录1份及现场照片6张', '涉案工程未取得施工许可证已进行施工'),
    evidence('sample-evidence-3', 'statement', '对钱示例的询问笔录1份', '当事人承认擅自组织施工的事实'),
  ],
  documents: [{ id: 'sample-notice', code: 'GZS', status: 'issued', docNo: '苏住建监罚告字〔2026〕第1号', createdAt: '2026-03-24T01:00:00Z', issuedAt: '2026-03-27T01:00:00Z', pdf: null, prints: 1, aboutDocumentId: null }],
  services: [{
    id: 'sample-service', documentId: 'sample-notice', method: 'direct', servedAt: '2026-03-30T10:05', place: '江苏省苏州市姑苏区样板路100号2幢1203室', recipient: '钱示例', recipientRelation: '法定代表人',
    serverIds: ['sample-officer-1', 'sample-officer-2'], refusalReason: '', witness: '',
  }],
  approvals: [
    approval('propose-filing', 'VERIFY', 'FILING', HANDLER, '当事人涉嫌未取得施工许可证擅自施工，有初步证据证明，属本机关管辖，建议立案调查。', '2026-03-06T08:00:00Z'),
    approval('approve-filing', 'FILING', 'INVEST', LEADER, '', '2026-03-09T02:00:00Z'),
    approval('submit-report', 'INVEST', 'CONCL', HANDLER, '', '2026-03-20T02:00:00Z'),
    approval('pass-review', 'LEGAL', 'DEC_APPR', REVIEWER, '', '2026-04-15T06:00:00Z'),
  ],
  timeline: [],
};

/** The same as a case of a channel, with the numbers that channel gives; `null`: as it stands. */
export function sampleCase(channel: Channel | null, settings: Settings): CaseFile {
  if (channel === null) return SAMPLE_CASE;
  const documents = SAMPLE_CASE.documents.map((document) => {
    const series = documentSeries(settings, channel, document.code);
    return { ...document, docNo: series === null ? null : documentNumber(series, 2026, 1, settings) };
  });
  return { ...SAMPLE_CASE, channel, caseNo: caseNumber(caseSeries(channel), 2026, 1), documents };
}
