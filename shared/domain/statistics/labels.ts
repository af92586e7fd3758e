import { type GroupKey, groupOf, type Names, valueLabel } from './groups.ts';
import { type MeasureKey, measureOf } from './measures.ts';
import type { Figure } from './report.ts';

/** What a sum line is called in the column of a group. */
const SUM = '合计';

export function keyLabel(group: GroupKey, key: string | null, names: Names): string {
  return key === null ? SUM : valueLabel(group, key, names);
}

/** Heading of a figure's column, with the unit where the numbers do not show it. */
export function measureHead(key: MeasureKey): string {
  const { label, unit } = measureOf(key);
  return unit === 'fen' ? `${label}（元）` : unit === 'days' ? `${label}（天）` : label;
}

/** `12,480`, `20,000.00`, `93.5%`, `41.5`; a dash where there is nothing to tell. */
export function figureText(key: MeasureKey, value: Figure): string {
  if (value === null) return '—';
  const { unit } = measureOf(key);
  if (unit === 'share') return `${(value * 100).toFixed(1)}%`;
  if (unit === 'days') return value.toFixed(1);
  return unit === 'fen' ? grouped((value / 100).toFixed(2)) : grouped(String(value));
}

function grouped(decimal: string): string {
  const [whole = '', decimals] = decimal.split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? text : `${text}.${decimals}`;
}

/** Growth from which it is told in times rather than per cent. */
const MANY_TIMES = 10;

/** `+12.5%` of an amount, `+118.0倍` of one that grew many times, `+3.2 个百分点` of a share; a dash where there is nothing to compare with. */
export function growthText(key: MeasureKey, change: number | null): string {
  if (change === null) return '—';
  const text = `${change > 0 ? '+' : ''}${(change * 100).toFixed(1)}`;
  if (measureOf(key).unit !== 'share' && change >= MANY_TIMES) return `+${change.toFixed(1)}倍`;
  return measureOf(key).unit === 'share' ? `${text} 个百分点` : `${text}%`;
}

/** What many-valued groups need said beside their table; empty for the others. */
export function groupNotes(groups: readonly GroupKey[]): readonly string[] {
  return groups.filter((group) => groupOf(group).many).map((group) => `一项涉及多个${groupOf(group).label}的，分别计入各${groupOf(group).label}，合计只计一次，因此各行之和可能大于合计。`);
}
