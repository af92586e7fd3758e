import type { AppError } from '#shared/contract/result.ts';
import type { MeasureItem } from '#shared/domain/case-file/side-lines.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import type { NextStep } from '#shared/domain/procedure/next-steps.ts';
import type { StepField } from '#shared/domain/procedure/table.types.ts';

export type StepValues = Readonly<Record<string, unknown>>;

/** A row of a plan while it is typed. */
export interface PlanRow {
  readonly dueOn: string;
  readonly amountFen: number | null;
}

export interface StepDefaults {
  /** 承办人, 协办人 of the case. */
  readonly officerIds: readonly string[];
  /** The officer who takes the step. */
  readonly actorId?: string;
  readonly today: string;
}

export const EMPTY_ITEM: MeasureItem = { name: '', spec: '', quantity: '', condition: '' };
const EMPTY_ROW: PlanRow = { dueOn: '', amountFen: null };

/** Steps whose officers are those of the case from then on: 承办人 first, and at least two. The others ask for any number of people. */
const NAMES_CASE_OFFICERS: ReadonlySet<CaseEvent> = new Set<CaseEvent>(['assign', 'summary-penalty']);

export function namesCaseOfficers(event: CaseEvent): boolean {
  return NAMES_CASE_OFFICERS.has(event);
}

/** What stands in the fields of a step before anyone typed: the officers already assigned, nothing ticked. */
export function startStep(step: Pick<NextStep, 'event' | 'fields'>, defaults: StepDefaults): StepValues {
  return Object.fromEntries(step.fields.map((field) => [field.key, startValue(step.event, field, defaults)]));
}

function startValue(event: CaseEvent, field: StepField, { officerIds, actorId, today }: StepDefaults): unknown {
  switch (field.kind) {
    case 'officers': return event === 'summary-penalty' && actorId !== undefined ? [actorId] : event === 'request-countersign' ? [] : officerIds;
    case 'date': return field.required ? today : '';
    case 'checklist': case 'answers': return {};
    case 'confirm': return false;
    case 'days': case 'count': case 'money': return null;
    case 'names': return [];
    case 'plan': return [EMPTY_ROW];
    case 'items': return [EMPTY_ITEM];
    default: return '';
  }
}

/** Errors by field key (`opinion` for the opinion); the rules check again when the step is taken. */
export function stepErrors(step: Pick<NextStep, 'event' | 'fields' | 'opinion'>, values: StepValues, opinion: string): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  if (step.opinion === 'required' && opinion.trim() === '') errors['opinion'] = '请填写意见';
  for (const field of step.fields) {
    const error = fieldError(step.event, field, values[field.key]);
    if (error !== '') errors[field.key] = error;
  }
  return errors;
}

function fieldError(event: CaseEvent, field: StepField, value: unknown): string {
  if (field.kind === 'officers') return officersError(event, value);
  if (field.kind === 'days') return countError(field, value, '请填写天数');
  if (field.kind === 'count') return countError(field, value, '请填写数目');
  if (!field.required) return '';
  switch (field.kind) {
    case 'checklist': return allOf(field, value, (ticked) => ticked === true) ? '' : '请逐项核对并勾选';
    case 'answers': return allOf(field, value, (answer) => typeof answer === 'boolean') ? '' : '请逐项作出结论';
    case 'confirm': return value === true ? '' : '请确认';
    case 'names': return Array.isArray(value) && value.some((name) => String(name).trim() !== '') ? '' : '请逐一填写，每行一个';
    case 'evidence': return value === '' ? '请选择证据；没有的先在「证据」中登记' : '';
    case 'plan': return planError(rowsOf(value));
    case 'items': return itemsError(itemsOf(value));
    case 'money': return typeof value === 'number' ? '' : '请填写金额';
    case 'choice': case 'officer': case 'measure': case 'remedy': return value === '' ? '请选择' : '';
    case 'minute': return typeof value === 'string' && value !== '' ? '' : '请填写日期和时间';
    default: return typeof value === 'string' && value.trim() !== '' ? '' : '请填写';
  }
}

function officersError(event: CaseEvent, value: unknown): string {
  const count = Array.isArray(value) ? value.length : 0;
  if (event === 'request-countersign') return count > 0 ? '' : '请选择会签人员';
  return count >= 2 ? '' : '请选择至少两名执法人员';
}

function countError(field: StepField, value: unknown, ask: string): string {
  if (typeof value !== 'number') return field.required ? ask : '';
  const [min, max] = [field.min ?? 1, field.max ?? 999];
  return Number.isInteger(value) && value >= min && value <= max ? '' : `请填写 ${min} 至 ${max} 的整数`;
}

function planError(rows: readonly PlanRow[]): string {
  if (rows.length === 0) return '请至少填写一期';
  const wrong = rows.findIndex((row) => row.dueOn === '' || row.amountFen === null || row.amountFen <= 0);
  return wrong === -1 ? '' : `请填写第 ${wrong + 1} 期的日期和金额`;
}

function itemsError(items: readonly MeasureItem[]): string {
  const written = items.filter((item) => !isBlank(item));
  if (written.length === 0) return '请至少填写一件物品';
  return written.some((item) => item.name.trim() === '') ? '每件物品都要写明名称' : '';
}

function allOf(field: StepField, value: unknown, test: (entry: unknown) => boolean): boolean {
  const entries = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  return Object.keys(field.choices ?? {}).every((key) => test(entries[key]));
}

export function rowsOf(value: unknown): readonly PlanRow[] {
  return Array.isArray(value) ? (value as readonly PlanRow[]) : [];
}
export function itemsOf(value: unknown): readonly MeasureItem[] {
  return Array.isArray(value) ? (value as readonly MeasureItem[]) : [];
}
function isBlank(item: MeasureItem): boolean {
  return Object.values(item).every((text: string) => text.trim() === '');
}

/** `data` of `case.advance`: filled fields only. */
export function stepData(fields: readonly StepField[], values: StepValues): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.key, tidy(field, values[field.key])] as const).filter(([, value]) => value !== undefined));
}

function tidy(field: StepField, value: unknown): unknown {
  if (field.kind === 'names') return Array.isArray(value) ? value.map((name) => String(name).trim()).filter((name) => name !== '') : [];
  if (field.kind === 'items') return itemsOf(value).filter((item) => !isBlank(item));
  if (field.kind === 'plan') return rowsOf(value).map(({ dueOn, amountFen }) => ({ dueOn, amountFen }));
  if (field.kind === 'confirm') return value === true ? true : undefined;
  if (value === '' || value === null) return undefined;
  return typeof value === 'string' ? value.trim() : value;
}

/** The field of the step a refusal speaks of, e.g. `plan` of `plan.1.dueOn`; empty where it speaks of the case. */
export function refusedField(step: Pick<NextStep, 'fields'>, error: AppError | null): string {
  const path = error?.details?.['path'];
  if (typeof path !== 'string') return '';
  const key = path.split('.')[0] ?? '';
  return key === 'opinion' || step.fields.some((field) => field.key === key) ? key : '';
}
