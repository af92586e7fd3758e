import { type GroupKey, type Names, valueLabel } from '#shared/domain/statistics/groups.ts';
import { figureText } from '#shared/domain/statistics/labels.ts';
import { type MeasureKey, measureOf } from '#shared/domain/statistics/measures.ts';

/** `3.5万`, `1.2亿`: a number an axis has room for. */
function rounded(value: number): string {
  if (Math.abs(value) >= 100_000_000) return `${trimmed(value / 100_000_000)}亿`;
  return Math.abs(value) >= 10_000 ? `${trimmed(value / 10_000)}万` : trimmed(value);
}

function trimmed(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A value as an axis writes it: money in yuan, shares in per cent. */
export function axisText(key: MeasureKey): (value: number) => string {
  const { unit } = measureOf(key);
  return (value) => (unit === 'fen' ? rounded(value / 100) : unit === 'share' ? `${trimmed(value * 100)}%` : rounded(value));
}

/** A value as the tip and the table write it. */
export function tipText(key: MeasureKey): (value: number | null) => string {
  const { per, unit } = measureOf(key);
  return (value) => (value === null || unit === 'share' ? figureText(key, value) : `${figureText(key, value)} ${per}`);
}

/** Names that an axis has room for: months without a year they share, districts without their second name. */
export function axisLabels(group: GroupKey, keys: readonly string[], names: Names): readonly string[] {
  const oneYear = group === 'month' && new Set(keys.map((key) => key.slice(0, 4))).size === 1;
  return keys.map((key) => {
    const label = valueLabel(group, key, names);
    if (group === 'district') return label.replace(/（.*）$/, '');
    return group === 'month' ? label.replace(oneYear ? /^\d{4}年/ : /^\d{2}/, '') : label;
  });
}
