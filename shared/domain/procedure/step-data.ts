import type { AppError } from '../../contract/result.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { isDate, isMinute } from '../time-limit/days.ts';
import type { StepField, StepFieldKind, Transition } from './table.types.ts';

type Check = (value: unknown, field: StepField, file: CaseFile) => boolean;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 4000;
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.length <= 30 && value.every((item) => isText(item) && item.trim() !== '');

function hasKeys(value: unknown, field: StepField, fits: (answer: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(field.choices ?? {}).every((key) => fits((value as Record<string, unknown>)[key]));
}

function isRows(value: unknown, fits: (row: Readonly<Record<string, unknown>>) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.length <= 200 && value.every((row) => typeof row === 'object' && row !== null && fits(row as Readonly<Record<string, unknown>>));
}

function isCount(value: unknown, field: StepField, max: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= (field.min ?? 1) && Number(value) <= (field.max ?? max);
}

const isInstalment = (row: Readonly<Record<string, unknown>>): boolean => isText(row['dueOn']) && isDate(row['dueOn']) && Number.isSafeInteger(row['amountFen']) && Number(row['amountFen']) > 0;
const isItem = (row: Readonly<Record<string, unknown>>): boolean => ['name', 'spec', 'quantity', 'condition'].every((key) => isText(row[key])) && String(row['name']).trim() !== '';

/** Whether a value is a complete answer to its field. */
const CHECKS: Readonly<Record<StepFieldKind, Check>> = {
  text: (value) => isText(value) && value.trim() !== '',
  'long-text': (value) => isText(value) && value.trim() !== '',
  date: (value) => isText(value) && isDate(value),
  officers: (value) => isTexts(value) && value.length > 0,
  evidence: (value) => isText(value) && value !== '',
  choice: (value, field) => isText(value) && Object.hasOwn(field.choices ?? {}, value),
  confirm: (value) => value === true,
  checklist: (value, field) => hasKeys(value, field, (answer) => answer === true),
  answers: (value, field) => hasKeys(value, field, (answer) => typeof answer === 'boolean'),
  days: (value, field) => isCount(value, field, 999),
  count: (value, field) => isCount(value, field, 999_999),
  money: (value, field) => isCount(value, field, 100_000_000_000_000),
  minute: (value) => isText(value) && isMinute(value),
  officer: (value) => isText(value) && value !== '',
  plan: (value) => isRows(value, isInstalment),
  items: (value) => isRows(value, isItem),
  measure: (value, _field, file) => (file.measures ?? []).some((measure) => measure.id === value && measure.settledOn === null),
  remedy: (value, _field, file) => (file.remedies ?? []).some((remedy) => remedy.id === value && remedy.endedOn === null),
  names: (value) => isTexts(value) && value.length > 0,
};

const ASKS: Readonly<Record<StepFieldKind, string>> = {
  text: '请填写', 'long-text': '请填写', date: '请选择日期', officers: '请选择人员', evidence: '请选择证据', choice: '请选择',
  confirm: '请确认并勾选', checklist: '请逐项核对并勾选', answers: '请逐项回答', days: '请填写允许范围内的天数', names: '请逐一填写',
  count: '请填写允许范围内的整数', money: '请填写金额，精确到分', minute: '请填写日期和时间', officer: '请选择人员', plan: '请逐期填写日期和金额', items: '请逐项填写名称、规格、数量和状况',
  measure: '请选择尚未处理的登记保存、查封或者扣押', remedy: '请选择尚未终结的行政复议、行政诉讼',
};

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

function checkField(field: StepField, value: unknown, file: CaseFile): AppError | null {
  if (!field.required && isEmpty(value)) return null;
  if (CHECKS[field.kind](value, field, file)) return null;
  // Filing without its three conditions is what the law refuses, not a mere blank.
  const code = field.key === 'conditions' ? 'FILING_CONDITIONS_UNMET' : field.key === 'noRecusal' ? 'OFFICER_RECUSED' : field.key === 'recordsSigned' ? 'RECORD_UNSIGNED' : 'FIELD_INVALID';
  return { code, message: `“${field.label}”未完成，${ASKS[field.kind]}。`, details: { path: field.key } };
}

/** Whether a step's data answers its fields, and its opinion says something where it must. `null` when complete. */
export function checkStepData(transition: Transition, data: Readonly<Record<string, unknown>>, opinion: string, file: CaseFile): AppError | null {
  const wrong = transition.fields.map((field) => checkField(field, data[field.key], file)).find((refusal) => refusal !== null);
  if (wrong !== undefined) return wrong;
  if (transition.opinion !== 'required' || opinion.trim() !== '') return null;
  return { code: 'FIELD_INVALID', message: '请填写意见，写明理由。', details: { path: 'opinion' } };
}
