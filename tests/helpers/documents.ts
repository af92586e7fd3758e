import type { CaseFile, LegalReview, ServiceRecord } from '#shared/domain/case-file/case-file.ts';
import type { DocumentContext } from '#shared/domain/document/definition.ts';
import type { DocumentCode, DocumentFile } from '#shared/domain/document/document-file.ts';
import type { Evidence } from '#shared/domain/evidence/evidence.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { PartyKind } from '#shared/domain/party/party.ts';
import { SAMPLE_CASE } from '#shared/domain/document/wording/sample-case.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import { issued } from './samples/decided.ts';
import { DECISION_SAMPLES } from './samples/decision.ts';
import { EXECUTION_SAMPLES } from './samples/execution.ts';
import { FILING_SAMPLES } from './samples/filing.ts';
import { INSPECTION_SAMPLES } from './samples/inspection.ts';
import { INVESTIGATION_SAMPLES } from './samples/investigation.ts';
import { NOTICE_SAMPLES } from './samples/notice.ts';
import { PARTIES } from './samples/parties.ts';
import type { Sample } from './samples/sample.ts';
import { VOLUME_SAMPLES } from './samples/volume.ts';

export { PARTIES } from './samples/parties.ts';

function officer(id: string, name: string, certificateNo: string, roles: Officer['roles']): Officer {
  return {
    id, loginName: id, name, roles, channel: 'JC', district: '320500', unitName: '监察支队一大队', phone: '0512-00000010', certificateNo,
    certificateFrom: '2025-01-01', certificateTo: '2029-12-31', legallyQualified: roles.includes('legal-reviewer'), active: true,
  };
}

export const OFFICERS: ReadonlyMap<string, Officer> = new Map([
  officer('officer-1', '赵执法', '10050026001', ['officer']),
  officer('officer-2', '周协办', '10050026002', ['officer']),
  officer('head-1', '郑队长', '10050026003', ['unit-head']),
  officer('reviewer-1', '王法审', '', ['legal-reviewer']),
  officer('leader-1', '冯局长', '', ['leader']),
].map((entry) => [entry.id, entry]));

/** J01 of the seed, with its short names of laws. */
export const UNPERMITTED_WORK: Violation = {
  id: 'J01', channel: 'JC', cause: '未取得施工许可证擅自施工', subject: '建设单位', breached: '建筑法 7', basis: '质量条例 57', otherMeasures: '责令停止施工、限期改正',
  unit: 'percent', min: 1, max: 2, base: '合同价款', note: '', tiers: { light: [1, 1.3], normal: [1.3, 1.7], heavy: [1.7, 2] }, fineOnlyAfterOrder: false, evidenceFlag: 'V',
};

function evidence(id: string, kind: Evidence['kind'], title: string, proves: string): Evidence {
  return {
    id, kind, title, proves, takenAt: '2026-03-12T02:30:00Z', takenPlace: '示范家园二期工程现场', takenBy: '赵执法、周协办', file: null, addedBy: 'officer-1',
    addedAt: '2026-03-12T03:00:00Z', withdrawn: null,
  };
}

export const EVIDENCE: readonly Evidence[] = [
  evidence('evidence-1', 'documentary', '营业执照复印件1份', '当事人的主体资格'),
  evidence('evidence-2', 'record', '2026年3月12日现场检查笔录1份及现场照片6张', '涉案工程在未取得施工许可证的情况下已进行基坑开挖和桩基施工'),
  evidence('evidence-3', 'statement', '2026年3月16日对钱示例的询问笔录1份', '当事人承认未取得施工许可证即组织施工的事实和原因'),
  evidence('evidence-4', 'documentary', '《示范家园二期施工总承包合同》复印件1份', '涉案工程的合同价款为人民币12,800,000.00元'),
];

const REVIEW: LegalReview = {
  reviewerId: 'reviewer-1', reviewerName: '王法审', passed: true,
  points: { authority: true, procedure: true, facts: true, law: true, discretion: true, competence: true, documents: true, criminal: true },
  opinion: '本案主体合法，程序合法，事实清楚，证据确实充分，定性准确，适用法律正确，裁量适当，未发现涉嫌犯罪的情形，同意办案机构的处理意见。', at: '2026-04-15T06:00:00Z',
};

