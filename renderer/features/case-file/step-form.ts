import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import type { NextStep } from '#shared/domain/procedure/next-steps.ts';
import type { StepField } from '#shared/domain/procedure/table.types.ts';

export type StepValues = Readonly<Record<string, unknown>>;

/** What stands in the fields of a step before anyone typed: the officers already assigned, nothing ticked. */
export function startStep(fields: readonly StepField[], defaults: { readonly officerIds: readonly string[]; readonly today: string }): StepValues {
  return Object.fromEntries(fields.map((field) => [field.key, startValue(field, defaults)]));
}

function startValue(field: StepField, defaults: { readonly officerIds: readonly string[]; readonly today: string }): unknown {
  switch (field.kind) {
    case 'officers': return defaults.officerIds;
    case 'date': return field.required ? defaults.today : '';
    case 'checklist': case 'answers': return {};
    case 'confirm': return false;
    case 'days': return null;
    case 'names': return [];
    default: return '';
  }
}

/** Errors by field key (`opinion` for the opinion); the rules check again when the step is taken. */
export function stepErrors(step: Pick<NextStep, 'fields' | 'opinion'>, values: StepValues, opinion: string): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  if (step.opinion === 'required' && opinion.trim() === '') errors['opinion'] = '请填写意见';
  for (const field of step.fields) {
    const error = fieldError(field, values[field.key]);
    if (error !== '') errors[field.key] = error;
  }
  return errors;
}

function fieldError(field: StepField, value: unknown): string {
  if (field.kind === 'officers') return Array.isArray(value) && value.length >= 2 ? '' : '请选择至少两名执法人员';
  if (field.kind === 'days') return daysError(field, value);
  if (!field.required) return '';
  switch (field.kind) {
    case 'checklist': return allOf(field, value, (ticked) => ticked === true) ? '' : '请逐项核对并勾选';
    case 'answers': return allOf(field, value, (answer) => typeof answer === 'boolean') ? '' : '请逐项作出结论';
    case 'confirm': return value === true ? '' : '请确认';
    case 'names': return Array.isArray(value) && value.some((name) => String(name).trim() !== '') ? '' : '请逐一填写姓名';
    case 'evidence': return value === '' ? '请选择证据；没有的先在「证据」中登记' : '';
    default: return typeof value === 'string' && value.trim() !== '' ? '' : '请填写';
  }
}

function daysError(field: StepField, value: unknown): string {
  if (typeof value !== 'number') return field.required ? '请填写天数' : '';
  const [min, max] = [field.min ?? 1, field.max ?? 999];
  return Number.isInteger(value) && value >= min && value <= max ? '' : `请填写 ${min} 至 ${max} 的整数`;
}

function allOf(field: StepField, value: unknown, test: (entry: unknown) => boolean): boolean {
  const entries = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  return Object.keys(field.choices ?? {}).every((key) => test(entries[key]));
}

/** `data` of `case.advance`: filled fields only. */
export function stepData(fields: readonly StepField[], values: StepValues): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.key, tidy(field, values[field.key])] as const).filter(([, value]) => value !== undefined));
}

function tidy(field: StepField, value: unknown): unknown {
  if (field.kind === 'names') return Array.isArray(value) ? value.map((name) => String(name).trim()).filter((name) => name !== '') : [];
  if (field.kind === 'confirm') return value === true ? true : undefined;
  if (value === '' || value === null) return undefined;
  return typeof value === 'string' ? value.trim() : value;
}

/** Steps that cannot be taken back, with what follows from them. */
const CONSEQUENCES: Partial<Readonly<Record<CaseEvent, string>>> = {
  'reject-clue': '案件到此结束，不再办理。',
  'refuse-filing': '案件到此结束，不再办理。',
  'approve-filing': '案件正式立案：由服务器给出案号，九十日的办案期限自今日次日起算。',
  'approve-notice': '批准后处罚内容不能再改，可以签发行政处罚意见告知书。',
  'waive-defence': '登记后，陈述、申辩期提前结束。',
  'close-defence': '结束陈述、申辩期，案件送法制审核。',
  'approve-decision': '批准后处罚内容即为最后决定，可以签发行政处罚决定书。',
  'approve-closing': '案件办结，此后只能查阅，不能再修改。',
  renotify: '原告知作废，须重新审批、重新告知，陈述、申辩期重新起算。',
  'return-review-investigation': '案件退回调查取证，原告知作废，须重新告知。',
  'return-review-notice': '案件退回告知审批，原告知作废，须重新告知。',
};

export function consequenceOf(event: CaseEvent): string {
  return CONSEQUENCES[event] ?? '';
}
