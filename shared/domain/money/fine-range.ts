import type { AppError } from '../../contract/result.ts';
import type { Discretion, Penalty } from '../case-file/case-file.ts';
import { FINE_STAGES, type FineRule, type FineStageKey, TIERS, type Violation } from '../violation/violation.ts';
import { formatYuan } from './amount.ts';

/** Inclusive bounds in fen. */
export interface FineRange {
  readonly minFen: number;
  readonly maxFen: number;
}

/** Fen (or ten-thousandths of the base) that one unit of the article is worth, as numerator and denominator. */
const UNIT_OF_BASE = { percent: 100n, permille: 1000n, multiple: 1n } as const;
/** Bounds such as 0.65 or 32.5 carry at most four decimals; they are computed as integers of 1/10,000. */
const SCALE = 10_000n;

function share(value: number, baseFen: number, unit: keyof typeof UNIT_OF_BASE, roundUp: boolean): number {
  const denominator = UNIT_OF_BASE[unit] * SCALE;
  const product = BigInt(Math.round(value * Number(SCALE))) * BigInt(baseFen);
  return Number(roundUp ? (product + denominator - 1n) / denominator : product / denominator);
}

function bounds(rule: FineRule, min: number, max: number, baseFen: number | null): FineRange | null {
  if (rule.unit === 'none') return null;
  if (rule.unit === 'yuan') return { minFen: Math.round(min * 100), maxFen: Math.round(max * 100) };
  if (baseFen === null) return null;
  const capFen = rule.capYuan === undefined ? Number.POSITIVE_INFINITY : rule.capYuan * 100;
  return { minFen: Math.min(capFen, share(min, baseFen, rule.unit, true)), maxFen: Math.min(capFen, share(max, baseFen, rule.unit, false)) };
}

/** The range that applies: the article's first one, or the one of the stage chosen where the article has it. */
export function fineRule(violation: Violation, stage: FineStageKey | null | undefined): FineRule {
  return violation.stages?.find((each) => each.on === stage) ?? violation;
}

/** The violation with the range that applies in the place of its first one, for what only knows a violation. */
export function asFined(violation: Violation, stage: FineStageKey | null | undefined): Violation {
  const rule = fineRule(violation, stage);
  if (rule === violation) return violation;
  const { stages: _stages, ...rest } = violation;
  const { unit, min, max, base, tiers, capYuan } = rule;
  return { ...rest, unit, min, max, base, tiers, ...(capYuan === undefined ? {} : { capYuan }) };
}

/** Whether the article measures the fine by a base, e.g. the contract price. */
export function needsBase(rule: FineRule): boolean {
  return rule.unit === 'percent' || rule.unit === 'permille' || rule.unit === 'multiple';
}

/**
 * The range of the article in fen; `null` where it gives no fine or the base is missing. `stage` names another of its
 * ranges. Rounding never widens the range: the lower bound is rounded up to a fen, the upper one down.
 */
export function statutoryRange(violation: Violation, baseFen: number | null, stage: FineStageKey | null = null): FineRange | null {
  const rule = fineRule(violation, stage);
  return bounds(rule, rule.min, rule.max, baseFen);
}

/** The range of the chosen tier in fen; `null` without tiers, tier or base. */
export function tierRange(violation: Violation, discretion: Pick<Discretion, 'tier' | 'baseFen' | 'stage'>): FineRange | null {
  const rule = fineRule(violation, discretion.stage);
  if (rule.tiers === null || discretion.tier === null) return null;
  const [min, max] = rule.tiers[discretion.tier];
  return bounds(rule, min, max, discretion.baseFen);
}

const AFTER_ORDER: ReadonlySet<FineStageKey> = new Set<FineStageKey>(['overdue', 'refused', 'responsible-overdue', 'responsible-refused']);

/** Whether the range chosen presupposes a served corrective order that has lapsed (逾期后罚). */
export function needsLapsedOrder(violation: Violation, stage: FineStageKey | null | undefined): boolean {
  return violation.fineOnlyAfterOrder || (stage !== undefined && stage !== null && AFTER_ORDER.has(stage));
}

