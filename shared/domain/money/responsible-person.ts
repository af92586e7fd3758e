import type { FineRange } from './fine-range.ts';

/** Articles that fine the persons responsible 5–10 % of the unit's fine, by the title of the law as `basis` writes it. */
const SHARED_ARTICLES: readonly { readonly law: string; readonly article: string; readonly text: string }[] = [
  { law: '《建设工程质量管理条例》', article: '', text: '《建设工程质量管理条例》第七十三条' },
  { law: '《建设工程抗震管理条例》', article: '', text: '《建设工程抗震管理条例》第四十七条' },
  { law: '《中华人民共和国招标投标法》', article: '第四十九条', text: '《中华人民共和国招标投标法》第四十九条' },
  { law: '《中华人民共和国招标投标法》', article: '第五十三条', text: '《中华人民共和国招标投标法》第五十三条' },
  { law: '《中华人民共和国招标投标法》', article: '第五十四条', text: '《中华人民共和国招标投标法》第五十四条' },
];

/** Why and how far the responsible persons are fined when their unit is. Fen. */
export interface ResponsibleFine extends FineRange {
  readonly article: string;
}

/** 5–10 % of the unit's fine, rounded inwards to a fen. `unitFineFen`: integer ≥ 0. */
export function responsiblePersonRange(unitFineFen: number): FineRange {
  return { minFen: Math.ceil(unitFineFen / 20), maxFen: Math.floor(unitFineFen / 10) };
}

/**
 * The fine of the directly responsible persons that follows from the unit's, by the basis of the unit's fine;
 * `null` where the article names none, or the unit is not fined (domain notes §1.6).
 */
export function responsibleFine(basis: string, unitFineFen: number): ResponsibleFine | null {
  const found = SHARED_ARTICLES.find((each) => basis.startsWith(`${each.law}${each.article}`));
  if (found === undefined || unitFineFen <= 0) return null;
  return { ...responsiblePersonRange(unitFineFen), article: found.text };
}
