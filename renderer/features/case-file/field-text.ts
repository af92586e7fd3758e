import { yuanOf } from '#renderer/ui/format.ts';

export type CaseFieldKind = 'text' | 'long' | 'date' | 'money' | 'choice' | 'number';

/** A value as it is read, and as it stands in a conflict. Empty values say so. */
export function fieldText(kind: CaseFieldKind, value: unknown, choices: Readonly<Record<string, string>>): string {
  if (value === null || value === undefined || value === '') return '未填写';
  if (kind === 'money') return typeof value === 'number' ? `${yuanOf(value)} 元` : '未填写';
  if (kind === 'choice') return choices[String(value)] ?? String(value);
  if (Array.isArray(value)) return value.length === 0 ? '未填写' : value.map((item) => choices[String(item)] ?? String(item)).join('；');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
