import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCalendar } from '#api/db/seed/calendar.ts';
import { generate } from '#api/db/seed/generate.ts';
import { readMatters } from '#api/db/seed/matters.ts';
import { DEMO_OFFICERS } from '#api/db/seed/officers.ts';
import { readViolations } from '#api/db/seed/violations.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import type { Cache } from '#worker/db/cache.ts';
import { openCache } from '#worker/db/open-cache.ts';
import type { PageLine, SyncStore } from '#worker/db/store.ts';
import { createReference } from '#worker/state/reference.ts';
import { createState, type State } from '#worker/state/state.ts';
import { createSyncStore } from '#worker/sync/store.ts';

/** An encrypted cache without a server, for tests and the bench; lines of a pull fill it. */
export interface TestCache {
  readonly folder: string;
  readonly path: string;
  readonly key: Buffer;
  readonly cache: Cache;
  readonly state: State;
  readonly sync: SyncStore;
  close(): void;
}

export const CACHE_TODAY = '2026-11-20';
const NOW = `${CACHE_TODAY}T06:00:00.000Z`;

export function officerNamed(loginName: string): Officer {
  const officer = DEMO_OFFICERS.find((each) => each.loginName === loginName);
  if (officer === undefined) throw new Error(`No demo officer ${loginName}`);
  return officer;
}

export function openTestCache(loginName = 'jc01'): TestCache {
  const folder = mkdtempSync(join(tmpdir(), 'cache-'));
  const [path, key] = [join(folder, 'cache.db'), randomBytes(32)];
  const { cache } = openCache({ path, key, nativeBinding: undefined, damageMark: join(folder, 'damaged'), mayRecover: false, now: new Date(NOW) });
  const reference = createReference(cache);
  const state = createState({ cache, reference, actor: officerNamed(loginName), today: () => CACHE_TODAY });
  return {
    folder, path, key, cache, state, sync: createSyncStore({ state, now: () => NOW }),
    close() {
      if (cache.db.open) cache.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function record(kind: string, id: string, body: object): PageLine {
  return { t: 'record', kind, id, rev: 1, body: JSON.stringify(body) };
}

export function referenceLines(): readonly PageLine[] {
  return [
    record('settings', 'current', DEFAULT_SETTINGS),
    record('calendar', 'current', readCalendar()),
    ...DEMO_OFFICERS.map((officer) => record('officer', officer.id, officer)),
    ...readViolations().map((violation) => record('violation', violation.id, violation)),
    ...readMatters().map((matter) => record('matter', matter.code, matter)),
  ];
}

/** Pages of about 1,000 lines with generated cases and their documents, as a first pull brings them. */
export function* casePages(cases: number, seedNumber = 5, pageSize = 1000): Generator<readonly PageLine[]> {
  const { cases: made } = generate({
    cases, seedNumber, today: CACHE_TODAY, officers: DEMO_OFFICERS, violations: readViolations(), matters: readMatters(), calendar: readCalendar(), settings: DEFAULT_SETTINGS,
  });
  let page: PageLine[] = [];
  for (const { file, documents } of made) {
    page.push(record('case', file.id, file), ...documents.map((document) => record('document', document.id, document)));
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

export const POSITION = { cursor: 'a-cursor', epoch: 'an-epoch', scope: 'a-scope' };

/** Fills the cache as a first pull does, reference data first. */
export function fillCache({ sync }: Pick<TestCache, 'sync'>, cases: number, seedNumber = 5): void {
  sync.applyPage(referenceLines(), POSITION, true);
  for (const page of casePages(cases, seedNumber)) sync.applyPage(page, POSITION, true);
  sync.finishPull(true);
}
