import type { TimelineEntry } from '#shared/domain/case-file/case-file.ts';
import { EVENTS } from '#shared/domain/procedure/events.ts';
import { dateOf } from '#renderer/ui/format.ts';

export interface TimelineDay {
  readonly date: string;
  readonly entries: readonly TimelineEntry[];
}

/** What an entry is about, told from the sentence the rules wrote; the first that fits counts. */
export const TIMELINE_KINDS = {
  approval: '审批与环节', document: '文书', service: '送达', evidence: '证据', payment: '缴款', edit: '修改案情', other: '其他',
} as const;
export type TimelineKind = keyof typeof TIMELINE_KINDS;

const SIGNS: readonly (readonly [TimelineKind, RegExp])[] = [
  ['service', /^登记送达/], ['payment', /^登记缴款/], ['edit', /^修改(?!证据)/], ['evidence', /证据/], ['document', /《/],
];
const STEPS: ReadonlySet<string> = new Set(Object.values(EVENTS));

export function kindOf(entry: Pick<TimelineEntry, 'text'>): TimelineKind {
  if ([...STEPS].some((label) => entry.text.startsWith(label))) return 'approval';
  return SIGNS.find(([, sign]) => sign.test(entry.text))?.[0] ?? 'other';
}

export interface TimelineFilter {
  readonly officerId: string;
  readonly text: string;
  /** Empty: every kind. */
  readonly kind?: TimelineKind | '';
  /** `YYYY-MM-DD`, both days included; empty: open. */
  readonly from?: string;
  readonly to?: string;
}

function fits(entry: TimelineEntry, filter: TimelineFilter): boolean {
  const { officerId, kind = '', from = '', to = '' } = filter;
  const word = filter.text.trim();
  const day = dateOf(entry.at);
  return (officerId === '' || entry.officerId === officerId) && (kind === '' || kindOf(entry) === kind)
    && (from === '' || day >= from) && (to === '' || day <= to)
    && (word === '' || entry.text.includes(word) || entry.officerName.includes(word));
}

/** Newest day first, and newest on top within a day. */
export function timelineDays(entries: readonly TimelineEntry[], filter: TimelineFilter): readonly TimelineDay[] {
  const kept = entries.filter((entry) => fits(entry, filter));
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of [...kept].reverse()) {
    const date = dateOf(entry.at);
    const day = days.get(date);
    if (day === undefined) days.set(date, [entry]);
    else day.push(entry);
  }
  return [...days].map(([date, list]) => ({ date, entries: list }));
}

/** Everyone who did something in the case, once. */
export function peopleOf(entries: readonly TimelineEntry[]): readonly { readonly id: string; readonly name: string }[] {
  return [...new Map(entries.map((entry) => [entry.officerId, { id: entry.officerId, name: entry.officerName }])).values()];
}
