import type { AppError } from '#shared/contract/result.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { deadlines, type Deadline, type DeadlineContext } from '#shared/domain/time-limit/deadlines.ts';

export interface DueList {
  /** Open terms first, the nearest on top; met ones last. */
  readonly items: readonly Deadline[];
  /** A term that could not be counted, e.g. beyond the maintained calendar. */
  readonly error: AppError | null;
}

/** 「先行登记保存处理：先行登记保存」 says the same twice. */
export function dueLabel(label: string): string {
  const [what, about] = label.split('：');
  return what !== undefined && about !== undefined && what.includes(about) ? what : label;
}

const ORDER: Readonly<Record<Deadline['state'], number>> = { overdue: 0, near: 1, running: 1, met: 2 };

export function sortedDeadlines(file: CaseFile, context: DeadlineContext): DueList {
  const result = deadlines(file, context);
  const items = result.ok ? result.value : countable(result.error);
  const sorted = [...items].sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.dueOn.localeCompare(b.dueOn));
  return { items: sorted, error: result.ok ? null : result.error };
}

/** What could be counted although something else could not. */
function countable(error: AppError): readonly Deadline[] {
  const found = error.details?.['countable'];
  return Array.isArray(found) ? (found as readonly Deadline[]) : [];
}
