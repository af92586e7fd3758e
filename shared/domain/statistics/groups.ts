import { CLUE_SOURCES } from '../case-file/case-file.ts';
import { DISTRICTS } from '../organisation/organisation.ts';
import { STAGES } from '../procedure/stages.ts';
import { ORDER_KINDS } from '../task/order.ts';
import { CHECK_CLASSES, INSPECTION_RESULTS, TASK_SOURCES, TASK_STATES } from '../task/task.ts';
import { type Fact, MEASURES, type MeasureKey, measureOf } from './measures.ts';

export interface Group {
  readonly label: string;
  readonly facts: readonly Fact[];
  /** One item may belong to several values (a task of three matters counts under each); the total counts it once. */
  readonly many: boolean;
}

const ALL: readonly Fact[] = ['task', 'order', 'case', 'payment'];

/** By what figures may be divided. State and stage are those of today, whatever the period. */
export const GROUPS = {
  district: { label: '地区', facts: ALL, many: false },
  channel: { label: '渠道', facts: ALL, many: false },
  month: { label: '月份', facts: ALL, many: false },
  matter: { label: '监管事项', facts: ALL, many: true },
  source: { label: '来源', facts: ALL, many: false },
  officer: { label: '人员', facts: ALL, many: true },
  state: { label: '任务状态', facts: ['task'], many: false },
  result: { label: '检查结果', facts: ['task'], many: false },
  class: { label: '检查类别', facts: ['task'], many: false },
  kind: { label: '责令种类', facts: ['order'], many: false },
  stage: { label: '案件环节', facts: ['case'], many: false },
  violation: { label: '违法行为', facts: ['case', 'payment'], many: false },
} as const satisfies Record<string, Group>;
export type GroupKey = keyof typeof GROUPS;
export const GROUP_KEYS = Object.keys(GROUPS) as [GroupKey, ...GroupKey[]];

/** Coverage is computed from the matters' own list, which knows districts, channels and matters only. */
const COVERAGE_GROUPS: readonly GroupKey[] = ['district', 'channel', 'matter'];

export function groupOf(key: GroupKey): Group {
  return GROUPS[key];
}

/** Why a figure cannot be divided by a group, as a sentence; `null` when it can. */
export function groupRefusal(measure: MeasureKey, group: GroupKey): string | null {
  const { label, fact, kind } = measureOf(measure);
  if (measure === 'coverage' && !COVERAGE_GROUPS.includes(group)) return `“${label}”只能按地区、渠道、监管事项分组。`;
  if (group === 'month' && kind !== 'flow') return `“${label}”是${kind === 'stock' ? '期末' : '当前'}时点的数，不能按月份分组。`;
  return groupOf(group).facts.includes(fact) ? null : `“${label}”不能按${groupOf(group).label}分组。`;
}

/** Why figures and groups do not go together; `null` when they do. */
export function reportRefusal(measures: readonly MeasureKey[], groups: readonly GroupKey[]): string | null {
  if (new Set(groups).size < groups.length) return '两个分组不能相同。';
  for (const measure of measures) {
    for (const group of groups) {
      const refusal = groupRefusal(measure, group);
      if (refusal !== null) return refusal;
    }
  }
  return null;
}

/** A matter that is worked on through the case knows no period of its own: the filters that coverage does not know. */
export function filterRefusal(measures: readonly MeasureKey[], filter: { readonly source?: string | undefined; readonly officer?: string | undefined }): string | null {
  const narrowed = filter.source !== undefined || filter.officer !== undefined;
  return narrowed && measures.includes('coverage') ? `“${MEASURES.coverage.label}”不能按来源或者人员筛选。` : null;
}

/** Both vocabularies of sources; where they share a key they mean the same. */
export const SOURCES: Readonly<Record<string, string>> = { ...CLUE_SOURCES, ...TASK_SOURCES };

const FIXED: Readonly<Partial<Record<GroupKey, Readonly<Record<string, string>>>>> = {
  district: DISTRICTS, source: SOURCES, state: TASK_STATES, result: INSPECTION_RESULTS, class: CHECK_CLASSES, kind: ORDER_KINDS, stage: STAGES,
};

/** Names that are data: looked up where they are known, the key itself where not. */
export interface Names {
  readonly channel: (key: string) => string;
  readonly matter: (code: string) => string;
  readonly officer: (id: string) => string;
  readonly violation: (id: string) => string;
}

/** What a value of a group is called; the empty value is what carries none. */
export function valueLabel(group: GroupKey, key: string, names: Names): string {
  if (key === '') return group === 'matter' ? '未关联事项' : group === 'officer' ? '未分派' : '未填写';
  if (group === 'month') return `${key.slice(0, 4)}年${String(Number(key.slice(5)))}月`;
  if (group === 'channel' || group === 'matter' || group === 'officer' || group === 'violation') return names[group](key);
  return FIXED[group]?.[key] ?? key;
}

/** Place of a value in its group: the order of the trade where there is one, else that of the keys. */
export function compareValues(group: GroupKey, one: string, other: string): number {
  const order = Object.keys(FIXED[group] ?? {});
  const place = (key: string): number => (key === '' ? Number.MAX_SAFE_INTEGER : order.indexOf(key));
  return place(one) - place(other) || one.localeCompare(other);
}
