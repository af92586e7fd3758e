import { ARTICLES } from '../articles.ts';
import { EXECUTION_END_GROUNDS, RULINGS } from '../grounds.ts';
import type { StepField, Transition } from '../table.types.ts';

const RULING: StepField = { key: 'evidenceId', label: '人民法院裁定书（扫描件）', kind: 'evidence', required: true };

/** 申请人民法院强制执行 (domain notes §1.3, 21). */
export const COURT_TABLE: readonly Transition[] = [
  {
    event: 'apply-court', from: ['DEMAND'], to: 'COURT', actors: ['leader'], guards: ['somethingOwed', 'noRemedyRunning', 'demandLapsed', 'courtWindowOpen'],
    fields: [{ key: 'court', label: '受理申请的人民法院', kind: 'text', required: true }, { key: 'appliedOn', label: '申请日期', kind: 'date', required: true }],
    opinion: 'required', document: 'QZZX', article: ARTICLES.court,
  },
  {
    event: 'record-court-acceptance', from: ['COURT'], to: 'stay', actors: ['case-officer'], guards: ['courtUnanswered', 'courtDated'],
    fields: [{ key: 'on', label: '法院受理日期', kind: 'date', required: true }], opinion: 'none', article: ARTICLES.court,
  },
  {
    event: 'record-court-ruling', from: ['COURT'], to: 'stay', actors: ['case-officer'], guards: ['courtUnruled', 'courtDated'],
    fields: [{ key: 'on', label: '裁定日期', kind: 'date', required: true }, { key: 'ruling', label: '裁定结果', kind: 'choice', required: true, choices: RULINGS }, RULING],
    opinion: 'none', article: ARTICLES.court,
  },
  {
    event: 'stop-execution', from: ['COURT'], to: 'EXEC_STOP', actors: ['case-officer'], guards: ['courtGranted', 'courtDated'],
    fields: [{ key: 'on', label: '中止执行日期', kind: 'date', required: true }, RULING], opinion: 'required', aside: true, article: ARTICLES.court,
  },
  { event: 'resume-execution', from: ['EXEC_STOP'], to: 'COURT', actors: ['case-officer'], guards: [], fields: [], opinion: 'required', article: ARTICLES.court },
  {
    event: 'end-execution', from: ['COURT', 'EXEC_STOP'], to: 'stay', actors: ['case-officer'], guards: ['courtNotEnded', 'courtRuled', 'courtDated'],
    fields: [{ key: 'on', label: '终结执行日期', kind: 'date', required: true }, { key: 'ground', label: '终结执行的情形', kind: 'choice', required: true, choices: EXECUTION_END_GROUNDS }, RULING],
    opinion: 'required', article: ARTICLES.court,
  },
];
