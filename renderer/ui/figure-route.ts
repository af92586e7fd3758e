import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router';
import { GROUP_KEYS } from '#shared/domain/statistics/groups.ts';
import { MEASURE_KEYS, type MeasureKey } from '#shared/domain/statistics/measures.ts';
import type { Period } from '#shared/domain/statistics/period.ts';
import type { At, Filter } from '#shared/domain/statistics/report.ts';
import { DISTRICT_KEYS } from '#shared/domain/organisation/organisation.ts';

/** A figure whose list is to be shown. */
export interface FigureView {
  readonly measure: MeasureKey;
  readonly period: Period;
  readonly filter: Filter;
  readonly at: readonly At[];
}

/** Address of the list behind a figure: back, forward and reopening work. */
export function figureRoute({ measure, period, filter, at }: FigureView): RouteLocationRaw {
  return { name: 'statistics-rows', query: { measure, ...period, ...filter, ...Object.fromEntries(at.map(({ group, key }, index) => [`at${String(index + 1)}`, `${group}:${key}`])) } };
}

/** Reads the address; `null` where it names no figure. */
export function figureView(query: LocationQueryRaw): FigureView | null {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  const measure = MEASURE_KEYS.find((key) => key === text('measure'));
  const [from, to] = [text('from'), text('to')];
  if (measure === undefined || from === '' || to === '') return null;
  const district = DISTRICT_KEYS.find((key) => key === text('district'));
  const filter: Filter = {
    ...(district !== undefined && { district }), ...(text('channel') !== '' && { channel: text('channel') }), ...(text('matter') !== '' && { matter: text('matter') }),
    ...(text('source') !== '' && { source: text('source') }), ...(text('officer') !== '' && { officer: text('officer') }),
  };
  return { measure, period: { from, to }, filter, at: [text('at1'), text('at2')].flatMap(atOf) };
}

function atOf(text: string): readonly At[] {
  const split = text.indexOf(':');
  const group = GROUP_KEYS.find((key) => key === text.slice(0, split));
  return group === undefined ? [] : [{ group, key: text.slice(split + 1) }];
}
