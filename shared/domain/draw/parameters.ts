import type { AppError } from '../../contract/result.ts';
import type { Channel, District } from '../organisation/organisation.ts';
import { isDate } from '../time-limit/days.ts';
import { CREDIT_CLASS_KEYS, type CreditClass, type CreditWeights, type ObjectKind } from './pool.ts';

/** Why somebody or something stays out, in the words of whoever decided it. */
export interface Exclusion {
  readonly id: string;
  readonly reason: string;
}

/** Which part of the lists the pot is filled from. An empty list means no restriction. */
export interface PoolFilter {
  readonly objectKind: ObjectKind;
  readonly districts: readonly District[];
  readonly categories: readonly string[];
  readonly creditClasses: readonly CreditClass[];
  readonly officerDistricts: readonly District[];
  readonly officerChannels: readonly Channel[];
}

/** All that decides a draw beside the lists and the seed. */
export interface DrawParameters extends PoolFilter {
  readonly planId: string;
  readonly planNo: string;
  readonly year: number;
  readonly channel: Channel;
  readonly district: District;
  readonly matterCodes: readonly string[];
  /** Share of the pot that is drawn, in thousandths. */
  readonly ratioPermille: number;
  readonly weights: CreditWeights;
  /** Day planned for the visits: certificates must be valid then. */
  readonly visitOn: string;
  readonly dueOn: string;
  readonly excludedObjects: readonly Exclusion[];
  readonly excludedOfficers: readonly Exclusion[];
}

const MOST_PERMILLE = 1000;
const WEIGHT_MOST = 1000;

/** Objects drawn of a pot: the share, rounded up, so that a small pot gives at least one. */
export function countOf(potSize: number, ratioPermille: number): number {
  return Math.ceil((potSize * ratioPermille) / MOST_PERMILLE);
}

export function percentText(permille: number): string {
  return `${String(permille / 10)}%`;
}

function field(message: string, path: string, code: AppError['code'] = 'FIELD_INVALID'): AppError {
  return { code, message, details: { path } };
}

/** Refuses what no draw may have, whatever the lists say. `mostPermille`: what the plan was approved with. */
export function parametersRefusal(parameters: DrawParameters, mostPermille: number, today: string): AppError | null {
  const { ratioPermille, visitOn, dueOn, year } = parameters;
  if (!Number.isInteger(ratioPermille) || ratioPermille < 1 || ratioPermille > MOST_PERMILLE) return field('抽查比例应当在0.1%至100%之间，请更正。', 'ratioPermille');
  if (ratioPermille > mostPermille) return field(`抽查比例${percentText(ratioPermille)}高于计划批准的${percentText(mostPermille)}。请降低比例，或者修改计划重新报批。`, 'ratioPermille');
  if (!isDate(visitOn) || !isDate(dueOn)) return field('计划检查日期和完成期限应当是有效的日期。', 'visitOn');
  if (visitOn < today) return field('计划检查日期早于今天，请更正。', 'visitOn', 'DATES_OUT_OF_ORDER');
  if (dueOn < visitOn) return field('完成期限早于计划检查日期，请更正。', 'dueOn', 'DATES_OUT_OF_ORDER');
  if (!visitOn.startsWith(String(year))) return field(`计划检查日期不在计划年度${String(year)}年内，请更正。`, 'visitOn', 'DATES_OUT_OF_ORDER');
  return weightsRefusal(parameters.weights) ?? reasonsRefusal(parameters);
}

export function weightsRefusal(weights: CreditWeights): AppError | null {
  const wrong = CREDIT_CLASS_KEYS.find((key) => !Number.isInteger(weights[key]) || weights[key] < 1 || weights[key] > WEIGHT_MOST);
  return wrong === undefined ? null : field(`${wrong}级的权重应当在0.01至10之间，请更正。`, `weights.${wrong}`);
}

/** Nobody is picked or left out by hand without a reason. */
function reasonsRefusal({ excludedObjects, excludedOfficers }: DrawParameters): AppError | null {
  if (excludedObjects.some(({ reason }) => reason.trim() === '')) return field('排除检查对象须逐个写明理由。', 'excludedObjects');
  return excludedOfficers.some(({ reason }) => reason.trim() === '') ? field('排除检查人员须逐个写明理由。', 'excludedOfficers') : null;
}

/** What is decided for one draw within its plan. */
export type DrawChoice = Pick<DrawParameters, 'ratioPermille' | 'visitOn' | 'dueOn' | 'districts' | 'categories' | 'creditClasses' | 'officerDistricts' | 'officerChannels' | 'excludedObjects' | 'excludedOfficers'>;

const NARROWED = { districts: '属地', categories: '企业类型', creditClasses: '信用等级', officerDistricts: '人员所在地区', officerChannels: '人员所在渠道' } as const;

/** A draw may narrow the lists its plan was approved for, never widen them. */
export function wideningRefusal(plan: PoolFilter, choice: DrawChoice): AppError | null {
  for (const key of Object.keys(NARROWED) as (keyof typeof NARROWED)[]) {
    const approved: readonly string[] = plan[key];
    if (approved.length > 0 && choice[key].some((value) => !approved.includes(value))) return field(`${NARROWED[key]}超出计划批准的范围，请在计划范围内选择。`, key);
  }
  return null;
}

/** The choice within the plan: what it leaves open is as the plan has it. */
export function narrowed(plan: PoolFilter, choice: DrawChoice): PoolFilter {
  const own = <T>(chosen: readonly T[], approved: readonly T[]): readonly T[] => (chosen.length === 0 ? approved : chosen);
  return {
    objectKind: plan.objectKind, districts: own(choice.districts, plan.districts), categories: own(choice.categories, plan.categories), creditClasses: own(choice.creditClasses, plan.creditClasses),
    officerDistricts: own(choice.officerDistricts, plan.officerDistricts), officerChannels: own(choice.officerChannels, plan.officerChannels),
  };
}
