import type { AppError } from '../../../contract/result.ts';
import type { CaseFile } from '../../case-file/case-file.ts';
import { checkCapacity, checkPartyComplete, checkPartyGiven } from '../../party/check.ts';
import { addMonths } from '../../time-limit/count.ts';
import { chineseDate, shanghaiDay } from '../../time-limit/days.ts';
import { LIMITS, PROSECUTION_YEARS_HARM, VERIFICATION_EXTENSION_DAYS } from '../../time-limit/limits.ts';
import { verificationTerm } from '../../time-limit/term.ts';
import { ARTICLES } from '../articles.ts';
import { type Guard, violationOf } from './guard.ts';

/** Evidence that still counts. */
export function standingEvidence(file: CaseFile): CaseFile['evidence'] {
  return file.evidence.filter((evidence) => evidence.withdrawn === null);
}

function unmet(message: string, path: string): AppError {
  return { code: 'FILING_CONDITIONS_UNMET', message, article: ARTICLES.filing, details: { path } };
}

export const filingFacts: Guard = (input) => {
  const { file, context } = input;
  if (violationOf(input) === null) return unmet('尚未选择涉嫌违法行为，请先从违法行为目录中选择。', 'violationId');
  if (file.cause.trim() === '') return unmet('案由未填写。', 'cause');
  if (file.actOn === null) return unmet('违法行为发生（终了）日期未填写，无法核对追责时效。', 'actOn');
  if (file.actOn > context.today) return { code: 'DATES_OUT_OF_ORDER', message: '违法行为发生（终了）日期晚于今天，请核对。', details: { path: 'actOn' } };
  return null;
};

export const partyNamed: Guard = ({ file, context }) => checkPartyGiven(file.party, context.today);

export const partyComplete: Guard = ({ file, context }) => checkPartyComplete(file.party, context.today) ?? checkCapacity(file.party, file.actOn, context.today);

/** A unit's name is that of its licence, by what the register of enterprises holds under its code; a register that lags behind is overruled by who looked at the licence. */
export const partyAsRegistered: Guard = ({ file: { party }, context, data }) => {
  const names = context.registeredNames ?? [];
  if (party === null || party.kind === 'person' || names.length === 0 || names.includes(party.name.trim()) || data?.['licenceChecked'] === true) return null;
  return {
    code: 'PARTY_INVALID', message: `当事人名称“${party.name}”与企业库中该统一社会信用代码的名称“${names.join('”“')}”不一致，请对照营业执照核对。执照上确为现在所填名称的，请勾选“已对照营业执照核对”。`,
    article: ARTICLES.statutoryItems, details: { path: 'party.name', registered: names },
  };
};

export const evidencePresent: Guard = ({ file, data }) => {
  const standing = standingEvidence(file);
  if (standing.length === 0) return { code: 'EVIDENCE_MISSING', message: '卷内还没有证据，请先在“证据”中至少添加一份。', article: ARTICLES.evidence };
  const named = data?.['identityEvidenceId'];
  if (named === undefined || standing.some((evidence) => evidence.id === named)) return null;
  return { code: 'EVIDENCE_MISSING', message: '所选的主体资格证据不在卷内或者已撤回，请重新选择。', article: ARTICLES.evidence };
};

/** The act was discovered in time: two years, or five where life, health or financial safety was harmed (art. 36). */
export const withinLimitation: Guard = ({ file, data }) => {
  if (file.actOn === null || (file.stage === 'VERIFY' && data === null)) return null;
  const harm = file.stage === 'VERIFY' ? data?.['fiveYears'] === true : file.fiveYearLimitation === true;
  const years = harm ? PROSECUTION_YEARS_HARM : LIMITS.prosecution.amount;
  const end = addMonths(file.actOn, years * 12);
  if (file.clue.receivedOn <= end) return null;
  const outcome = file.stage === 'VERIFY' ? '不能立案。涉及公民生命健康安全、金融安全且有危害后果的为五年，请勾选后再提请。' : '不再给予行政处罚。请核对违法行为终了日期。';
  return {
    code: 'LIMITATION_EXPIRED',
    message: `违法行为终了于${chineseDate(file.actOn)}，追责时效${years}年已于${chineseDate(end)}届满，发现之日为${chineseDate(file.clue.receivedOn)}，${outcome}`,
    article: ARTICLES.limitation,
    details: { endedOn: end },
  };
};

export const verificationExtensible: Guard = ({ file, context }) => {
  if (file.verificationExtended) return { code: 'STEP_NOT_ALLOWED', message: `核查期限已延长过一次（${VERIFICATION_EXTENSION_DAYS}个工作日），不能再次延长。`, article: ARTICLES.procedureRules };
  const term = verificationTerm(file, context.calendar);
  if (!term.ok) return term.error;
  if (context.today <= term.value.dueOn) return null;
  return { code: 'STEP_NOT_ALLOWED', message: `核查期限已于${chineseDate(term.value.dueOn)}届满，届满后不能延长。请提请立案或者不予立案。`, article: ARTICLES.procedureRules };
};

const RECORD_CODES: ReadonlySet<string> = new Set(['XCJC', 'XWBL']);

/** At least one record (笔录) was made out and frozen. */
export const recordIssued: Guard = ({ file }) => {
  if (file.documents.some((document) => RECORD_CODES.has(document.code) && document.status === 'issued')) return null;
  return { code: 'RECORD_UNSIGNED', message: '卷内还没有定稿的现场检查笔录或者询问笔录，请先制作、签名并定稿至少一份。', article: ARTICLES.records };
};

export const reportDrafted: Guard = ({ file }) => {
  // A round taken up again needs a report of its own.
  if (file.documents.some((document) => document.code === 'DCZJ' && document.status !== 'discarded' && shanghaiDay(document.createdAt) >= (file.roundFrom ?? ''))) return null;
  return { code: 'DOCUMENT_NOT_READY', message: '还没有制作案件调查终结报告，请先在“文书”中新建。', article: ARTICLES.procedureRules };
};

export const factsStated: Guard = (input) => {
  const { file, context } = input;
  const missing = (message: string, path: string): AppError => ({ code: 'EVIDENCE_MISSING', message, article: ARTICLES.evidence, details: { path } });
  if (file.facts.trim() === '') return missing('违法事实未填写。事实不清的，不得给予行政处罚。', 'facts');
  if (file.nature.trim() === '') return missing('案件定性（性质和理由）未填写。', 'nature');
  if (file.actOn === null) return missing('违法行为发生（终了）日期未填写，无法核对追责时效。', 'actOn');
  if (file.actOn > context.today) return { code: 'DATES_OUT_OF_ORDER', message: '违法行为发生（终了）日期晚于今天，请核对。', details: { path: 'actOn' } };
  return violationOf(input) === null ? missing('尚未选择违法行为及其处罚依据。', 'violationId') : null;
};
