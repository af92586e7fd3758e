import { ARTICLES } from '../articles.ts';
import type { Stage } from '../stages.ts';
import type { StepField, Transition } from '../table.types.ts';

const BEFORE_DECISION: readonly Stage[] = ['INVEST', 'CONCL', 'NOTICE_APPR', 'NOTIFIED', 'DEFENCE', 'HEAR', 'LEGAL', 'COLLECT', 'DEC_APPR', 'NOPEN'];
const BODY: StepField = { key: 'receivingBody', label: '受移送机关', kind: 'text', required: true };
const GROUND: StepField = { key: 'ground', label: '移送理由', kind: 'long-text', required: true };
const MATERIALS: StepField = { key: 'materials', label: '移送的材料、物品', kind: 'names', required: true, help: '每行一项，例如案件调查报告、涉案物品清单、检验报告或者鉴定意见。' };

/** 移送: to the competent authority, or to the police on suspicion of crime (domain notes §1.9). */
export const TRANSFER_TABLE: readonly Transition[] = [
  {
    event: 'transfer-authority', from: ['VERIFY', 'INVEST', 'CONCL'], to: 'TRANSF', actors: ['leader'], guards: ['notReported', 'measuresSettled'],
    fields: [BODY, GROUND, MATERIALS], opinion: 'required', aside: true, document: 'YSH', article: ARTICLES.jurisdiction,
  },
  {
    event: 'report-crime', from: BEFORE_DECISION, to: 'stay', actors: ['case-officer', 'unit-head'], guards: ['notReported', 'transferTeam'],
    fields: [{ key: 'teamOfficerIds', label: '移送专案组', kind: 'officers', required: true, help: '不少于两名执法人员，核实情况后提出书面报告。' }, BODY, GROUND, MATERIALS],
    opinion: 'optional', aside: true, document: 'YSSP', article: ARTICLES.crime,
  },
  { event: 'approve-transfer', from: BEFORE_DECISION, to: 'TRANSF', actors: ['bureau-head'], guards: ['crimeReported'], fields: [], opinion: 'required', document: 'YSSX', article: ARTICLES.transfer },
  { event: 'refuse-transfer', from: BEFORE_DECISION, to: 'stay', actors: ['bureau-head'], guards: ['crimeReported'], fields: [], opinion: 'required', aside: true, article: ARTICLES.transfer },
  {
    event: 'move-case', from: ['TRANSF'], to: 'stay', actors: ['case-officer'], guards: ['transferMovable'],
    fields: [
      { key: 'movedAt', label: '移交时间', kind: 'minute', required: true },
      { key: 'receiptEvidenceId', label: '受移送机关的回执', kind: 'evidence', required: false },
      { key: 'lateReason', label: '超过二十四小时移送的原因', kind: 'long-text', required: false },
    ],
    opinion: 'none', article: ARTICLES.transfer,
  },
  {
    event: 'accept-transfer', from: ['TRANSF'], to: 'stay', actors: ['case-officer'], guards: ['transferMoved', 'transferUnanswered', 'transferAnswerDated'],
    fields: [{ key: 'outcomeOn', label: '受理（立案）日期', kind: 'date', required: true }, { key: 'receiptEvidenceId', label: '受理（立案）通知', kind: 'evidence', required: true }],
    opinion: 'none', article: ARTICLES.transfer,
  },
  {
    // The administrative procedure goes on where it stood only from the investigation: what was notified is notified anew.
    event: 'return-transfer', from: ['TRANSF'], to: 'after-transfer', actors: ['case-officer'], guards: ['transferMoved', 'transferAnswerDated'],
    fields: [{ key: 'outcomeOn', label: '退回（不予立案）日期', kind: 'date', required: true }, { key: 'receiptEvidenceId', label: '退回（不予立案）通知', kind: 'evidence', required: true }],
    opinion: 'required', returns: true, article: ARTICLES.crime,
  },
];
