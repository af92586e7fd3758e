import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { LocationQueryRaw } from 'vue-router';
import { DISTRICT_KEYS } from '#shared/domain/organisation/organisation.ts';
import { namedPeriod, type Period, PERIOD_KEYS, type PeriodKey } from '#shared/domain/statistics/period.ts';
import type { Filter, ReportDesign } from '#shared/domain/statistics/report.ts';

/** What the overview shows; lives in the address. */
export interface OverviewView {
  readonly period: PeriodKey;
  readonly custom: Period | null;
  readonly filter: Filter;
}

export function overviewView(query: LocationQueryRaw): OverviewView {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  const district = DISTRICT_KEYS.find((key) => key === text('district'));
  const named = PERIOD_KEYS.find((key) => key === text('period')) ?? 'year';
  const custom = text('from') !== '' && text('to') !== '' ? { from: text('from'), to: text('to') } : null;
  const period = named === 'custom' && custom === null ? 'year' : named;
  return { period, custom: period === 'custom' ? custom : null, filter: { ...(district !== undefined && { district }), ...(text('channel') !== '' && { channel: text('channel') }) } };
}

export function overviewQuery({ period, custom, filter }: OverviewView): LocationQueryRaw {
  return { ...(period !== 'year' && { period }), ...(period === 'custom' && custom !== null && { ...custom }), ...filter };
}

export function daysOf({ period, custom }: Pick<OverviewView, 'period' | 'custom'>, today: string): Period {
  return period === 'custom' ? custom ?? namedPeriod('year', today) : namedPeriod(period, today);
}

/** The report on the table, so that coming back from a list finds it as it was left. */
export const useReportMemory = defineStore('statistics-report-memory', () => {
  const officerId = shallowRef<string | null>(null);
  const kept = shallowRef<{ readonly design: ReportDesign; readonly savedId: string | null } | null>(null);

  function recall(officer: string | null) {
    return officerId.value === officer ? kept.value : null;
  }
  function keep(officer: string | null, design: ReportDesign, savedId: string | null): void {
    officerId.value = officer;
    kept.value = { design, savedId };
  }
  return { recall, keep };
});
