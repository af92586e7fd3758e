import { type CorrectiveOrder, ITEM_OUTCOMES, ORDER_KINDS } from '#shared/domain/task/order.ts';
import { orderPaper } from '#shared/domain/task/papers.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { DOCUMENT_NAMES } from '#shared/domain/document/document-file.ts';
import { paperOf } from './papers.ts';

export interface OrderEvent {
  readonly key: string;
  readonly on: string;
  readonly title: string;
  readonly text: string;
  readonly kind: 'plain' | 'good' | 'near';
}

function counts(order: CorrectiveOrder, round: CorrectiveOrder['rounds'][number]): string {
  const outcomes = (['done', 'partly', 'open'] as const).map((key) => [key, round.findings.filter((finding) => finding.outcome === key).length] as const);
  return outcomes.filter(([, count]) => count > 0).map(([key, count]) => `${ITEM_OUTCOMES[key]} ${count} 项`).join('，') || `${order.items.length} 项`;
}

/** What happened to an order, oldest first. */
export function orderEvents(task: Task, order: CorrectiveOrder): readonly OrderEvent[] {
  const paper = paperOf(task, orderPaper(order), order.id);
  const service = task.services.find((each) => each.documentId === paper?.id);
  const events: OrderEvent[] = [{ key: 'made', on: order.madeOn, title: ORDER_KINDS[order.kind], text: `${order.items.length} 项`, kind: 'plain' }];
  if (paper?.issuedAt) events.push({ key: 'paper', on: shanghaiDay(paper.issuedAt), title: `签发${DOCUMENT_NAMES[paper.code]}`, text: paper.docNo ?? '', kind: 'plain' });
  if (service !== undefined) events.push({ key: 'service', on: service.servedAt.slice(0, 10), title: '送达', text: service.recipient, kind: 'plain' });
  for (const [index, each] of order.extensions.entries()) events.push({ key: `extension-${index}`, on: shanghaiDay(each.at), title: `延期至 ${each.to}`, text: `${each.officerName}批准：${each.reason}`, kind: 'plain' });
  for (const round of order.rounds) events.push({ key: `round-${round.no}`, on: round.on, title: `第 ${round.no} 次复查`, text: counts(order, round), kind: round.passed ? 'good' : 'near' });
  if (order.lifted !== null) events.push({ key: 'lifted', on: order.lifted.on, title: '批准复工', text: `${order.lifted.officerName}：${order.lifted.opinion}`, kind: 'good' });
  if (order.endedOn !== null && order.lifted === null) {
    const passed = order.rounds.at(-1)?.passed === true;
    events.push({ key: 'ended', on: order.endedOn, title: passed ? '办结' : '移交立案', text: '', kind: passed ? 'good' : 'near' });
  }
  const places = new Map(events.map((event, index) => [event.key, index]));
  return [...events].sort((a, b) => a.on.localeCompare(b.on) || (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0));
}