function approval(event: CaseFile['approvals'][number]['event'], from: CaseFile['stage'], to: CaseFile['stage'], officerId: string, opinion: string, at: string) {
  return { event, from, to, officerId, officerName: OFFICERS.get(officerId)?.name ?? '', opinion, at };
}

const APPROVALS: CaseFile['approvals'] = [
  approval('assign', 'CLUE', 'VERIFY', 'head-1', '', '2026-03-03T01:00:00Z'),
  approval('propose-filing', 'VERIFY', 'FILING', 'officer-1', '经核查，当事人涉嫌未取得施工许可证擅自施工，有初步证据证明，属本机关管辖，未超过追责时效，建议立案调查。', '2026-03-06T08:00:00Z'),
  approval('approve-filing', 'FILING', 'INVEST', 'leader-1', '', '2026-03-09T02:00:00Z'),
  approval('submit-report', 'INVEST', 'CONCL', 'officer-1', '', '2026-03-20T02:00:00Z'),
  approval('approve-report', 'CONCL', 'NOTICE_APPR', 'head-1', '', '2026-03-23T02:00:00Z'),
  approval('close-defence', 'NOTIFIED', 'LEGAL', 'officer-1', '', '2026-04-07T02:00:00Z'),
];

const SERVICE: ServiceRecord = {
  id: 'service-1', documentId: 'document-CFJD', method: 'direct', servedAt: '2026-04-22T10:05', place: '江苏省苏州市姑苏区样板路100号2幢1203室', recipient: '钱示例',
  recipientRelation: '法定代表人', serverIds: ['officer-1', 'officer-2'], refusalReason: '', witness: '',
};

/** A case at its end, with every fact a document can print. */
export function sampleCase(kind: PartyKind = 'unit', changes: Partial<CaseFile> = {}): CaseFile {
  return {
    ...SAMPLE_CASE, id: 'case-0001', rev: 12, party: PARTIES[kind], officerIds: ['officer-1', 'officer-2'], reviews: [REVIEW], evidence: EVIDENCE,
    documents: [issued('GZS', '苏住建监罚告字〔2026〕第1号', '2026-03-27T01:00:00Z')], services: [SERVICE], approvals: APPROVALS,
    ...changes,
  };
}

/** Every kind of document, filled in. */
export const SAMPLES: Readonly<Record<DocumentCode, Sample>> = {
  ...INSPECTION_SAMPLES, ...FILING_SAMPLES, ...INVESTIGATION_SAMPLES, ...NOTICE_SAMPLES, ...DECISION_SAMPLES, ...EXECUTION_SAMPLES, ...VOLUME_SAMPLES,
};

export function sampleDocument(code: DocumentCode, changes: Partial<DocumentFile> = {}): DocumentFile {
  return {
    id: `document-${code}`, caseId: 'case-0001', rev: 1, code, status: 'draft', docNo: null, values: SAMPLES[code].values, aboutDocumentId: code === 'SDHZ' ? 'document-CFJD' : null,
    createdBy: 'officer-1', createdAt: '2026-04-20T01:00:00Z', issued: null, ...changes,
  };
}

export function sampleContext(code: DocumentCode, kind: PartyKind = 'unit', changes: { readonly file?: Partial<CaseFile>; readonly document?: Partial<DocumentFile> } = {}): DocumentContext {
  const about = sampleDocument('CFJD', {
    status: 'issued', docNo: '苏住建监罚字〔2026〕第1号',
    issued: { data: {}, wordingVersion: 'CFJD-2026-01', issuedBy: 'leader-1', issuedAt: '2026-04-20T02:00:00Z', issuedOn: '2026-04-20', pdf: { sha256: '0'.repeat(64), bytes: 1, pages: 5, fonts: [] } },
  });
  return {
    file: sampleCase(kind, { ...SAMPLES[code].file, ...changes.file }), document: sampleDocument(code, changes.document), about: code === 'SDHZ' ? about : null, officers: OFFICERS,
    violations: new Map([[UNPERMITTED_WORK.id, UNPERMITTED_WORK]]), settings: DEFAULT_SETTINGS, calendar: { years: [2026], exceptions: {} }, today: SAMPLES[code].today ?? '2026-04-20',
  };
}
