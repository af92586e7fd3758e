import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import { type CorrectiveOrder, isOpenOrder, type ItemOutcome, type OrderItem, type OrderKind } from '#shared/domain/task/order.ts';
import type { CheckLine, Task } from '#shared/domain/task/task.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { rollForward } from '#shared/domain/time-limit/count.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import { clauseOf, failedLines, standardOf, type VisitFacts } from './prefill/facts.ts';

/** An item as it is being written; unticked ones stay out of the order. */
export interface ItemDraft extends OrderItem {
  readonly taken: boolean;
}

export interface OrderDraft {
  readonly id: string;
  readonly kind: OrderKind;
  readonly items: readonly ItemDraft[];
  /** Empty until chosen. */
  readonly dueOn: string;
  readonly scope: string;
}

/** What putting it right means: the standard of the item, else the item without its question. */
function remedy(facts: Pick<VisitFacts, 'task' | 'matters'>, line: CheckLine): string {
  const standard = standardOf(facts, line.itemId).trim().replace(/[。；;]$/u, '');
  return (standard === '' ? `改正：${line.note.trim().replace(/[。；;]$/u, '') || line.content}` : `整改到位：${standard}`).slice(0, 500);
}

/** The failed items no open order asks for yet, ticked, with what stands in the checklist. */
export function startOrder(facts: Pick<VisitFacts, 'task' | 'matters' | 'violations'>, newId: () => string): OrderDraft {
  const { task } = facts;
  const ordered = new Set(task.orders.filter(isOpenOrder).flatMap((order) => order.items.map((item) => item.checkItemId)));
  const items = failedLines(task).filter((line) => !ordered.has(line.itemId)).map((line): ItemDraft => ({
    id: newId(), text: remedy(facts, line), clause: clauseOf(facts, line).slice(0, 300), violationId: line.violationId, checkItemId: line.itemId, beforeIds: line.evidenceIds, taken: true,
  }));
  return { id: newId(), kind: 'correct', items, dueOn: '', scope: '' };
}

/** A free item, for what the checklist has no line for. */
export function emptyItem(id: string): ItemDraft {
  return { id, text: '', clause: '', violationId: null, checkItemId: null, beforeIds: [], taken: true };
}

export interface DueSuggestion {
  readonly days: number;
  readonly day: string;
}

/** Usual terms from today; one that ends on a rest day goes on to the next working day. */
export function dueSuggestions(today: string, calendar: WorkCalendar | null): readonly DueSuggestion[] {
  return [3, 7, 15, 30].map((days) => {
    const end = addCalendarDays(today, days);
    const rolled = calendar === null ? null : rollForward(calendar, end);
    return { days, day: rolled?.ok === true ? rolled.value : end };
  });
}

/** The command's payload: the ticked items without blanks around their texts. */
export function orderPayload({ id, kind, items, dueOn, scope }: OrderDraft, madeOn: string): CommandPayload<'task.order'> {
  const taken = items.filter((item) => item.taken).map(({ taken: _taken, ...item }) => ({ ...item, text: item.text.trim(), clause: item.clause.trim(), beforeIds: [...item.beforeIds] }));
  return { order: { id, kind, items: taken, madeOn, dueOn, scope: kind === 'stop-work' ? scope.trim() : '' } };
}

export type OrderErrors = Readonly<Partial<Record<'items' | 'dueOn' | 'scope', string>>>;

export function orderErrors(draft: OrderDraft, today: string): OrderErrors {
  const taken = draft.items.filter((item) => item.taken);
  const items = taken.length === 0 ? '请至少选择或者填写一项改正事项' : taken.some((item) => item.text.trim() === '') ? '请写明每一项怎样改正' : '';
  const dueOn = draft.dueOn === '' ? '请选择改正期限' : draft.dueOn <= today ? '改正期限应当晚于今天' : '';
  const scope = draft.kind === 'stop-work' && draft.scope.trim() === '' ? '请写明停工的部位和范围；全部停工的写“全部”' : '';
  return Object.fromEntries(Object.entries({ items, dueOn, scope }).filter(([, message]) => message !== ''));
}

/** One item of a re-check being written. */
export interface FindingDraft {
  readonly itemId: string;
  /** `null` until answered. */
  readonly outcome: ItemOutcome | null;
  readonly note: string;
  readonly afterIds: readonly string[];
}

/** Items put right in an earlier round are proposed as such; the rest is to be answered. */
export function startRound(order: Pick<CorrectiveOrder, 'items' | 'rounds'>): readonly FindingDraft[] {
  const last = order.rounds.at(-1);
  return order.items.map((item) => {
    const before = last?.findings.find((finding) => finding.itemId === item.id);
    const done = before?.outcome === 'done';
    return { itemId: item.id, outcome: done ? 'done' : null, note: '', afterIds: done ? before.afterIds : [] };
  });
}

/** What is still to be filled in, by item. */
export function roundErrors(findings: readonly FindingDraft[]): Readonly<Record<string, string>> {
  return Object.fromEntries(findings.flatMap(({ itemId, outcome, note }) => {
    if (outcome === null) return [[itemId, '请选择复查结果']];
    return outcome !== 'done' && note.trim() === '' ? [[itemId, '未改正或者部分改正的，请写明现场情况']] : [];
  }));
}

export function answered(findings: readonly FindingDraft[]): CommandPayload<'task.recheck'>['findings'] {
  return findings.flatMap(({ itemId, outcome, note, afterIds }) => (outcome === null ? [] : [{ itemId, outcome, note: note.trim(), afterIds: [...afterIds] }]));
}

/** Whether the visit found anything an order could be about. */
export function hasProblems(task: Pick<Task, 'checklist' | 'findings'>): boolean {
  return failedLines(task).length > 0 || task.findings.some((each) => each.trim() !== '');
}
