import { EXCLUSION_KINDS } from '../../case-file/side-lines.ts';
import { ARTICLES } from '../articles.ts';
import { SUSPENSION_GROUNDS, TERMINATION_GROUNDS, WITHDRAWAL_GROUNDS } from '../grounds.ts';
import type { StepField, Transition } from '../table.types.ts';
import { LICENCE_CHECKED, PENALTY_GUARDS } from './fields.ts';

/** A hearing starts and ends its own exclusion. */
const { hearing: _automatic, ...BY_HAND } = EXCLUSION_KINDS;
const EXCLUSION: StepField = { key: 'kind', label: '不计入办案期限的事项', kind: 'choice', required: true, choices: BY_HAND };

/** Investigation, its suspension and its ends (domain notes §1.3, 4–7; §1.9). */
export const INVESTIGATION_TABLE: readonly Transition[] = [
  {
    event: 'submit-report', from: ['INVEST'], to: 'CONCL', actors: ['case-officer'],
    guards: ['notTransferred', 'officersQualified', 'recordIssued', 'reportDrafted', ...PENALTY_GUARDS, 'partyAsRegistered'],
    fields: [
      { key: 'recordsSigned', label: '笔录已由两名执法人员和被检查人（被询问人）逐页签名', kind: 'confirm', required: true },
      { key: 'identityEvidenceId', label: '证明当事人主体资格的证据', kind: 'evidence', required: true, help: '例如营业执照或者居民身份证复印件。' },
      LICENCE_CHECKED,
    ],
    opinion: 'optional', document: 'DCZJ', article: ARTICLES.evidence,
  },
  {
    event: 'suspend', from: ['INVEST'], to: 'SUSP', actors: ['leader'], guards: ['notTransferred'],
    fields: [{ key: 'ground', label: '中止理由', kind: 'choice', required: true, choices: SUSPENSION_GROUNDS }], opinion: 'required', aside: true, document: 'ZZDC', article: ARTICLES.procedureRules,
  },
  { event: 'resume', from: ['SUSP'], to: 'INVEST', actors: ['leader'], guards: [], fields: [], opinion: 'optional', document: 'ZZDC', article: ARTICLES.procedureRules },
  {
    event: 'terminate', from: ['INVEST', 'SUSP'], to: 'TERM', actors: ['leader'], guards: ['notTransferred', 'measuresSettled'],
    fields: [{ key: 'ground', label: '终止理由', kind: 'choice', required: true, choices: TERMINATION_GROUNDS }], opinion: 'required', aside: true, document: 'ZZDC', article: ARTICLES.procedureRules,
  },
  {
    // Needs the same approval as the filing itself.
    event: 'withdraw-case', from: ['INVEST'], to: 'WITHDR', actors: ['leader'], guards: ['notTransferred', 'measuresSettled'],
    fields: [{ key: 'ground', label: '撤销立案理由', kind: 'choice', required: true, choices: WITHDRAWAL_GROUNDS }], opinion: 'required', aside: true, document: 'CXLA', article: ARTICLES.filing,
  },
  { event: 'approve-report', from: ['CONCL'], to: 'NOTICE_APPR', actors: ['unit-head'], guards: ['notTransferred', ...PENALTY_GUARDS], fields: [], opinion: 'optional', document: 'GZSP', article: ARTICLES.discretion },
  { event: 'return-report', from: ['CONCL'], to: 'INVEST', actors: ['unit-head'], guards: [], fields: [], opinion: 'required', returns: true },
  {
    // What a later node sent back goes straight back to it, once mended.
    event: 'resubmit', from: ['INVEST', 'CONCL'], to: 'before-return', actors: ['case-officer'], guards: ['notTransferred', 'wasReturned'],
    fields: [], opinion: 'required', article: ARTICLES.discretion,
  },
  {
    event: 'start-exclusion', from: ['INVEST', 'CONCL', 'NOTICE_APPR', 'NOTIFIED', 'DEFENCE', 'HEAR', 'LEGAL', 'COLLECT', 'DEC_APPR'], to: 'stay', actors: ['case-officer'], guards: ['exclusionStartable'],
    fields: [EXCLUSION, { key: 'from', label: '开始日期', kind: 'date', required: true }], opinion: 'required', aside: true, article: ARTICLES.caseTerm,
  },
  {
    event: 'end-exclusion', from: ['INVEST', 'SUSP', 'CONCL', 'NOTICE_APPR', 'NOTIFIED', 'DEFENCE', 'HEAR', 'LEGAL', 'COLLECT', 'DEC_APPR', 'NOPEN'], to: 'stay', actors: ['case-officer'], guards: ['exclusionEndable'],
    fields: [
      EXCLUSION,
      { key: 'to', label: '结束日期', kind: 'date', required: true },
      { key: 'evidenceId', label: '检测、检验报告或者鉴定意见', kind: 'evidence', required: false, help: '检测、鉴定必选，收到报告（意见）之日为结束日期；公告不选。' },
    ],
    opinion: 'none', aside: true, article: ARTICLES.caseTerm,
  },
];
