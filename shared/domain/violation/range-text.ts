import { FINE_UNIT_WORDS, type FineRule } from './violation.ts';

function bound(value: number): string {
  return value >= 10_000 && value % 1000 === 0 ? `${value / 10_000}万` : String(value);
}

/** Bounds in the article's own measure, e.g. `1%至1.3%` or `20万元至50万元`. */
export function boundsText({ unit }: Pick<FineRule, 'unit'>, min: number, max: number): string {
  const word = FINE_UNIT_WORDS[unit];
  return min === max ? `${bound(max)}${word}` : `${bound(min)}${word}至${bound(max)}${word}`;
}

/** 法定幅度, e.g. `合同价款的 1%至2%`. */
export function rangeText(rule: FineRule): string {
  if (rule.unit === 'none') return '该条款没有规定罚款';
  const base = rule.unit === 'yuan' || rule.base === '' ? '' : `${rule.base}的 `;
  return `${base}${boundsText(rule, rule.min, rule.max)}`;
}
