import type { OutboxItem } from '#shared/contract/views.ts';

export type Resolution = 'retry' | 'mine' | 'withdraw';

export interface WayOut {
  readonly action: Resolution;
  readonly label: string;
  /** What happens, and what is lost; shown before it is done. Empty where nothing is lost. */
  readonly consequence: string;
}

/** The ways out of a command that the server did not take; none for one that is still on its way. */
export function waysOut(item: OutboxItem): readonly WayOut[] {
  if (item.status === 'conflict') {
    return [
      { action: 'mine', label: '保留我的', consequence: '服务器上的内容会被您的内容替换，对方的填写只留在日志中。' },
      { action: 'withdraw', label: '采用服务器的', consequence: '您的这项修改不再上传，案件恢复为服务器上的内容；您写的内容只留在日志中。' },
    ];
  }
  if (item.status === 'refused') {
    return [
      { action: 'retry', label: '重新上传', consequence: '' },
      { action: 'withdraw', label: '撤回这项修改', consequence: '这项修改不再上传，案件恢复为服务器上的内容；您写的内容只留在日志中。' },
    ];
  }
  return [];
}

export const STATUS_LABELS: Readonly<Record<OutboxItem['status'], string>> = {
  pending: '待上传', sending: '正在上传', conflict: '与他人修改冲突', refused: '服务器不接受', held: '等前一项处理',
};

/** Those that wait for a person first, then in the order they were made. */
export function inOrder(items: readonly OutboxItem[]): readonly OutboxItem[] {
  const waits = (item: OutboxItem): number => (item.status === 'conflict' || item.status === 'refused' ? 0 : 1);
  return [...items].sort((a, b) => waits(a) - waits(b));
}

export interface ConflictSides {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Both values of a conflict, readable; `null` where the refusal names none. */
export function sidesOf(item: OutboxItem): ConflictSides | null {
  const details = item.error?.details;
  if (item.status !== 'conflict' || details === undefined || !('current' in details)) return null;
  const label = typeof details['label'] === 'string' ? details['label'] : '这一项';
  return { label, mine: readable(details['to']), theirs: readable(details['current']) };
}

/** Any value of a field as text: objects as their filled members, empty ones in words. */
export function readable(value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'object') return String(value);
  const members = (Array.isArray(value) ? value : Object.values(value)).map(readable).filter((text) => text !== '（空）');
  return members.length === 0 ? '（空）' : members.join('；');
}
