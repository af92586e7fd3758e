import { cpSync } from 'node:fs';
import { createCache } from '#worker/db/cache.ts';
import { openDatabase } from '#worker/db/open.ts';
import { unwrapKey } from '#worker/session/key-file.ts';
import { profileOf } from '#worker/session/profile.ts';
import { createReference } from '#worker/state/reference.ts';
import { createState } from '#worker/state/state.ts';
import { createSyncStore } from '#worker/sync/store.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';

export interface GrowOptions {
  readonly from: string;
  readonly to: string;
  readonly serverUrl: string;
  readonly loginName: string;
  readonly password: string;
  /** How many times as many cases. */
  readonly times: number;
}

const PAGE = 1000;

/**
 * Copies a profile and multiplies its cases through the product's own sync store, as pages of a first pull bring them: a
 * desktop with so many cases got them that way, and what comes one by one afterwards lies less densely on its pages.
 */
export async function growProfile({ from, to, serverUrl, loginName, password, times }: GrowOptions): Promise<void> {
  cpSync(from, to, { recursive: true });
  const profile = profileOf(to, serverUrl, loginName);
  const key = await unwrapKey(profile.keyFile, Buffer.from(password));
  if (key === null) throw new Error('The profile does not open');
  const cache = createCache(openDatabase({ path: profile.database, key, nativeBinding: undefined }));
  const now = new Date().toISOString();
  const actor = JSON.parse(cache.meta.get('officer') ?? 'null') as Officer;
  const store = createSyncStore({ state: createState({ cache, reference: createReference(cache), actor, today: () => shanghaiDay(now) }), now: () => now });
  const read = cache.db.prepare<[number, number], { row: number; id: string; rev: number; body: string }>(
    'select c.row, c.id, c.rev, b.body from case_file c join case_body b using (row) where c.row between ? and ?',
  );
  const { last } = cache.db.prepare<[], { last: number }>('select max(row) as last from case_file').get() ?? { last: 0 };
  cache.meta.set('snapshotRunning', '1');
  for (let first = 1; first <= last; first += PAGE) {
    const rows = read.all(first, Math.min(last, first + PAGE - 1));
    for (let copy = 1; copy < times; copy += 1) {
      const lines = rows.map(({ id, rev, body }) => ({ t: 'record' as const, kind: 'case', id: `${id}-${String(copy)}`, rev, body: body.replaceAll(`"${id}"`, `"${id}-${String(copy)}"`) }));
      store.applyPage(lines, store.position(), false);
    }
  }
  cache.meta.set('snapshotRunning', null);
  cache.close();
}
