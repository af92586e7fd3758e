import { CATALOGUE } from '../document/catalogue/catalogue.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { type DocumentCode, DOCUMENT_NAMES, type DocumentSummary } from '../document/document-file.ts';
import { ARTICLES } from '../procedure/articles.ts';

/** A paper the volume should hold and does not. `article` is empty where only practice asks for it. */
export interface MissingPaper {
  readonly title: string;
  readonly why: string;
  readonly article: string;
  /** Without it the decision does not stand; the volume cannot pass. */
  readonly veto: boolean;
}

interface Rule {
  readonly any: readonly DocumentCode[];
  readonly when: (file: CaseFile) => boolean;
  readonly why: string;
  readonly article: string;
  readonly veto: boolean;
}

const filed = (file: CaseFile): boolean => file.filedOn !== null;
const decided = (file: CaseFile): boolean => file.decidedOn !== null;
const ordinary = (file: CaseFile): boolean => file.procedure === 'ordinary';
const punished = (file: CaseFile): boolean => decided(file) && ordinary(file) && file.noPenaltyGround === undefined;

const RULES: readonly Rule[] = [
  { any: ['LASP'], when: filed, why: '普通程序案件应当立案', article: ARTICLES.filing, veto: true },
  { any: ['XCJC', 'KYBL', 'XWBL'], when: punished, why: '调查应当制作笔录', article: ARTICLES.records, veto: true },
  { any: ['DCZJ'], when: punished, why: '调查终结应当提出报告', article: ARTICLES.decision, veto: false },
  { any: ['GZS'], when: punished, why: '决定以前应当告知', article: ARTICLES.notice, veto: true },
  { any: ['SSFH'], when: (file) => file.defence !== null, why: '当事人陈述、申辩的，应当复核', article: ARTICLES.defence, veto: true },
  { any: ['TZTZ'], when: (file) => file.hearing?.accepted === true, why: '听证七个工作日前应当通知', article: ARTICLES.hearing, veto: true },
  { any: ['TZBL'], when: (file) => file.hearing?.report != null && !file.hearing.partyAbsent, why: '听证应当制作笔录', article: ARTICLES.hearing, veto: true },
  { any: ['FZSH'], when: (file) => decided(file) && file.reviews.length > 0, why: '法制审核应当留存意见', article: ARTICLES.review, veto: true },
  { any: ['JTTL'], when: (file) => file.discussion !== null, why: '集体讨论应当制作笔录', article: ARTICLES.discussion, veto: true },
  { any: ['CFJD'], when: punished, why: '处罚应当制作决定书', article: ARTICLES.statutoryItems, veto: true },
  { any: ['BYCF'], when: (file) => decided(file) && file.noPenaltyGround !== undefined, why: '不予处罚应当制作决定书', article: ARTICLES.decision, veto: true },
  { any: ['DCCF'], when: (file) => file.procedure === 'summary', why: '当场处罚应当填写编号决定书', article: '行政处罚法第五十二条', veto: true },
  { any: ['SDQR'], when: (file) => decided(file) && file.services.some((service) => service.method === 'electronic'), why: '电子送达应当有确认书', article: ARTICLES.electronicService, veto: true },
  { any: ['JASP'], when: (file) => file.closedOn !== null, why: '结案应当审批', article: '', veto: false },
  { any: ['FMPJ'], when: (file) => file.payments.length > 0, why: '缴款应当附票据', article: ARTICLES.receipt, veto: false },
  { any: ['CGS'], when: (file) => file.court !== undefined, why: '申请强制执行前应当催告', article: '行政强制法第五十四条', veto: true },
  { any: ['QZZX'], when: (file) => file.court !== undefined, why: '申请强制执行应当提交申请书', article: '行政强制法第五十五条', veto: true },
];

function issuedOf(file: CaseFile): readonly DocumentSummary[] {
  return file.documents.filter((document) => document.status === 'issued');
}

function lacking(file: CaseFile): readonly Rule[] {
  const issued = issuedOf(file);
  return RULES.filter((rule) => rule.when(file) && !issued.some((document) => rule.any.includes(document.code)));
}

/** A paper that keeps a closed case from the archive may be made up, under the day on which it is made. */
export function maySupply(file: CaseFile, code: DocumentCode): boolean {
  return file.stage === 'CLOSED' && lacking(file).some((rule) => rule.veto && rule.any.includes(code));
}

/** What the case's own course asks for and the issued papers do not hold, then receipts, then originals. */
export function missingPapers(file: CaseFile): readonly MissingPaper[] {
  const issued = issuedOf(file);
  const papers = lacking(file)
    .map((rule) => ({ title: rule.any.map((code) => DOCUMENT_NAMES[code]).join('或者'), why: rule.why, article: rule.article, veto: rule.veto }));
  return [...papers, ...missingReceipts(file, issued), ...missingOriginals(file)];
}

function missingReceipts(file: CaseFile, issued: readonly DocumentSummary[]): readonly MissingPaper[] {
  return issued.filter((document) => file.services.some((service) => service.documentId === document.id) && CATALOGUE[document.code].direction === 'external')
    .filter((document) => !issued.some((other) => other.code === 'SDHZ' && other.aboutDocumentId === document.id))
    .map((document) => ({ title: `${DOCUMENT_NAMES[document.code]}的送达回证`, why: '送达应当有回证', article: ARTICLES.service, veto: document.code === 'GZS' || document.code === 'CFJD' }));
}

function missingOriginals(file: CaseFile): readonly MissingPaper[] {
  return file.evidence.filter((evidence) => evidence.withdrawn === null && evidence.file === null && evidence.kind !== 'physical')
    .map((evidence) => ({ title: `证据“${evidence.title}”的扫描件`, why: '证据没有附原件或者复制件', article: ARTICLES.evidence, veto: false }));
}
