import type { FieldDefinition } from '#shared/domain/document/definition.ts';
import { yuanOf } from '#renderer/ui/format.ts';

export interface DialogueItem {
  readonly question: string;
  readonly answer: string;
}

/** A value as one line of text: the placeholder of what the case fills in, and the two sides of a conflict. */
export function valueText(kind: FieldDefinition['kind'], value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (kind === 'money') return typeof value === 'number' ? `${yuanOf(value)} 元` : '';
  if (kind === 'minute') return typeof value === 'string' ? value.replace('T', ' ') : '';
  if (kind === 'dialogue') return dialogueOf(value).map((item) => `问：${item.question} 答：${item.answer}`).join(' ');
  if (kind === 'checklist') return checkedItems(value).join('；');
  if (Array.isArray(value)) return linesOf(value).join('；');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function linesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : value.split('\n');
  return Array.isArray(value) ? value.filter((line) => typeof line === 'string') : [];
}

export function dialogueOf(value: unknown): readonly DialogueItem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((item) => ({ question: textOf(item['question']), answer: textOf(item['answer']) }));
}

/** Ticked items; a checklist is stored as the list of its ticked items. */
export function checkedItems(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  if (!isRecord(value)) return [];
  return Object.entries(value).filter(([, ticked]) => ticked === true).map(([item]) => item);
}

export function isEmptyValue(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
