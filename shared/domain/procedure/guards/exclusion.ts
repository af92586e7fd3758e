import type { AppError } from '../../../contract/result.ts';
import type { CaseFile } from '../../case-file/case-file.ts';
import { EXCLUSION_KINDS, type ExclusionKind } from '../../case-file/side-lines.ts';
import { type DocumentCode, DOCUMENT_NAMES } from '../../document/document-file.ts';
import { chineseDate, shanghaiDay } from '../../time-limit/days.ts';
import { ARTICLES } from '../articles.ts';
import { standingEvidence } from './facts.ts';
import { type Guard, textOf } from './guard.ts';

function isKind(kind: string): kind is ExclusionKind {
  return Object.hasOwn(EXCLUSION_KINDS, kind);
}

/** The paper that each rests on, named in the refusal. */
const PAPERS: Readonly<Record<Exclude<ExclusionKind, 'hearing'>, DocumentCode>> = { test: 'JDWT', appraisal: 'JDWT', publication: 'GGSD' };

/** Days left out of the term are proven by the commission or publication issued by then, so that none is invented afterwards. */
function commissioned(file: CaseFile, kind: ExclusionKind, from: string): AppError | null {
  if (kind === 'hearing') return null;
  const code = PAPERS[kind];
  if (file.documents.some((document) => document.code === code && document.issuedAt !== null && shanghaiDay(document.issuedAt) <= from)) return null;
  return { code: 'DOCUMENT_NOT_READY', message: `卷内没有在${chineseDate(from)}以前签发的${DOCUMENT_NAMES[code]}，不能登记${EXCLUSION_KINDS[kind]}期间。请先签发，或者核对开始日期。`, article: ARTICLES.caseTerm, details: { path: 'from' } };
}

/** Test, appraisal and publication stop the case term from the day they begin; one of a kind at a time. */
export const exclusionStartable: Guard = ({ file, context, data }) => {
  const kind = textOf(data, 'kind');
  if (data === null || !isKind(kind)) return null;
  const open = (file.exclusions ?? []).find((exclusion) => exclusion.kind === kind && exclusion.to === null);
  if (open !== undefined) return { code: 'STEP_NOT_ALLOWED', message: `${EXCLUSION_KINDS[kind]}已于${chineseDate(open.from)}登记开始，尚未结束，不能重复登记。`, details: { path: 'kind' } };
  const from = textOf(data, 'from');
  if (from >= (file.filedOn ?? '') && from <= context.today) return commissioned(file, kind, from);
  return { code: 'DATES_OUT_OF_ORDER', message: '开始日期应在立案之日至今天之间，请核对。', details: { path: 'from' } };
};

/** A decision ends every test, appraisal and publication: one left open would stretch the term without end (art. 60). */
export const exclusionsEnded: Guard = ({ file }) => {
  const open = (file.exclusions ?? []).find((exclusion) => exclusion.to === null && exclusion.kind !== 'hearing');
  if (open === undefined) return null;
  return { code: 'STEP_NOT_ALLOWED', message: `${EXCLUSION_KINDS[open.kind]}自${chineseDate(open.from)}起不计入办案期限，尚未登记结束，不能作出决定。请先登记结束日期。`, article: ARTICLES.caseTerm };
};

/** A test or appraisal ended when its report came in, which is in the file: nobody's word alone takes days off the term. */
function reported(file: CaseFile, kind: ExclusionKind, to: string, evidenceId: string): AppError | null {
  if (kind === 'publication') return null;
  const refuse = (message: string): AppError => ({ code: 'EVIDENCE_MISSING', message, article: ARTICLES.caseTerm, details: { path: 'evidenceId' } });
  const paper = standingEvidence(file).find((evidence) => evidence.id === evidenceId);
  if (paper === undefined) return refuse(`请先把${EXCLUSION_KINDS[kind]}的报告（意见）添加到证据，再登记结束；委托撤回的，添加撤回的书面材料。`);
  if (shanghaiDay(paper.addedAt) >= to) return null;
  return refuse(`“${paper.title}”于${chineseDate(shanghaiDay(paper.addedAt))}已在卷内，${EXCLUSION_KINDS[kind]}至迟在该日结束，请核对结束日期。`);
}

export const exclusionEndable: Guard = ({ file, context, data }) => {
  const open = (file.exclusions ?? []).filter((exclusion) => exclusion.to === null && exclusion.kind !== 'hearing');
  if (open.length === 0) return { code: 'STEP_NOT_ALLOWED', message: '没有正在进行的检测、鉴定或者公告。' };
  if (data === null) return null;
  const named = open.find((exclusion) => exclusion.kind === textOf(data, 'kind'));
  if (named === undefined) return { code: 'FIELD_INVALID', message: '所选事项没有正在进行，请重新选择。', details: { path: 'kind' } };
  const to = textOf(data, 'to');
  if (to >= named.from && to <= context.today) return reported(file, named.kind, to, textOf(data, 'evidenceId'));
  return { code: 'DATES_OUT_OF_ORDER', message: `结束日期应在开始之日（${chineseDate(named.from)}）至今天之间，请核对。`, details: { path: 'to' } };
};
