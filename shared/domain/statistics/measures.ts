/** What a figure is computed from: one row of it is one task, order, case or payment. */
export const FACTS = { task: '监管任务', order: '责令改正', case: '案件', payment: '缴款' } as const;
export type Fact = keyof typeof FACTS;

/**
 * `flow`: what happened in the period, by the day it happened; `stock`: what stood at the end of the period (today, where the
 * period reaches beyond); `now`: what stands today and cannot be told of an earlier day.
 */
export type MeasureKind = 'flow' | 'stock' | 'now';
/** `share`: 0–1. `fen`: integer money. `days`: may have decimals. */
export type MeasureUnit = 'count' | 'fen' | 'share' | 'days';

export interface Measure {
  readonly label: string;
  /** 口径: what is counted, by which day. */
  readonly meaning: string;
  readonly fact: Fact;
  readonly kind: MeasureKind;
  readonly unit: MeasureUnit;
  /** Word after the number. */
  readonly per: string;
}

/** Raised whenever a meaning changes: a snapshot says which definitions it was made by. */
export const DEFINITIONS_VERSION = 1;

/** Every figure the product computes. The expressions stand in `api-server/modules/statistics/expressions.ts`, one for each key. */
export const MEASURES = {
  'tasks-created': { label: '新增监管任务', meaning: '期内登记的监管任务，含以后取消的。', fact: 'task', kind: 'flow', unit: 'count', per: '项' },
  'tasks-done': { label: '办结监管任务', meaning: '期内办结的监管任务，不含取消的。', fact: 'task', kind: 'flow', unit: 'count', per: '项' },
  'tasks-on-time': { label: '任务按期办结率', meaning: '期内办结的监管任务中，办结日不晚于完成期限（含批准延期后的期限）的比例。', fact: 'task', kind: 'flow', unit: 'share', per: '' },
  'tasks-open': { label: '在办监管任务', meaning: '期末已登记、尚未办结也未取消的监管任务。', fact: 'task', kind: 'stock', unit: 'count', per: '项' },
  'tasks-overdue': { label: '逾期未办结任务', meaning: '期末尚未办结、完成期限早于期末当日的监管任务；期限按现在的记载。', fact: 'task', kind: 'stock', unit: 'count', per: '项' },
  visits: { label: '完成检查', meaning: '已填报检查结果的现场检查，按首次到场签到日计入。一项任务计一次，复查不另计；不含导入的省级系统检查记录。', fact: 'task', kind: 'flow', unit: 'count', per: '次' },
  'visits-problem': { label: '发现问题的检查', meaning: '完成检查中，结果不是“未发现问题”和“未发现开展本次检查涉及的经营活动”的。', fact: 'task', kind: 'flow', unit: 'count', per: '次' },
  'problem-share': { label: '问题发现率', meaning: '发现问题的检查占完成检查的比例。', fact: 'task', kind: 'flow', unit: 'share', per: '' },
  'parties-visited': { label: '被检查对象', meaning: '完成检查涉及的企业和个人，同一对象期内只计一次。', fact: 'task', kind: 'flow', unit: 'count', per: '家' },
  'items-checked': { label: '检查项', meaning: '完成检查中结果为合格或者不合格的检查项；未检查和合理缺项不计。', fact: 'task', kind: 'flow', unit: 'count', per: '项' },
  'items-failed': { label: '不合格检查项', meaning: '完成检查中结果为不合格的检查项。', fact: 'task', kind: 'flow', unit: 'count', per: '项' },
  'visits-to-case': { label: '检查转立案', meaning: '完成检查中已移交立案查处的，按首次到场签到日计入。', fact: 'task', kind: 'flow', unit: 'count', per: '次' },
  coverage: { label: '监管事项覆盖率', meaning: '已认领的事项与其承担地区的每一组合为一个单位，期内至少完成一次检查（含导入的省级系统检查记录）的单位占全部单位的比例。事项目录按现在的记载。', fact: 'task', kind: 'flow', unit: 'share', per: '' },
  'orders-made': { label: '责令改正', meaning: '期内作出的责令改正和责令停止施工。', fact: 'order', kind: 'flow', unit: 'count', per: '份' },
  'orders-ended': { label: '整改办结', meaning: '期内复查通过（停工的已批准复工）或者移交立案的责令改正。', fact: 'order', kind: 'flow', unit: 'count', per: '份' },
  'orders-open': { label: '整改中', meaning: '期末尚未办结的责令改正。', fact: 'order', kind: 'stock', unit: 'count', per: '份' },
  'orders-overdue': { label: '逾期未整改', meaning: '期末尚未办结、改正期限早于期末当日的责令改正；期限按现在的记载。', fact: 'order', kind: 'stock', unit: 'count', per: '份' },
  'cases-registered': { label: '登记线索', meaning: '期内登记的线索，含不予立案的。', fact: 'case', kind: 'flow', unit: 'count', per: '件' },
  'cases-filed': { label: '立案', meaning: '期内批准立案的案件，含简易程序案件。', fact: 'case', kind: 'flow', unit: 'count', per: '件' },
  'cases-decided': { label: '作出处罚决定', meaning: '期内作出行政处罚决定的案件，不含不予处罚。', fact: 'case', kind: 'flow', unit: 'count', per: '件' },
  'cases-unpunished': { label: '不予处罚', meaning: '期内作出不予行政处罚决定的案件。', fact: 'case', kind: 'flow', unit: 'count', per: '件' },
  'cases-closed': { label: '结案', meaning: '期内批准结案的案件，含其后归档的。', fact: 'case', kind: 'flow', unit: 'count', per: '件' },
  'cases-open': { label: '在办案件', meaning: '期末已登记、尚未结案也未决定不予立案的案件，含线索。', fact: 'case', kind: 'stock', unit: 'count', per: '件' },
  'cases-overdue': { label: '期限已过案件', meaning: '今天仍在办、正在计算的期限早于今天的案件。只反映当前，不受期间影响。', fact: 'case', kind: 'now', unit: 'count', per: '件' },
  'decision-days': { label: '平均办案天数', meaning: '期内作出处罚或者不予处罚决定的案件，从立案到决定的日历天数的平均数；没有扣除中止等期间。', fact: 'case', kind: 'flow', unit: 'days', per: '天' },
  'fine-decided': { label: '罚款金额', meaning: '期内处罚决定的罚款，按决定日计入。', fact: 'case', kind: 'flow', unit: 'fen', per: '元' },
  'confiscation-decided': { label: '没收金额', meaning: '期内处罚决定没收的违法所得，按决定日计入。', fact: 'case', kind: 'flow', unit: 'fen', per: '元' },
  'paid': { label: '实缴罚没款', meaning: '期内登记的缴款，含罚款、没收款和加处罚款，按缴款日计入，不论哪一年决定。', fact: 'payment', kind: 'flow', unit: 'fen', per: '元' },
} as const satisfies Record<string, Measure>;

export type MeasureKey = keyof typeof MEASURES;
export const MEASURE_KEYS = Object.keys(MEASURES) as [MeasureKey, ...MeasureKey[]];

export function measureOf(key: MeasureKey): Measure {
  return MEASURES[key];
}
