import { REVIEW_POINTS } from '../../case-file/case-file.ts';
import type { GuardName } from '../guards/index.ts';
import type { StepField } from '../table.types.ts';
import { NO_PENALTY_GROUNDS } from '../../case-file/side-lines.ts';
import { REJECTION_GROUNDS } from '../grounds.ts';

/** Fields that several steps ask for. */
export const OFFICERS: StepField = {
  key: 'officerIds', label: '承办人、协办人', kind: 'officers', required: true,
  help: '至少两名，均须持有有效的行政执法证；排在第一位的是承办人。',
};
export const NO_RECUSAL: StepField = { key: 'noRecusal', label: '经核对，上述人员没有应当回避的情形', kind: 'confirm', required: true };
export const REVIEW_ANSWERS: StepField = { key: 'points', label: '审核要点', kind: 'answers', required: true, choices: REVIEW_POINTS };
export const REJECTION: StepField = { key: 'ground', label: '不予立案理由', kind: 'choice', required: true, choices: REJECTION_GROUNDS };
export const NO_PENALTY: StepField = { key: 'ground', label: '不予处罚的法定理由', kind: 'choice', required: true, choices: NO_PENALTY_GROUNDS };
export const DISTINCT_ACT: StepField = {
  key: 'distinctAct', label: '经核对，与当事人同日、同一工程的其他案件不是同一违法行为', kind: 'confirm', required: false,
  help: '仅在提示同一违法行为已由其他案件办理，而违法行为不同时勾选，并在意见中写明理由。违法行为相同的，勾选无效。',
};
export const LICENCE_CHECKED: StepField = {
  key: 'licenceChecked', label: '已对照营业执照核对，当事人名称以执照为准', kind: 'confirm', required: false, help: '仅在提示当事人名称与企业库不一致时勾选。',
};
export const NO_HEARING: StepField = {
  key: 'noHearing', label: '当事人在期限内没有要求听证', kind: 'confirm', required: false, whenHearing: true,
  help: '本案已告知听证权利。当事人要求听证的，应当组织听证，不能继续办理这一步。',
};
export const DEFENCE_FIELDS: readonly StepField[] = [
  { key: 'receivedOn', label: '收到日期', kind: 'date', required: true },
  { key: 'content', label: '陈述、申辩的事实、理由和证据', kind: 'long-text', required: true },
];

/** Everything a penalty must withstand, whoever looks at it: at the report, the notice and the decision alike. */
export const PENALTY_GUARDS = ['partyComplete', 'factsStated', 'evidencePresent', 'withinLimitation', 'penaltyInRange', 'correctionFirst'] as const satisfies readonly GuardName[];
