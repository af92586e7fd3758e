import { csvOf } from '#renderer/ui/csv.ts';
import { dateTimeOf } from '#renderer/ui/format.ts';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import { DISTRICTS } from '#shared/domain/organisation/organisation.ts';
import { verdictText } from '#shared/domain/review/review.ts';

export type Round = HttpOutput<'createReviewRound'>;
export type Entry = HttpOutput<'reviewRound'>['entries'][number];
export type Sheet = HttpOutput<'reviewSheet'>;

export type EntryState = 'waiting' | 'begun' | 'passed' | 'rejected';

export function stateOf(entry: Entry): EntryState {
  if (entry.finishedAt === null) return entry.reviewer === null ? 'waiting' : 'begun';
  return entry.rejected ? 'rejected' : 'passed';
}

export const ENTRY_STATES = {
  waiting: { text: '待评查', kind: 'plain' },
  begun: { text: '评查中', kind: 'active' },
  passed: { text: '已评查', kind: 'good' },
  rejected: { text: '不合格', kind: 'danger' },
} as const;

/** What a round was drawn from, in words. */
export function scopeText(round: Round, channelName: (key: string) => string): string {
  const parts = [round.district === null ? '全市' : DISTRICTS[round.district], round.channel === null ? '各渠道' : channelName(round.channel), `${round.from} 至 ${round.to} 登记`];
  return parts.join('，');
}

/** A new round starts with the cases of the year. */
export function newRound(today: string) {
  const year = today.slice(0, 4);
  return { title: `${year}年度案卷评查`, seed: today.replaceAll('-', ''), size: 10, from: `${year}-01-01`, to: today, district: '' as const, channel: '' };
}

const HEAD = ['序号', '案号', '案件', '地区', '渠道', '状态', '得分', '评查人', '完成时间', '存在问题'];

/** The list of results. */
export function roundCsv(entries: readonly Entry[], channelName: (key: string) => string): string {
  return csvOf(HEAD, entries.map((entry) => [
    String(entry.position), entry.caseNo ?? '', entry.title, DISTRICTS[entry.district], channelName(entry.channel), ENTRY_STATES[stateOf(entry)].text,
    entry.points === null ? '' : verdictText({ points: entry.points, rejected: entry.rejected }), entry.reviewer ?? '', entry.finishedAt === null ? '' : dateTimeOf(entry.finishedAt), entry.faults.join('；'),
  ]));
}
