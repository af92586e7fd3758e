import type { AppError } from '../../contract/result.ts';
import { isDate, isMinute } from '../time-limit/days.ts';
import type { DocumentDefinition, FieldDefinition } from './definition.ts';
import { DOCUMENT_NAMES, type DocumentValues } from './document-file.ts';

/** Longest entries, in characters; lists in items. */
const LONGEST = { text: 500, 'long-text': 20_000, line: 2000, items: 200 } as const;
const LARGEST_FEN = 100_000_000_000_000;

type Check = (value: unknown, field: FieldDefinition) => boolean;

const isText = (value: unknown, longest: number): value is string => typeof value === 'string' && value.length <= longest;
const isLines = (value: unknown): value is readonly string[] => Array.isArray(value) && value.length <= LONGEST.items && value.every((item) => isText(item, LONGEST.line));

function isExchange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([key, words]) => (key === 'question' || key === 'answer') && isText(words, LONGEST.line));
}

/** Shapes of a draft: an empty entry is always allowed, it counts as not typed. */
const CHECKS: Readonly<Record<FieldDefinition['kind'], Check>> = {
  text: (value) => isText(value, LONGEST.text),
  'long-text': (value) => isText(value, LONGEST['long-text']),
  date: (value) => isText(value, 10) && isDate(value),
  minute: (value) => isText(value, 16) && isMinute(value),
  money: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST_FEN,
  choice: (value, field) => isText(value, LONGEST.text) && (field.choices ?? []).includes(value),
  lines: isLines,
  dialogue: (value) => Array.isArray(value) && value.length <= LONGEST.items && value.every(isExchange),
  checklist: (value, field) => isLines(value) && value.every((item) => (field.choices ?? []).includes(item)),
};

/** Whether a value may be typed into a document: a field of its kind, well-formed and not too long. `null` when it may. */
export function typedValueRefusal(definition: DocumentDefinition, key: string, value: unknown): AppError | null {
  const field = definition.fields.find((each) => each.key === key);
  if (field === undefined) return { code: 'FIELD_NOT_EDITABLE', message: `《${DOCUMENT_NAMES[definition.code]}》没有可以填写的“${key}”。`, details: { path: key } };
  if (value === null || value === undefined || value === '' || CHECKS[field.kind](value, field)) return null;
  return { code: 'FIELD_INVALID', message: `“${field.label}”的内容格式不正确或者过长，请核对后重新填写。`, details: { path: key, label: field.label } };
}

export function typedValuesRefusal(definition: DocumentDefinition, values: DocumentValues): AppError | null {
  return Object.entries(values).map(([key, value]) => typedValueRefusal(definition, key, value)).find((refusal) => refusal !== null) ?? null;
}
