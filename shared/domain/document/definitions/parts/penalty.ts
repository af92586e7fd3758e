import type { Discretion, Penalty } from '../../../case-file/case-file.ts';
import { amountInWords, formatYuan } from '../../../money/amount.ts';
import { statutoryRange } from '../../../money/fine-range.ts';
import type { Violation } from '../../../violation/violation.ts';
import { clause } from './read.ts';

/** `人民币贰万元整（¥20,000.00）`: capitals and figures (documents §2.2). */
export function money(fen: number): string {
  return `${amountInWords(fen)}（¥${formatYuan(fen)}）`;
}

/** The penalties, one phrase each, in the order of the law (Administrative Penalty Law, art. 9). */
export function penaltyItems(penalty: Penalty): readonly string[] {
  const items: string[] = [];
  if (penalty.kinds.includes('warning')) items.push('警告');
  if (penalty.kinds.includes('criticism')) items.push('通报批评');
  if (penalty.kinds.includes('fine')) items.push(`罚款${money(penalty.fineFen)}`);
  if (penalty.kinds.includes('confiscation')) items.push(`没收违法所得${money(penalty.confiscationFen)}`);
  return items;
}

/** What is ordered beside the penalty, to follow 责令当事人改正违法行为：. */
export function correctionItems(penalty: Penalty | null): readonly string[] {
  return (penalty?.otherItems ?? []).map((item) => clause(item).replace(/^责令(?:当事人)?/u, '')).filter((item) => item !== '');
}

export function penaltySentence(penalty: Penalty | null): string {
  return penalty === null ? '' : [...penaltyItems(penalty), ...penalty.otherItems.map(clause)].join('；');
}

/** What is payable at the bank. */
export function payableFen(penalty: Penalty | null): number {
  return penalty === null ? 0 : (penalty.kinds.includes('fine') ? penalty.fineFen : 0) + (penalty.kinds.includes('confiscation') ? penalty.confiscationFen : 0);
}

const SHARE = { percent: '%', permille: '‰', multiple: '倍' } as const;

function plainYuan(yuan: number): string {
  return yuan >= 10_000 ? `${yuan / 10_000}万元` : `${yuan}元`;
}

/** `合同价款1%以上2%以下`, `20万元以上50万元以下`, `3万元以下`; empty where the article gives no fine. */
export function rangeText(violation: Violation): string {
  if (violation.unit === 'none') return '';
  const bound = (value: number) => (violation.unit === 'yuan' || violation.unit === 'none' ? plainYuan(value) : `${value}${SHARE[violation.unit]}`);
  const base = violation.unit === 'yuan' ? '' : violation.base;
  if (violation.min === violation.max) return `${base}${bound(violation.max)}`;
  return `${base}${violation.min > 0 ? `${bound(violation.min)}以上` : ''}${bound(violation.max)}以下`;
}

/** `以合同价款…为计算基数，在法定罚款幅度（…）内，按1.5%确定罚款数额为…。` `violation`: with the range that applies as its first one. */
export function fineText(discretion: Discretion, fineFen: number, violation: Violation | null, fixes: string): string {
  const inRange = violation === null ? '' : rangeClause(violation, discretion.baseFen, fineFen);
  if (discretion.baseFen === null || violation === null || violation.unit === 'yuan' || violation.unit === 'none') {
    return `${inRange}${fixes}罚款数额为${money(fineFen)}。`;
  }
  const source = discretion.baseSource === '' ? '' : `（依据：${clause(discretion.baseSource)}）`;
  const share = shareText(fineFen, discretion.baseFen, violation.unit);
  return `以${violation.base}${money(discretion.baseFen)}${source}为计算基数，${inRange}按${share}${fixes}罚款数额为${money(fineFen)}。`;
}

/** Says that the fine lies within the range only where it does (a fine below the minimum is 减轻处罚). */
function rangeClause(violation: Violation, baseFen: number | null, fineFen: number): string {
  const range = statutoryRange(violation, baseFen);
  const words = rangeText(violation);
  if (range === null || words === '') return '';
  return range.minFen <= fineFen && fineFen <= range.maxFen ? `在法定罚款幅度（${words}）内，` : `法定罚款幅度为${words}，本案`;
}

/** The share the fine is of its base, to at most four decimals; 约 where they do not give the very sum. */
function shareText(fineFen: number, baseFen: number, unit: keyof typeof SHARE): string {
  const scale = { percent: 100, permille: 1000, multiple: 1 }[unit];
  const share = Number(((fineFen / baseFen) * scale).toFixed(4));
  const exact = BigInt(Math.round(share * 10_000)) * BigInt(baseFen) === BigInt(fineFen) * BigInt(scale * 10_000);
  return `${exact ? '' : '约'}${share}${SHARE[unit]}`;
}
