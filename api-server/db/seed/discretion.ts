import type { Kysely } from 'kysely';
import { DEFAULT_CHANNELS } from '#shared/domain/channel/defaults.ts';
import type { ConfigVersion } from '#shared/domain/config/version.ts';
import { rowsFromCatalogue } from '#shared/domain/discretion/start.ts';
import type { DiscretionBody, DiscretionRow } from '#shared/domain/discretion/table.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import { insertVersion, putReference, setReview } from '../../modules/config/repository.ts';
import type { Database } from '../schema.ts';
import { readViolations } from './violations.ts';

const CHANNEL = 'FDC';
const KEY = 'YSFDC';

/** Plainly invented situations; the bounds are the catalogue's, so that what was generated lies inside its tiers. */
function withSituations(row: DiscretionRow): DiscretionRow {
  return {
    ...row,
    light: { ...row.light, when: '（演示）首次违法，在责令改正的期限内改正' },
    normal: { ...row.normal, when: '（演示）逾期改正，没有造成危害后果' },
    heavy: { ...row.heavy, when: '（演示）拒不改正，或者造成危害后果' },
  };
}

function demoTable(violations: readonly Violation[]): DiscretionBody {
  return {
    name: '演示用房地产行政处罚裁量基准（虚构）', documentNo: '', unverified: true,
    weights: { scale: 25, duration: 15, consequence: 30, repeats: 15, cooperation: 5, rectification: 10 },
    rows: violations.filter(({ channel }) => channel === CHANNEL).flatMap(rowsFromCatalogue).map(withSituations),
  };
}

/**
 * A discretion table of the demo office, and the channel 房地产 that goes by it since the beginning of the year of `today`;
 * nothing where the bureau has configured anything itself.
 */
export async function seedDiscretion(db: Kysely<Database>, today: string): Promise<void> {
  const fdc = DEFAULT_CHANNELS.find(({ key }) => key === CHANNEL);
  const configured = await db.selectFrom('config_version').select('id').limit(1).executeTakeFirst();
  if (fdc === undefined || configured !== undefined) return;
  const { key: _key, ...channel } = fdc;
  const effectiveFrom = `${today.slice(0, 4)}-01-01`;
  await publish(db, { kind: 'discretion', key: KEY, effectiveFrom, body: demoTable(readViolations()) });
  await publish(db, { kind: 'channel', key: CHANNEL, effectiveFrom, body: { ...channel, discretionTable: KEY } });
}

async function publish(db: Kysely<Database>, version: Omit<ConfigVersion, 'version'>): Promise<void> {
  const at = new Date(`${version.effectiveFrom}T01:00:00.000Z`);
  await db.transaction().execute(async (trx) => {
    const kept = await insertVersion(trx, { ...version, status: 'submitted', note: '演示数据', authorId: 'officer-admin', proposedAt: at });
    await setReview(trx, kept.id, { status: 'published', reviewerId: 'officer-admin2', reviewedAt: at, opinion: '演示数据' });
    await putReference(trx, { ...version, version: kept.version });
  });
}
