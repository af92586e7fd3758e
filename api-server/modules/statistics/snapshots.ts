import { type Kysely, type Selectable, type Transaction } from 'kysely';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import { ok, type Result } from '#shared/contract/result.ts';
import { CITY, type District, type Scope } from '#shared/domain/organisation/organisation.ts';
import { measureOf } from '#shared/domain/statistics/measures.ts';
import { monthPeriod } from '#shared/domain/statistics/period.ts';
import { detailLines, type ReportLine, totalLine } from '#shared/domain/statistics/report.ts';
import { type FrozenMeasure, SNAPSHOT_GROUPS, SNAPSHOT_MEASURES, type SnapshotFigures } from '#shared/domain/statistics/snapshot.ts';
import type { Database } from '../../db/schema.ts';
import { makeReport } from './report.ts';

export type SnapshotRow = Omit<Selectable<Database['statistics_snapshot']>, 'figures'>;
type Snapshot = HttpOutput<'makeStatisticsSnapshot'>;

const COLUMNS = ['id', 'month', 'district', 'channel', 'version', 'reason', 'definitions', 'made_by', 'made_by_name', 'made_at'] as const;

/** What a scope's report covers, as it is kept: '' for every channel. */
export function ownerOf({ district, channel }: Scope): { readonly district: District; readonly channel: string } {
  return { district, channel: district === CITY ? '' : channel ?? '' };
}

export function scopeOfSnapshot({ district, channel }: Pick<SnapshotRow, 'district' | 'channel'>): Scope {
  return { district: district as District, channel: channel === '' ? null : channel };
}

function visible(db: Kysely<Database>, { district, channel }: Scope) {
  const query = db.selectFrom('statistics_snapshot').select(COLUMNS);
  if (district === CITY) return query;
  return channel === null ? query.where('district', '=', district) : query.where('district', '=', district).where('channel', '=', channel);
}

export async function findSnapshots(db: Kysely<Database>, scope: Scope): Promise<readonly SnapshotRow[]> {
  return await visible(db, scope).orderBy('month', 'desc').orderBy('district').orderBy('channel').orderBy('version', 'desc').limit(1000).execute();
}

export async function findSnapshot(db: Kysely<Database>, scope: Scope, id: string): Promise<{ readonly row: SnapshotRow; readonly figures: SnapshotFigures } | null> {
  const found = await visible(db, scope).select('figures').where('id', '=', id).executeTakeFirst();
  return found === undefined ? null : { row: found, figures: found.figures };
}

/** Version of the newest report of a month; 0 where there is none. */
export async function newestVersion(db: Kysely<Database>, owner: { readonly district: string; readonly channel: string }, month: string): Promise<number> {
  const { version } = await db.selectFrom('statistics_snapshot').select(({ fn }) => fn.max('version').as('version'))
    .where('district', '=', owner.district).where('channel', '=', owner.channel).where('month', '=', month).executeTakeFirstOrThrow();
  return version ?? 0;
}

/** Answers `false` when the version was made meanwhile. */
export async function insertSnapshot(trx: Transaction<Database>, row: SnapshotRow, figures: SnapshotFigures): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx.insertInto('statistics_snapshot').values({ ...row, figures: JSON.stringify(figures) })
    .onConflict((conflict) => conflict.columns(['district', 'channel', 'month', 'version']).doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Every figure of a month, over all and by district and channel, in one moment. */
export async function figuresOf(db: Kysely<Database>, scope: Scope, month: string, now: { readonly today: string; readonly at: Date }): Promise<Result<SnapshotFigures>> {
  return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (trx) => {
    const lines: Partial<Record<(typeof SNAPSHOT_GROUPS)[number], readonly ReportLine[]>> = {};
    let total: ReportLine | undefined;
    for (const group of SNAPSHOT_GROUPS) {
      const report = await makeReport(trx, scope, { measures: [...SNAPSHOT_MEASURES], groups: [group], period: monthPeriod(month), filter: {} }, now);
      if (!report.ok) return report;
      total = totalLine(report.value);
      lines[group] = detailLines(report.value);
    }
    return ok({ measures: SNAPSHOT_MEASURES.map(frozen), total: total ?? { keys: [], values: [], lastYear: [], previous: [] }, district: lines.district ?? [], channel: lines.channel ?? [] });
  });
}

function frozen(key: (typeof SNAPSHOT_MEASURES)[number]): FrozenMeasure {
  const { label, meaning, unit, per } = measureOf(key);
  return { key, label, meaning, unit, per };
}

export function toSnapshot(row: SnapshotRow, newest: number): Snapshot {
  return {
    id: row.id, month: row.month, district: row.district as District, channel: row.channel, version: row.version, latest: row.version === newest, reason: row.reason,
    definitions: row.definitions, madeBy: row.made_by_name, madeAt: row.made_at.toISOString(),
  };
}
