import type { CheckLine } from '../task/task.ts';
import type { Matter } from './matter.ts';

/** The checklist of a visit under these matters, in their order; nothing looked at yet. An item two matters share stands once. */
export function checklistOf(matters: readonly Matter[]): CheckLine[] {
  const lines = matters.flatMap((matter) => matter.subs.flatMap((sub) => sub.items.map((item): CheckLine => ({
    itemId: item.id, matterCode: matter.code, content: item.content, method: item.method, clause: item.clause, violationId: item.violationId,
    result: 'unchecked', note: '', evidenceIds: [],
  }))));
  return [...new Map(lines.map((line) => [line.itemId, line])).values()];
}
