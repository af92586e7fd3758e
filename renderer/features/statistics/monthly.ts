import type { HttpOutput } from '#shared/contract/http/contract.ts';
import { DISTRICTS } from '#shared/domain/organisation/organisation.ts';
import { addMonths } from '#shared/domain/time-limit/days.ts';
import type { ReportLine } from '#shared/domain/statistics/report.ts';
import { changes, SNAPSHOT_MEASURES, type SnapshotFigures } from '#shared/domain/statistics/snapshot.ts';
import type { MeasureKey } from '#shared/domain/statistics/measures.ts';

export type Snapshot = HttpOutput<'makeStatisticsSnapshot'>;
export type OpenedSnapshot = HttpOutput<'statisticsSnapshot'>;

/** What part of a monthly report is shown. */
export interface Cut {
  readonly group: 'total' | 'district' | 'channel';
  readonly key: string;
}

/** Months that can be reported, the latest first. */
export function reportableMonths(today: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_each, index) => addMonths(`${today.slice(0, 7)}-01`, -1 - index).slice(0, 7));
}

export function monthText(month: string): string {
  return `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`;
}

/** Whose report it is. */
export function ownerText({ district, channel }: Pick<Snapshot, 'district' | 'channel'>, channelName: (key: string) => string): string {
  const where = district === '320500' ? '全市' : DISTRICTS[district];
  return channel === '' ? where : `${where} ${channelName(channel)}`;
}

function lineOf(figures: SnapshotFigures, { group, key }: Cut): ReportLine | undefined {
  return group === 'total' ? figures.total : figures[group].find(({ keys }) => keys[0] === key);
}

/** One figure of a monthly report beside what it is now. */
export interface MonthlyRow {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  /** A figure the product still computes, so that it can be written and opened; `null` for one of earlier definitions. */
  readonly measure: MeasureKey | null;
  readonly reported: number | null;
  readonly lastYear: number | null;
  readonly previous: number | null;
  readonly now: number | null;
  readonly changed: boolean;
}

export function monthlyRows({ reported, now }: OpenedSnapshot, cut: Cut): readonly MonthlyRow[] {
  const [was, is] = [lineOf(reported, cut), lineOf(now, cut)];
  const changed = new Set<string>(changes(reported.measures, was?.values ?? [], is?.values ?? []).map(({ measure }) => measure));
  return reported.measures.map(({ key, label, meaning }, index) => {
    const place = SNAPSHOT_MEASURES.findIndex((measure) => measure === key);
    return {
      key, label, meaning, measure: SNAPSHOT_MEASURES[place] ?? null, changed: changed.has(key), reported: was?.values[index] ?? null,
      lastYear: was?.lastYear[index] ?? null, previous: was?.previous[index] ?? null, now: place < 0 ? null : is?.values[place] ?? null,
    };
  });
}
