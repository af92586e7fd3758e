import type { CaseFile } from '../../case-file/case-file.ts';
import type { Measure, MeasureKind } from '../../case-file/side-lines.ts';
import { ARTICLES } from '../../procedure/articles.ts';
import type { Stage } from '../../procedure/stages.ts';
import type { INVESTIGATION } from '../catalogue/investigation.ts';
import { COERCION, measureOf, PRESERVATION } from '../definitions/parts/measures.ts';
import { AFTER_FILING, type Approval, type DocumentRule, INVESTIGATION as INVESTIGATING, OFFICERS, SIGNERS } from './rule.ts';

const PRESERVATION_ARTICLE = '行政处罚法第五十六条';
const COERCION_ARTICLE = '行政强制法第十八条、第二十四条、第二十五条';

/** Evidence is gathered from the verification to the decision; what was taken is dealt with as long as the case is open. */
const GATHERING: readonly Stage[] = [...INVESTIGATING, 'CONCL'];
const OPEN: readonly Stage[] = ['VERIFY', ...AFTER_FILING];
const STOPPED: readonly Stage[] = [...AFTER_FILING, 'TERM'];

const RECORD: DocumentRule = { draftStages: INVESTIGATING, issueStages: INVESTIGATING, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: ['officersQualified'], external: false };
const FORM: DocumentRule = { draftStages: GATHERING, issueStages: OPEN, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: [], external: false };
const LETTER: DocumentRule = { draftStages: GATHERING, issueStages: GATHERING, draftActors: OFFICERS, issueActors: SIGNERS, issueGuards: ['officersQualified'], external: true };

/** A measure of these kinds of which `holds` is true. */
function measured(kinds: readonly MeasureKind[], holds: (measure: Measure) => boolean): (file: CaseFile) => boolean {
  return (file) => {
    const measure = measureOf(file, kinds);
    return measure !== null && holds(measure);
  };
}

const approvedPreservation: Approval = { by: measured(PRESERVATION, (measure) => measure.approvedOn !== null), message: '先行登记保存尚未经本机关负责人批准，批准后才能签发。', article: PRESERVATION_ARTICLE };
const settledPreservation: Approval = { by: measured(PRESERVATION, (measure) => measure.settledOn !== null), message: '尚未登记先行登记保存物品的处理决定，请先办理“作出处理决定”。', article: PRESERVATION_ARTICLE };
const approvedCoercion: Approval = { by: measured(COERCION, (measure) => measure.approvedOn !== null || measure.urgent === true), message: '查封、扣押尚未经本机关负责人批准，批准后才能签发（情况紧急当场实施的除外）。', article: COERCION_ARTICLE };
const approvedAfterwards: Approval = { by: measured(COERCION, (measure) => measure.approvedOn !== null), message: '查封、扣押尚未经本机关负责人批准，批准（补办批准）后才能定稿审批表。', article: COERCION_ARTICLE };
const extendedCoercion: Approval = { by: measured(COERCION, (measure) => measure.extendedDays > 0), message: '延长查封、扣押期限尚未经本机关负责人批准，批准后才能签发。', article: '行政强制法第二十五条' };
const settledCoercion: Approval = { by: measured(COERCION, (measure) => measure.settledOn !== null), message: '尚未登记查封、扣押的处理决定，请先办理“作出处理决定”，再签发解除决定书。', article: '行政强制法第二十八条' };
const stopped: Approval = {
  by: (file) => file.suspensions.length > 0 || file.stage === 'TERM', message: '中止、恢复或者终止调查尚未经分管领导批准，批准后才能定稿审批表。', article: ARTICLES.procedureRules,
};
const extended: Approval = { by: (file) => file.extensionDays.length > 0, message: '延长办案期限尚未批准，批准后才能定稿审批表。', article: ARTICLES.caseTerm };

export const INVESTIGATION_RULES: Readonly<Record<keyof typeof INVESTIGATION, DocumentRule>> = {
  DCTZ: LETTER,
  ZJTQ: { ...RECORD, draftStages: GATHERING, issueStages: GATHERING },
  DZSJ: RECORD,
  SPTP: { ...RECORD, draftStages: GATHERING, issueStages: GATHERING },
  DJSP: { ...FORM, approved: approvedPreservation },
  DJTZ: { ...LETTER, approved: approvedPreservation },
  DJCL: { ...LETTER, draftStages: OPEN, issueStages: OPEN, approved: settledPreservation },
  // To the institution; the party is served the 期间告知书 (JDQJ).
  JDWT: { ...LETTER, external: false },
  JDQJ: LETTER,
  // To another authority.
  XZXC: { ...LETTER, external: false },
  QZSP: { ...FORM, approved: approvedAfterwards },
  CFKY: { ...LETTER, approved: approvedCoercion },
  YCCF: { ...LETTER, draftStages: OPEN, issueStages: OPEN, approved: extendedCoercion },
  JCCF: { ...LETTER, draftStages: OPEN, issueStages: OPEN, approved: settledCoercion },
  QZBL: { ...RECORD, approved: approvedCoercion },
  ZZDC: { ...FORM, draftStages: STOPPED, issueStages: STOPPED, approved: stopped },
  YQSP: { ...FORM, draftStages: AFTER_FILING, issueStages: AFTER_FILING, approved: extended },
  DCZJ: { draftStages: ['INVEST', 'CONCL'], issueStages: ['INVEST', 'CONCL', 'NOTICE_APPR'], draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: ['officersQualified'], external: false },
};
