import type { CaseFile } from '../case-file/case-file.ts';
import { DOCUMENT_NAMES } from '../document/document-file.ts';
import { ARTICLES } from '../procedure/articles.ts';
import type { MissingPaper } from './missing.ts';

/** 案卷评查: form 20 points, content 80, and items whose failure makes the volume 不合格 (domain notes §1.11). */
export interface ScoreItem {
  readonly key: string;
  readonly part: 'veto' | 'content' | 'form';
  readonly title: string;
  readonly points: number;
  readonly article: string;
  /** `manual`: only a person can tell; counts as passed until marked. */
  readonly result: 'pass' | 'fail' | 'manual';
  readonly note: string;
}

export interface Score {
  readonly items: readonly ScoreItem[];
  readonly points: number;
  /** A veto item failed. */
  readonly rejected: boolean;
}

export const FULL_SCORE = 100;

interface Check {
  readonly key: string;
  readonly part: ScoreItem['part'];
  readonly title: string;
  readonly points: number;
  readonly article: string;
  /** A sentence saying what is wrong, `null` when all is well, `undefined` where only a person can tell. */
  readonly fault: (file: CaseFile, missing: readonly MissingPaper[]) => string | null | undefined;
}

const person = (): undefined => undefined;
const absent = (missing: readonly MissingPaper[], words: readonly string[]): string | null => {
  const found = missing.filter((paper) => words.some((word) => paper.title.includes(word)));
  return found.length === 0 ? null : `缺少${found.map((paper) => paper.title).join('、')}`;
};

const CHECKS: readonly Check[] = [
  { key: 'body', part: 'veto', title: '处罚主体合法', points: 0, article: '行政处罚法第十七条', fault: person },
  { key: 'officers', part: 'veto', title: '执法人员不少于两人并持有有效执法证', points: 0, article: ARTICLES.officers, fault: (file) => (file.officerIds.length < 2 ? '承办人员少于两人' : null) },
  { key: 'transfer', part: 'veto', title: '涉嫌犯罪的已依法移送', points: 0, article: '行政处罚法第二十七条', fault: (file) => (file.reviews.at(-1)?.points.criminal === false ? '法制审核认为应当移送司法机关' : null) },
  { key: 'facts', part: 'veto', title: '违法事实清楚', points: 0, article: ARTICLES.filing, fault: (file) => (file.facts.trim() === '' ? '没有写明违法事实' : null) },
  { key: 'evidence', part: 'veto', title: '主要证据确实充分', points: 0, article: ARTICLES.evidence, fault: (file) => (file.evidence.some((entry) => entry.withdrawn === null) || file.documents.some((document) => document.record !== undefined) ? null : '案卷没有证据') },
  { key: 'nature', part: 'veto', title: '定性准确、适用法律正确', points: 0, article: ARTICLES.discretion, fault: person },
  { key: 'procedure', part: 'veto', title: '程序合法（告知、听证、审核、集体讨论）', points: 0, article: ARTICLES.notice, fault: (_, missing) => { const papers = missing.filter((paper) => paper.veto); return papers.length === 0 ? null : `缺少${papers.map((paper) => paper.title).join('、')}`; } },
  { key: 'filing', part: 'content', title: '立案及时，审批完备', points: 8, article: ARTICLES.filing, fault: (_, missing) => absent(missing, ['立案审批表']) },
  { key: 'records', part: 'content', title: '笔录完整，起止时间、签名齐全', points: 10, article: ARTICLES.records, fault: (_, missing) => absent(missing, [DOCUMENT_NAMES.XWBL]) },
  { key: 'originals', part: 'content', title: '证据附有原件或者核对一致的复制件', points: 8, article: ARTICLES.evidence, fault: (_, missing) => absent(missing, ['的扫描件']) },
  { key: 'party', part: 'content', title: '当事人主体资格证明齐全', points: 6, article: ARTICLES.evidence, fault: (file) => (file.evidence.some((entry) => entry.withdrawn === null && /执照|身份证|登记/u.test(entry.title)) ? null : '没有营业执照、身份证等主体资格证明') },
  { key: 'discretion', part: 'content', title: '裁量有理由，与基准一致', points: 8, article: ARTICLES.discretion, fault: (file) => (file.procedure === 'ordinary' && file.decided !== null && file.discretion.factors.trim() === '' ? '没有写明裁量因素' : null) },
  { key: 'notice', part: 'content', title: '告知内容与决定一致', points: 8, article: ARTICLES.notice, fault: (file) => (file.notified !== null && file.decided !== null && file.decided.fineFen > file.notified.fineFen ? '决定的罚款高于告知' : null) },
  { key: 'term', part: 'content', title: '在法定期限内作出决定', points: 8, article: ARTICLES.caseTerm, fault: person },
  { key: 'service', part: 'content', title: '送达合法，回证齐全', points: 8, article: ARTICLES.service, fault: (_, missing) => absent(missing, ['送达回证']) },
  { key: 'execution', part: 'content', title: '执行到位，票据齐全', points: 8, article: ARTICLES.payment, fault: (_, missing) => absent(missing, ['票据', '催告书', '强制执行']) },
  { key: 'closing', part: 'content', title: '结案及时，理由成立', points: 8, article: '', fault: (_, missing) => absent(missing, ['结案']) },
  { key: 'numbers', part: 'form', title: '文号连续，日期顺序正确', points: 5, article: '', fault: (file) => (file.notifiedOn !== null && file.decidedOn !== null && file.notifiedOn > file.decidedOn ? '决定日期早于告知日期' : null) },
  { key: 'words', part: 'form', title: '文字规范，没有涂改', points: 5, article: '', fault: person },
  { key: 'order', part: 'form', title: '按规定顺序装订，页码连续', points: 5, article: '', fault: () => null },
  { key: 'cover', part: 'form', title: '封面、目录、备考表填写完整', points: 5, article: '', fault: (file) => (file.caseNo === null || file.party === null ? '案号或者当事人没有填写' : null) },
];

/** What a reviewer decided by hand, by the key of the item. */
export type ScoreMarks = Readonly<Record<string, { readonly pass: boolean; readonly note: string }>>;

/** The volume's score as far as the machine can tell, with what a reviewer marked by hand laid over it. */
export function scoreVolume(file: CaseFile, missing: readonly MissingPaper[], marks: ScoreMarks = {}): Score {
  const items = CHECKS.map((check) => scored(check, file, missing, marks[check.key]));
  const lost = items.filter((item) => item.result === 'fail').reduce((total, item) => total + item.points, 0);
  return { items, points: FULL_SCORE - lost, rejected: items.some((item) => item.part === 'veto' && item.result === 'fail') };
}

function scored(check: Check, file: CaseFile, missing: readonly MissingPaper[], mark: ScoreMarks[string] | undefined): ScoreItem {
  const { key, part, title, points, article } = check;
  if (mark !== undefined) return { key, part, title, points, article, result: mark.pass ? 'pass' : 'fail', note: mark.note };
  const fault = check.fault(file, missing);
  return { key, part, title, points, article, result: fault === undefined ? 'manual' : fault === null ? 'pass' : 'fail', note: fault ?? '' };
}
