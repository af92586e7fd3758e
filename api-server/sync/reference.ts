import { sql, type Kysely } from 'kysely';
import type { Matter } from '#shared/domain/matter/matter.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { composeSettings } from '#shared/domain/config/compose.ts';
import type { ConfigVersion } from '#shared/domain/config/version.ts';
import type { Settings } from '#shared/domain/setting/settings.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import { prepared } from '../db/prepared.ts';
import type { Database } from '../db/schema.ts';

/** What the rules of a command look things up in. */
export interface ReferenceData {
  readonly officers: ReadonlyMap<string, Officer>;
  readonly violations: ReadonlyMap<string, Violation>;
  readonly matters: ReadonlyMap<string, Matter>;
  readonly calendar: WorkCalendar;
  /** Those in force today, with channels and delegations. */
  readonly settings: Settings;
  /** Every published version of the configuration. */
  readonly configs: readonly ConfigVersion[];
}

/** Ids of the rows of `reference` of which there is one. */
export const CURRENT = 'current';

/** As stored: the settings in all their versions. */
interface StoredReference extends Omit<ReferenceData, 'settings'> {
  readonly versions: readonly Settings[];
}

export interface ReferenceCache {
  load(): Promise<ReferenceData>;
}

/** Keeps the parsed reference data and reads them again only when a revision changed (asked with every lot of pushes: under 1 ms). */
export function createReferenceCache(db: Kysely<Database>, clock: () => Date): ReferenceCache {
  let cached: { readonly version: string; readonly data: StoredReference } | null = null;
  return {
    load: async () => {
      const version = await readVersion(db);
      if (cached?.version !== version) cached = { version, data: await readAll(db) };
      // Which version of the settings is in force is a question of the day, not of a change.
      return { ...cached.data, settings: composeSettings(cached.data.versions, cached.data.configs, shanghaiDay(clock().toISOString())) };
    },
  };
}

/** Of which rows there are and of their revisions: a mere count would miss a version taken back and another published instead. */
async function readVersion(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    ${prepared('reference-version')} select concat_ws(':', (select sum(hashtextextended(concat_ws(':', id, rev), 0)) from officer),
      sum(hashtextextended(concat_ws(':', kind, id, rev), 0))) as version
    from reference where kind in ('violation', 'matter', 'calendar', 'settings', 'config')
  `.execute(db);
  return rows[0]?.version ?? '';
}

async function readAll(db: Kysely<Database>): Promise<StoredReference> {
  const officers = await db.selectFrom('officer').select(['id', 'body']).execute();
  const { rows } = await sql<{ violations: readonly Violation[] | null; matters: readonly Matter[] | null; calendar: WorkCalendar | null; versions: readonly Settings[] | null; configs: readonly ConfigVersion[] | null }>`
    select (select json_agg(body) from reference where kind = 'violation') as violations,
      (select json_agg(body) from reference where kind = 'matter') as matters,
      (select body from reference where kind = 'calendar' and id = ${CURRENT}) as calendar,
      (select json_agg(body) from reference where kind = 'settings') as versions,
      (select json_agg(body order by id) from reference where kind = 'config') as configs
  `.execute(db);
  const found = rows[0];
  if (found === undefined || found.calendar === null || found.versions === null) throw new Error('The database has no calendar or no settings: seed it first');
  return {
    officers: new Map(officers.map(({ id, body }) => [id, body])),
    violations: new Map((found.violations ?? []).map((violation) => [violation.id, violation])),
    matters: new Map((found.matters ?? []).map((matter) => [matter.code, matter])),
    calendar: found.calendar,
    versions: found.versions,
    configs: found.configs ?? [],
  };
}
