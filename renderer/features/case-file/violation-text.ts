import { asFined } from '#shared/domain/money/fine-range.ts';
import { FINE_STAGES, type FineStageKey, TIERS, type Tier, type Violation } from '#shared/domain/violation/violation.ts';

const UNIT_WORDS: Readonly<Record<Violation['unit'], string>> = { yuan: '元', percent: '%', permille: '‰', multiple: '倍', none: '' };

function bound(value: number): string {
  return value >= 10_000 && value % 1000 === 0 ? `${value / 10_000}万` : String(value);
}

function span(violation: Violation, min: number, max: number): string {
  const unit = UNIT_WORDS[violation.unit];
  return min === max ? `${bound(max)}${unit}` : `${bound(min)}${unit}至${bound(max)}${unit}`;
}

/** 法定幅度 in the article's own measure, e.g. `合同价款的 1%至2%` or `20万元至50万元`. */
export function rangeText(violation: Violation): string {
  if (violation.unit === 'none') return '该条款没有规定罚款';
  const base = violation.unit === 'yuan' || violation.base === '' ? '' : `${violation.base}的 `;
  return `${base}${span(violation, violation.min, violation.max)}`;
}

/** A tier in the same measure, e.g. `轻微 1%至1.3%`. */
export function tierText(violation: Violation, tier: Tier): string {
  if (violation.tiers === null) return TIERS[tier];
  const [min, max] = violation.tiers[tier];
  return `${TIERS[tier]} ${span(violation, min, max)}`;
}

/** The ranges an article knows, its first one under the empty key. */
export function stageChoices(violation: Violation): readonly { readonly key: FineStageKey | ''; readonly label: string }[] {
  const others = (violation.stages ?? []).map((stage) => ({ key: stage.on, label: `${FINE_STAGES[stage.on]}：${rangeText(asFined(violation, stage.on))}` }));
  return [{ key: '', label: `一般情形：${rangeText(violation)}` }, ...others];
}

export function violationLabel(violation: Violation): string {
  return `${violation.id}　${violation.cause}`;
}

/** Whether a typed word finds the violation: by number, cause or clause. */
export function violationMatches(violation: Violation, word: string): boolean {
  const text = `${violation.id}${violation.cause}${violation.basis}${violation.breached}${violation.subject}`.toLowerCase();
  return word.toLowerCase().split(/\s+/).every((part) => text.includes(part));
}
