import type { DocumentCode } from '../document/document-file.ts';
import type { CorrectiveOrder, OrderKind } from './order.ts';
import type { Task } from './task.ts';

const ORDER_PAPERS: Readonly<Record<OrderKind, DocumentCode>> = { correct: 'ZGTZ', 'stop-work': 'TGTZ' };

/** The paper that tells the party of an order. */
export function orderPaper(order: Pick<CorrectiveOrder, 'kind'>): DocumentCode {
  return ORDER_PAPERS[order.kind];
}

/** The day the order reached the party; the day it was made while its paper has not been served. */
export function orderDay(task: Pick<Task, 'documents' | 'services'>, order: CorrectiveOrder): string {
  const paper = task.documents.findLast((document) => document.code === orderPaper(order) && document.status === 'issued');
  const service = task.services.find((each) => each.documentId === paper?.id);
  return service?.servedAt.slice(0, 10) ?? order.madeOn;
}
