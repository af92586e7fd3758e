import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { MEASURE_OUTCOMES, type Measure } from '#shared/domain/case-file/side-lines.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { daysBetween, workingDaysBetween } from '#shared/domain/time-limit/count.ts';
import { measureTerm } from '#shared/domain/time-limit/term.ts';
import type { DeadlineLevel } from '#renderer/ui/deadline.ts';

export interface MeasureDue {
  readonly dueOn: string;
  readonly level: DeadlineLevel;
  readonly remaining: number;
  readonly unit: '工作日' | '自然日';
}

/** Days left of a measure that runs; `null` where none runs or the calendar does not reach that far. */
export function measureDue(measure: Measure, file: Pick<CaseFile, 'exclusions'>, calendar: WorkCalendar, today: string): MeasureDue | null {
  if (measure.startedOn === null || measure.settledOn !== null) return null;
  const term = measureTerm(measure, file.exclusions, calendar, today);
  if (term?.ok !== true) return null;
  const { dueOn } = term.value;
  const days = measure.kind === 'preservation' ? workingDaysBetween(calendar, today, dueOn) : null;
  const remaining = days?.ok === true ? days.value : daysBetween(today, dueOn);
  return { dueOn, remaining, level: today > dueOn ? 'overdue' : remaining <= 3 ? 'near' : 'running', unit: days?.ok === true ? '工作日' : '自然日' };
}

export function measureState(measure: Measure): string {
  if (measure.settledOn !== null) return `${measure.settledOn} ${measure.outcome === null ? '已处理' : MEASURE_OUTCOMES[measure.outcome]}`;
  if (measure.startedOn !== null) return measure.approvedOn === null ? '已实施，待补办批准' : '实施中';
  return measure.approvedOn === null ? '待批准' : '已批准，待送达';
}
