import type { AppError } from '../../../contract/result.ts';
import type { RuleContext } from '../../case-file/apply.types.ts';
import type { CaseFile } from '../../case-file/case-file.ts';
import type { Officer } from '../../officer/officer.ts';
import { lawOf } from '../../violation/versions.ts';
import type { Violation } from '../../violation/violation.ts';

export interface GuardInput {
  readonly file: CaseFile;
  readonly context: RuleContext;
  /** What the step brings, checked against its fields; `null` while a screen asks whether the step is open at all. */
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** A named rule of the procedure: `null` when it is satisfied, else the refusal. */
export type Guard = (input: GuardInput) => AppError | null;

/** The first refusal of several rules. */
export function firstRefusal(guards: readonly Guard[], input: GuardInput): AppError | null {
  for (const guard of guards) {
    const refusal = guard(input);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** The violation as the law that applies to the act has it. */
export function violationOf({ file, context }: Pick<GuardInput, 'file' | 'context'>): Violation | null {
  return lawOf(context, file)?.violation ?? null;
}

export function officersOf(input: Pick<GuardInput, 'context'>, ids: readonly string[]): (Officer | undefined)[] {
  return ids.map((id) => input.context.officers.get(id));
}

export function textOf(data: GuardInput['data'], key: string): string {
  const value = data?.[key];
  return typeof value === 'string' ? value : '';
}
