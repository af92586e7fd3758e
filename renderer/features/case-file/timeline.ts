import type { TimelineEntry } from '#shared/domain/case-file/case-file.ts';
import { dateOf } from '#renderer/ui/format.ts';

export interface TimelineDay {
  readonly date: string;
  readonly entries: readonly TimelineEntry[];
}

export interface TimelineFilter {
  readonly officerId: string;
  readonly text: string;
}

/** Newest day first, and newest on top within a day. */
export function timelineDays(entries: readonly TimelineEntry[], filter: TimelineFilter): readonly TimelineDay[] {
  const word = filter.text.trim();
  const kept = entries.filter((entry) => (filter.officerId === '' || entry.officerId === filter.officerId) && (word === '' || entry.text.includes(word) || entry.officerName.includes(word)));
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
