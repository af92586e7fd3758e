import { MEASURE_KINDS, MEASURE_OUTCOMES } from '../../case-file/side-lines.ts';
import { ARTICLES } from '../articles.ts';
import { PERFORMANCE_STAGES, type Stage } from '../stages.ts';
import type { StepField, Transition } from '../table.types.ts';

const TAKEN: readonly Stage[] = ['VERIFY', 'INVEST'];
const STANDING: readonly Stage[] = ['VERIFY', 'FILING', 'INVEST', 'SUSP', 'CONCL', 'NOTICE_APPR', 'NOTIFIED', 'DEFENCE', 'HEAR', 'LEGAL', 'COLLECT', 'DEC_APPR', 'NOPEN', 'DECIDED', ...PERFORMANCE_STAGES, 'TRANSF'];
const MEASURE: StepField = { key: 'measureId', label: '登记保存、查封或者扣押', kind: 'measure', required: true };

/** 先行登记保存 and 查封、扣押 (domain notes §1.3, 5; §1.9). The term begins when the notice or decision is handed over. */
export const MEASURES_TABLE: readonly Transition[] = [
  {
    event: 'propose-measure', from: TAKEN, to: 'stay', actors: ['case-officer'], guards: ['officersQualified', 'measureLawful'],
    fields: [
      { key: 'kind', label: '种类', kind: 'choice', required: true, choices: MEASURE_KINDS },
      { key: 'reason', label: '理由', kind: 'long-text', required: true, help: '登记保存须写明证据可能灭失或者以后难以取得的情形。' },
      { key: 'powerClause', label: '授予查封、扣押权的法律、法规条款', kind: 'text', required: false, help: '查封、扣押必填，例如《中华人民共和国安全生产法》第六十五条第一款第四项。' },
      { key: 'items', label: '物品清单', kind: 'items', required: true },
      { key: 'place', label: '存放地点', kind: 'text', required: true },
      { key: 'keeper', label: '保管人', kind: 'text', required: true },
      { key: 'urgent', label: '情况紧急，已当场实施查封、扣押，二十四小时内报告补办批准', kind: 'confirm', required: false },
      { key: 'startedAt', label: '当场实施的时间（情况紧急的填写）', kind: 'minute', required: false },
    ],
    opinion: 'optional', aside: true, document: 'DJSP', article: ARTICLES.preservation,
  },
  { event: 'approve-measure', from: STANDING, to: 'stay', actors: ['leader'], guards: ['measureProposed'], fields: [MEASURE], opinion: 'optional', aside: true, document: 'DJSP', article: ARTICLES.measure },
  { event: 'refuse-measure', from: STANDING, to: 'stay', actors: ['leader'], guards: ['measureProposed'], fields: [MEASURE], opinion: 'required', aside: true, article: ARTICLES.measure },
  {
    event: 'extend-measure', from: STANDING, to: 'stay', actors: ['leader'], guards: ['measureExtensible'],
    fields: [MEASURE, { key: 'days', label: '延长天数', kind: 'days', required: true, min: 1, max: 30 }], opinion: 'required', aside: true, document: 'YCCF', article: ARTICLES.measure,
  },
  {
    event: 'settle-measure', from: STANDING, to: 'stay', actors: ['leader'], guards: ['measureRunning', 'measureOutcomeLawful'],
    fields: [MEASURE, { key: 'outcome', label: '处理决定', kind: 'choice', required: true, choices: MEASURE_OUTCOMES }], opinion: 'required', aside: true, document: 'DJCL', article: ARTICLES.measureEnd,
  },
];
