import { CITY, DISTRICT_KEYS, type District } from '../organisation/organisation.ts';
import type { Matter } from './matter.ts';

/** What was done and not done under one matter in one district in a year. */
export interface CoverageCell {
  readonly matterCode: string;
  readonly district: District;
  /** Visits made here. */
  readonly visits: number;
  /** Visits recorded from the province's system. */
  readonly provinceVisits: number;
  /** Tasks due in the year whose visit has not been made, and those of them past due. */
  readonly open: number;
  readonly overdue: number;
}

/** So many of so many. */
export interface Share {
  readonly done: number;
  readonly of: number;
}

export interface CoverageFigures {
  /** 监管事项落实度: claimed matters with at least one visit in the year, of those claimed. */
  readonly implemented: Share;
  /** The same for the matters of the city (own and general) and of the province. */
  readonly city: Share;
  readonly province: Share;
  /** 区县覆盖: of the ten districts, those with at least one visit. */
  readonly districts: Share;
  /** Pairs of a claimed matter and a district that takes part in it, and those of them with a visit. */
  readonly pairs: Share;
  readonly visits: number;
  readonly provinceVisits: number;
  readonly open: number;
  readonly overdue: number;
}

export const TEN_DISTRICTS: readonly District[] = DISTRICT_KEYS.filter((district) => district !== CITY);

/** Whether visits under the matter are expected of the district at all. */
export function applies(matter: Pick<Matter, 'claim' | 'districts'>, district: District): boolean {
  return matter.claim === 'claimed' && matter.districts.includes(district);
}

/** The figures over the districts of the caller's scope. */
export function coverageFigures(matters: readonly Matter[], cells: readonly CoverageCell[], districts: readonly District[]): CoverageFigures {
  const visited = cells.filter((cell) => cell.visits + cell.provinceVisits > 0);
  const byMatter = new Set(visited.map((cell) => cell.matterCode));
  const pairs = new Set(visited.map((cell) => `${cell.matterCode} ${cell.district}`));
  const claimed = matters.filter((matter) => districts.some((district) => applies(matter, district)));
  const share = (some: readonly Matter[]): Share => ({ done: some.filter((matter) => byMatter.has(matter.code)).length, of: some.length });
  const expected = claimed.flatMap((matter) => districts.filter((district) => applies(matter, district)).map((district) => `${matter.code} ${district}`));
  const ten = TEN_DISTRICTS.filter((district) => districts.includes(district));
  const sum = (pick: (cell: CoverageCell) => number): number => cells.reduce((total, cell) => total + pick(cell), 0);
  return {
    implemented: share(claimed),
    city: share(claimed.filter((matter) => matter.system !== 'province')),
    province: share(claimed.filter((matter) => matter.system === 'province')),
    districts: { done: ten.filter((district) => visited.some((cell) => cell.district === district)).length, of: ten.length },
    pairs: { done: expected.filter((pair) => pairs.has(pair)).length, of: expected.length },
    visits: sum((cell) => cell.visits), provinceVisits: sum((cell) => cell.provinceVisits), open: sum((cell) => cell.open), overdue: sum((cell) => cell.overdue),
  };
}

/** `93.5%`; a dash where there is nothing to count. */
export function percentOf({ done, of }: Share): string {
  return of === 0 ? '—' : `${(Math.round((done / of) * 1000) / 10).toFixed(1)}%`;
}
