import type { RuleContext } from '../../case-file/apply.types.ts';
import type { CaseFile } from '../../case-file/case-file.ts';

/** What a step brings; already checked against its fields. */
export interface StepInput {
  readonly file: CaseFile;
  readonly context: RuleContext;
  readonly data: Readonly<Record<string, unknown>>;
  readonly opinion: string;
}

/** Members of a case to be written; `undefined` takes an optional one away. */
export type Changes = { readonly [K in keyof CaseFile]?: CaseFile[K] | undefined };

export type Effect = (input: StepInput) => Changes;

export function text(input: StepInput, key: string): string {
  const value = input.data[key];
  return typeof value === 'string' ? value : '';
}

/** The text, or `null` where the field was left empty. */
export function textOrNull(input: StepInput, key: string): string | null {
  return text(input, key) || null;
}

export function texts(input: StepInput, key: string): string[] {
  const value = input.data[key];
  return Array.isArray(value) ? value.map(String) : [];
}

export function ticked(input: StepInput, key: string): boolean {
  return input.data[key] === true;
}

/** Sets members and takes those away that are `undefined`. */
export function withChanges(file: CaseFile, changes: Changes): CaseFile {
  const members = Object.entries({ ...file, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(members) as unknown as CaseFile;
}

/** An id that is the same on desktop and server: the case's how-manieth of its kind. */
export function serialId(prefix: string, existing: readonly { readonly id: string }[]): string {
  return `${prefix}-${String(existing.length + 1).padStart(2, '0')}`;
}
