import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { documentRules } from '#shared/domain/document/data.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import type { NumberRequest } from '#shared/domain/document/number-series.ts';
import type { Matter } from '#shared/domain/matter/matter.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { Settings } from '#shared/domain/setting/settings.ts';
import type { Task } from '#shared/domain/task/task.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import { briefCase } from './cases/brief-case.ts';
import { fullCase } from './cases/full-case.ts';
import { createStaffTable, outlineFor, poolOn, punishable } from './cases/outline.ts';
import { planCases, type Plan } from './cases/plan.ts';
import type { Numbering } from './cases/walk.ts';
import { createRandom } from './random.ts';
import { makeRegisters, type Registers } from './registers.ts';
import { makeTasks, taskCount } from './tasks.ts';
import { createWorkDays } from './work-days.ts';

export interface GeneratorOptions {
  readonly cases: number;
  readonly seedNumber: number;
  /** `YYYY-MM-DD`; no history reaches beyond it. */
  readonly today: string;
  readonly officers: readonly Officer[];
  readonly violations: readonly Violation[];
  readonly matters: readonly Matter[];
  readonly calendar: WorkCalendar;
  readonly settings: Settings;
  /** Share of cases under way; the others are closed or not filed. */
  readonly openShare?: number;
  /** Share of the closed cases that carry documents. */
  readonly documentShare?: number;
}

export interface GeneratedCase {
  readonly file: CaseFile;
  readonly documents: readonly DocumentFile[];
}

export interface Generated {
  readonly registers: Registers;
  /** Lazily, oldest first. */
  readonly cases: Iterable<GeneratedCase>;
  /** Lazily; to be taken after the cases. */
  readonly tasks: Iterable<Task>;
  /** Last number given of each series and year; complete once all cases and tasks were taken. */
  readonly counters: () => readonly { readonly series: string; readonly year: number; readonly last: number }[];
}

/** A small office has most of its cases under way, a large archive few. */
const SMALL = 2000;

/** Fictional projects, parties and cases: the same for the same options, on every machine. */
export function generate(options: GeneratorOptions): Generated {
  const days = createWorkDays(options.calendar);
  const registers = makeRegisters(createRandom(options.seedNumber), options.cases);
  const { numbering, counters } = createCounters();
  const plans = planCases(createRandom, {
    cases: options.cases, seedNumber: options.seedNumber, today: days.indexOf(options.today),
    openShare: options.openShare ?? (options.cases <= SMALL ? 0.5 : 0.06), documentShare: options.documentShare ?? (options.cases <= SMALL ? 0.6 : 0.05),
  });
  const pool = { officers: options.officers, violations: punishable(options.violations), ...registers };
  const staff = createStaffTable(options.officers, options.today);
  const context = {
    officers: new Map(options.officers.map((officer) => [officer.id, officer])), violations: new Map(options.violations.map((violation) => [violation.id, violation])),
    calendar: options.calendar, settings: options.settings, documents: documentRules,
  };
  const make = (plan: Plan): GeneratedCase => {
    const random = createRandom(plan.seed ^ 0x5eed);
    const outline = outlineFor(plan.line, random, poolOn(pool, days.dateAt(plan.start)), staff, options.settings);
    if (!plan.full) return { file: { ...briefCase(outline, plan, days, random, numbering), rev: 1 }, documents: [] };
    const { file, documents } = fullCase(outline, plan, days, { random, context, numbering });
    return { file: { ...file, rev: 1 }, documents: [...documents.values()].map((document) => ({ ...document, rev: 1 })) };
  };
  const tasks = makeTasks({
    random: createRandom(options.seedNumber ^ 0x7a5c), registers, matters: options.matters, staff, days, today: days.dateAt(days.indexOf(options.today)),
    walk: { context: { ...context, matters: new Map(options.matters.map((matter) => [matter.code, matter])) }, numbering },
  }, taskCount(options.cases));
  return { registers, cases: each(plans, make), tasks, counters };
}

function* each<T, U>(values: Iterable<T>, make: (value: T) => U): Generator<U> {
  for (const value of values) yield make(value);
}

function createCounters(): { readonly numbering: Numbering; readonly counters: Generated['counters'] } {
  const last = new Map<string, { readonly series: string; readonly year: number; last: number }>();
  return {
    numbering: ({ series, year }: NumberRequest) => {
      const key = `${series} ${String(year)}`;
      const counter = last.get(key) ?? { series, year, last: 0 };
      counter.last += 1;
      last.set(key, counter);
      return counter.last;
    },
    counters: () => [...last.values()],
  };
}