function inRange(range: FineRange, fen: number): boolean {
  return range.minFen <= fen && fen <= range.maxFen;
}

export function formatRange(range: FineRange): string {
  return range.minFen === range.maxFen ? `${formatYuan(range.minFen)}元` : `${formatYuan(range.minFen)}元至${formatYuan(range.maxFen)}元`;
}

/** Whether the article commands a fine: to leave it out is to go below its minimum. `可并处` and `可以` leave it open. */
function mustFine(violation: Violation, stage: FineStageKey | null | undefined): boolean {
  const rule = fineRule(violation, stage);
  return rule.unit !== 'none' && rule.min > 0 && (rule !== violation || !violation.note.includes('可'));
}

/** A fine below the statutory minimum, or none where the article commands one (减轻处罚; Administrative Penalty Law, art. 32). */
export function isBelowMinimum(penalty: Penalty, discretion: Discretion, violation: Violation): boolean {
  if (!penalty.kinds.includes('fine')) return mustFine(violation, discretion.stage);
  const range = statutoryRange(violation, discretion.baseFen, discretion.stage);
  return range !== null && penalty.fineFen < range.minFen;
}

/** A fine outside the tier chosen. */
export function deviatesFromTier(penalty: Penalty, discretion: Discretion, violation: Violation): boolean {
  const range = tierRange(violation, discretion);
  return penalty.kinds.includes('fine') && range !== null && !inRange(range, penalty.fineFen);
}

/**
 * The hard stop on the amount (domain notes §1.11, 7): above the article's maximum never; below its minimum or outside
 * the tier only with a written reason (and then collective discussion). `null` when the penalty stands.
 */
export function checkFine(penalty: Penalty, discretion: Discretion, violation: Violation): AppError | null {
  return checkStage(discretion, violation) ?? checkKinds(penalty) ?? (penalty.kinds.includes('fine') ? checkFineAmount(penalty, discretion, violation) : checkNoFine(discretion, violation));
}

function checkStage(discretion: Discretion, violation: Violation): AppError | null {
  const { stage } = discretion;
  if (stage === undefined || stage === null || fineRule(violation, stage) !== violation) return null;
  return incomplete(`${violation.basis}没有“${FINE_STAGES[stage]}”的罚款幅度，请重新选择适用的幅度。`, 'discretion.stage');
}

function checkNoFine(discretion: Discretion, violation: Violation): AppError | null {
  if (!mustFine(violation, discretion.stage) || discretion.deviationReason.trim() !== '') return null;
  return {
    code: 'FINE_OUT_OF_RANGE', message: `${violation.basis}规定应当处以罚款，拟作出的处罚没有罚款。确属减轻处罚的，请在“偏离说明”中写明法定理由，并经集体讨论。`,
    article: '行政处罚法第三十二条', details: { path: 'discretion.deviationReason' },
  };
}

/** Kinds of penalty that free text may not bring in: they have their own limits, organs and right to a hearing. */
const HIDDEN_PENALTY = /罚款|没收|警告|通报批评|停产停业|停业整顿|停止执业|停止生产经营|吊销|暂扣|降低资质|限制(?:开展|从业|承接)|责令关闭|拘留/u;

/** Whether text that only orders correction contains a penalty; `what` names the field. `null` when it does not. */
export function hiddenPenalty(items: readonly string[], what: string, path: string): AppError | null {
  const found = items.map((item) => HIDDEN_PENALTY.exec(item)?.[0]).find((word) => word !== undefined);
  if (found === undefined) return null;
  return {
    code: 'DISCRETION_INCOMPLETE',
    message: `“${what}”只写责令改正的内容，不能写入行政处罚（“${found}”）。罚款、没收、警告、通报批评请在处罚种类中选择；停业、吊销、降低资质等由有权机关依照听证程序另行决定。`,
    article: '行政处罚法第九条、第六十三条', details: { path },
  };
}

