import type { HttpInput, HttpOutput } from '#shared/contract/http/contract.ts';
import { percentText } from '#shared/domain/draw/parameters.ts';
import type { DrawPlan, PlanState } from '#shared/domain/draw/plan.ts';
import { CREDIT_CLASS_KEYS, DEFAULT_CREDIT_WEIGHTS } from '#shared/domain/draw/pool.ts';
import type { DrawState } from '#shared/domain/draw/steps.ts';
import { CITY, DISTRICTS, type District } from '#shared/domain/organisation/organisation.ts';
import { INSPECTION_RESULTS, TASK_STATES } from '#shared/domain/task/task.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';

export type PlanRow = HttpOutput<'drawPlan'>['row'];
export type PlanForm = HttpInput<'saveDrawPlan'>;
export type Draw = HttpOutput<'draw'>['draw'];
export type Item = HttpOutput<'draw'>['items'][number];
export type Pool = HttpOutput<'drawPool'>;
export type Choice = Omit<HttpInput<'commitDraw'>, 'planId'>;
export type Proposal = HttpOutput<'drawMerges'>['proposals'][number];
export type Publication = HttpOutput<'drawPublications'>['rows'][number];

export const PLAN_TAGS: Readonly<Record<PlanState, 'plain' | 'active' | 'good' | 'near'>> = { draft: 'near', approved: 'active', running: 'active', closed: 'good' };
export const DRAW_TAGS: Readonly<Record<DrawState, 'plain' | 'active' | 'good' | 'near' | 'danger'>> = { committed: 'near', witnessed: 'active', drawn: 'near', dispatched: 'good', abandoned: 'plain' };
export const PUBLICATION_TAGS = { published: 'good', waiting: 'plain', near: 'near', overdue: 'danger' } as const;

/** `第2次` of a draw. */
export function serialText(draw: Pick<Draw, 'serial'>): string {
  return `第${String(draw.serial)}次`;
}

/** `全市` or the names of the districts. */
export function districtsText(districts: readonly District[], own: District): string {
  if (districts.length === 0) return own === CITY ? '全市' : DISTRICTS[own];
  return districts.map((district) => DISTRICTS[district]).join('、');
}

/** `A级0.5、B级1、C级1.5、D级2`. */
export function weightsText(weights: DrawPlan['weights']): string {
  return CREDIT_CLASS_KEYS.map((key) => `${key}级${String(weights[key] / 100)}`).join('、');
}

/** Which part of the lists a plan draws from, in words. */
export function rangeText(plan: DrawPlan): string {
  const parts = [districtsText(plan.districts, plan.district), plan.categories.join('、'), plan.creditClasses.map((key) => `${key}级`).join('、')];
  return parts.filter((part) => part !== '').join('；');
}

export function ratioText(permille: number): string {
  return percentText(permille);
}

/** Where a plan's term lies in its year, in hundredths of the year. */
export function spanOf({ from, to }: Pick<DrawPlan, 'from' | 'to'>): { readonly left: number; readonly width: number } {
  const [start, end] = [shareOf(from), shareOf(to)];
  return { left: start, width: Math.max(1, end - start) };
}

/** How much of its year lies before a day, in hundredths. */
export function shareOf(day: string): number {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return ((month - 1 + (date - 1) / 31) / 12) * 100;
}

/** A new plan of the year for somebody of a district and channel. */
export function newPlan(today: string, district: District, channel: string, office: string): PlanForm {
  const year = Number(today.slice(0, 4));
  return {
    planId: null, rev: 0, year, name: '', targeting: 'open', departments: 'own', partners: [], channel, district, matterCodes: [], ratioPermille: 50, weights: { ...DEFAULT_CREDIT_WEIGHTS },
    from: today, to: `${String(year)}-12-31`, leadOffice: office, objectKind: 'party', districts: [], categories: [], creditClasses: [], officerDistricts: [district], officerChannels: [channel],
  };
}

/** A plan as its form has it. */
export function formOf(plan: DrawPlan): PlanForm {
  const { id, state: _state, history: _history, no: _no, ...content } = plan;
  return {
    ...content, planId: id, partners: [...content.partners], matterCodes: [...content.matterCodes], weights: { ...content.weights }, districts: [...content.districts], categories: [...content.categories],
    creditClasses: [...content.creditClasses], officerDistricts: [...content.officerDistricts], officerChannels: [...content.officerChannels],
  };
}

/** A draw begins with what its plan was approved for, visits from tomorrow within four weeks. */
export function newChoice(plan: DrawPlan, today: string): Choice {
  const earliest = addCalendarDays(today, 1) < plan.from ? plan.from : addCalendarDays(today, 1);
  const visitOn = earliest > plan.to ? plan.to : earliest;
  const dueOn = addCalendarDays(visitOn, 28);
  return { ratioPermille: plan.ratioPermille, visitOn, dueOn: dueOn > plan.to ? plan.to : dueOn, districts: [], categories: [], creditClasses: [], officerDistricts: [], officerChannels: [], excludedObjects: [], excludedOfficers: [] };
}

/** What became of a drawn object, in words. */
export function standingText(item: Item): string {
  if (item.setAside !== null) return '未派发';
  if (item.task === null) return '待派发';
  return item.task.result === null ? TASK_STATES[item.task.state] : INSPECTION_RESULTS[item.task.result];
}
