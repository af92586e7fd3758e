import { penaltyText } from '#renderer/ui/penalty-text.ts';
import { formatRange } from '#shared/domain/money/fine-range.ts';
import { TIERS } from '#shared/domain/violation/violation.ts';
import type { ApprovalItem } from '#shared/contract/views.ts';

/** Whether it can be approved with others in one go: nothing is missing, and nothing but an opinion is asked for. */
export function isBatchable(item: ApprovalItem): boolean {
  return item.approve.refusal === null && !item.approve.asks && item.approve.event !== 'countersign';
}

/** What is done to several cases in one go: some may wait for an opinion only. */
export function batchWord(items: readonly ApprovalItem[]): string {
  const signing = items.filter((item) => item.approve.event === 'sign-approval').length;
  return signing === 0 ? '批准' : signing === items.length ? '签署' : '办理';
}

/** How the sum stands to article and tier, in one line. */
export function tierLine(item: ApprovalItem): string {
  const parts = [
    item.tier === null ? '' : `裁量档「${TIERS[item.tier]}」${item.tierRange === null ? '' : ` ${formatRange(item.tierRange)}`}`,
    item.range === null ? '' : `法定幅度 ${formatRange(item.range)}`,
  ];
  return parts.filter((part) => part !== '').join('，');
}

/** What would be decided. Where no penalty is to be given, the one drafted before is not what is approved. */
export function outcomeLine(item: ApprovalItem): string {
  if (item.stage === 'NOPEN') return '不予行政处罚';
  if (item.approve.event === 'approve-transfer') return '移送公安机关';
  return penaltyText(item.penalty);
}

/** Whether the sum is what is decided on, so that tier and range belong beside it. */
export function isPenal(item: ApprovalItem): boolean {
  return item.penalty !== null && outcomeLine(item) === penaltyText(item.penalty);
}

export function deviationLine(item: ApprovalItem): string {
  if (item.deviation === 'none') return '';
  const what = item.deviation === 'below' ? '低于法定下限（减轻处罚）' : '偏离裁量档';
  return `${what}：${item.deviationReason || '没有写明理由'}`;
}

export interface ApprovalGroup {
  readonly label: string;
  readonly items: readonly ApprovalItem[];
}

/** By what is to be done, the largest need first as the list came. */
export function groupApprovals(items: readonly ApprovalItem[]): readonly ApprovalGroup[] {
  const groups = new Map<string, ApprovalItem[]>();
  for (const item of items) groups.set(item.approve.label, [...(groups.get(item.approve.label) ?? []), item]);
  return [...groups].map(([label, list]) => ({ label, items: list }));
}
