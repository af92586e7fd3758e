import type { Discretion, Penalty } from '../../../case-file/case-file.ts';
import { FACTORS, type FactorScores, factorsAsked, factorWeight, scoreWord, weightShare } from '../../../discretion/factors.ts';
import { tableTitle } from '../../../discretion/table.ts';
import { asFined, formatRange, tierRange } from '../../../money/fine-range.ts';
import { suggestedFine } from '../../../money/suggestion.ts';
import { type Law, lawOf } from '../../../violation/versions.ts';
import { TIERS } from '../../../violation/violation.ts';
import type { DocumentContext } from '../../definition.ts';
import { fineText, money } from './penalty.ts';
import { clause } from './read.ts';

type Grounds = Pick<DocumentContext, 'file' | 'violations' | 'settings' | 'today'>;

/** How the fine was found: factors → tier → formula → base and range → amount (documents §2.3 ⑨); a report or notice only proposes it. */
export function discretionText(context: Grounds, penalty: Penalty | null, fixes: '确定' | '拟确定'): string {
  const { discretion } = context.file;
  const law = lawOf(context, context.file);
  const isFined = penalty?.kinds.includes('fine') === true;
  const violation = law === null ? null : asFined(law.violation, discretion.stage);
  return [
    discretion.factors === '' ? '' : `本机关综合考虑以下裁量因素：${clause(discretion.factors)}。`,
    tierSentence(discretion, law),
    isFined ? formulaText(discretion, law) : '',
    isFined ? fineText(discretion, penalty.fineFen, violation, fixes) : '',
    discretion.deviationReason === '' ? '' : `未在上述裁量档次内确定罚款数额的理由：${clause(discretion.deviationReason)}。`,
  ].join('');
}

/** `依据《…》（文号），本案符合“…”的情形，违法情节属于“一般”档次（罚款…元至…元）。`, or without a table as the tier alone. */
function tierSentence(discretion: Discretion, law: Law | null): string {
  const { tier } = discretion;
  if (tier === null) return '';
  if (law === null || law.benchmark === null) return `经综合裁量，本案违法情节属于“${TIERS[tier]}”档次。`;
  const { table, row } = law.benchmark;
  const when = row[tier].when === '' ? '经综合裁量，' : `本案符合“${clause(row[tier].when)}”的情形，`;
  const range = tierRange(law.violation, discretion);
  return `依据${tableTitle(table)}，${when}违法情节属于“${TIERS[tier]}”档次${range === null ? '' : `（罚款${formatRange(range)}）`}。`;
}

/** The scores, their weighted mean and what the formula makes of it; empty until every factor asked is scored. */
function formulaText(discretion: Discretion, law: Law | null): string {
  if (law === null || law.benchmark === null || discretion.tier === null) return '';
  const { weights } = law.benchmark.table;
  const scores: FactorScores = discretion.scores ?? {};
  const weight = factorWeight(scores, weights);
  const fen = weight === null ? null : suggestedFine(law.violation, discretion, weight);
  if (weight === null || fen === null) return '';
  const each = factorsAsked(weights).map((factor) => `${FACTORS[factor]}${scores[factor] ?? 0}分（${scoreWord(factor, scores[factor] ?? 0)}，权重${weightShare(weights, factor)}%）`);
  return `按该基准对裁量因素评分：${each.join('，')}，加权得分${weight}分；以该档次的罚款下限加上下限之差的${weight}%计算，参考罚款数额为${money(fen)}。`;
}