function checkKinds(penalty: Penalty): AppError | null {
  if (penalty.kinds.length === 0) return incomplete('拟作出的处罚没有选择处罚种类，请至少选择一种。', 'proposed.kinds');
  if (penalty.kinds.includes('fine') !== penalty.fineFen > 0) {
    return incomplete('罚款种类与罚款金额不一致：选择“罚款”须填写金额，未选择时金额应为零。', 'proposed.fineFen');
  }
  if (penalty.kinds.includes('confiscation') !== penalty.confiscationFen > 0) {
    return incomplete('没收违法所得与其金额不一致：选择“没收违法所得”须填写金额，未选择时金额应为零。', 'proposed.confiscationFen');
  }
  return hiddenPenalty(penalty.otherItems, '其他处理内容', 'proposed.otherItems');
}

function checkFineAmount(penalty: Penalty, discretion: Discretion, violation: Violation): AppError | null {
  const rule = fineRule(violation, discretion.stage);
  if (rule.unit === 'none') {
    return outOfRange(`${violation.basis}没有规定罚款，不能对“${violation.cause}”处以罚款。请删除罚款，或核对违法行为是否选错。`, violation, penalty, null);
  }
  if (needsBase(rule) && (discretion.baseFen === null || discretion.baseFen <= 0)) {
    return incomplete(`罚款按“${rule.base || '基数'}”的比例或者倍数计算，请先填写基数金额及其来源。`, 'discretion.baseFen');
  }
  if (needsBase(rule) && discretion.baseSource.trim() === '') {
    return incomplete(`“${rule.base || '基数'}”的来源未填写，请写明证明基数金额的证据（例如施工合同、结算书）。`, 'discretion.baseSource');
  }
  if (rule.tiers !== null && discretion.tier === null) return incomplete('尚未选择裁量档次，请在“裁量”中选择轻微、一般或者严重。', 'discretion.tier');
  return checkAmount(penalty, discretion, violation);
}

function checkAmount(penalty: Penalty, discretion: Discretion, violation: Violation): AppError | null {
  const range = statutoryRange(violation, discretion.baseFen, discretion.stage);
  const fine = formatYuan(penalty.fineFen);
  const reasonMissing = discretion.deviationReason.trim() === '';
  if (range !== null && penalty.fineFen > range.maxFen) {
    return outOfRange(`罚款${fine}元高于法定上限。${violation.basis}规定的幅度为${formatRange(range)}，请调整金额。`, violation, penalty, range);
  }
  if (range !== null && penalty.fineFen < range.minFen && reasonMissing) {
    return outOfRange(
      `罚款${fine}元低于法定下限。${violation.basis}规定的幅度为${formatRange(range)}；确属减轻处罚的，请在“偏离说明”中写明法定理由，并经集体讨论。`,
      violation, penalty, range,
    );
  }
  const tier = tierRange(violation, discretion);
  if (tier === null || discretion.tier === null || inRange(tier, penalty.fineFen) || !reasonMissing) return null;
  return {
    code: 'TIER_DEVIATION_UNEXPLAINED',
    message: `罚款${fine}元不在“${TIERS[discretion.tier]}”档（${formatRange(tier)}）内。请调整金额或者档次，或者填写偏离说明；偏离档次须经集体讨论。`,
    article: '行政处罚法第三十四条',
    details: { path: 'discretion.deviationReason', minFen: tier.minFen, maxFen: tier.maxFen, fineFen: penalty.fineFen },
  };
}

function incomplete(message: string, path: string): AppError {
  return { code: 'DISCRETION_INCOMPLETE', message, article: '行政处罚法第三十四条', details: { path } };
}

function outOfRange(message: string, violation: Violation, penalty: Penalty, range: FineRange | null): AppError {
  const limits = range === null ? {} : { minFen: range.minFen, maxFen: range.maxFen };
  return { code: 'FINE_OUT_OF_RANGE', message, article: violation.basis, details: { path: 'proposed.fineFen', fineFen: penalty.fineFen, ...limits } };
}
