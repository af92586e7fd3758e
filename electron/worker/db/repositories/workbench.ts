import type { Sqlite } from '../open.ts';

export interface CandidateQuery {
  readonly officerId: string;
  /** Where the officer works: his own unit's cases, not all that he may see. */
  readonly channel: string | null;
  readonly district: string;
  /** Stages that wait for one of his roles. */
  readonly stages: readonly string[];
  readonly limit: number;
}

export interface WorkbenchRepository {
  /** The officer's own open cases and those that wait for his roles; nearest deadline first. */
  candidates(query: CandidateQuery): readonly { readonly row: number; readonly dueOn: string | null }[];
  /** The officer's cases with issued documents that were never printed. */
  unprinted(officerId: string, limit: number): readonly number[];
  closedSince(date: string): number;
}

interface Candidate {
  readonly row: number;
  readonly dueOn: string | null;
}

export function createWorkbenchRepository(db: Sqlite): WorkbenchRepository {
  const own = db.prepare<[string, number], Candidate>(
    'select row, due_on as dueOn from case_officer o cross join case_file using (row) where o.officer_id = ? and closed = 0 order by due_sort limit ?',
  );
  const waiting = db.prepare<[string, string, string | null, number], Candidate>(
    `select row, due_on as dueOn from case_file indexed by case_by_due
     where stage in (select value from json_each(?)) and district = ? and channel = coalesce(?, channel) order by due_sort limit ?`,
  );
  const unprinted = db.prepare<[string, number], { row: number }>(
    'select row from case_officer o cross join case_file using (row) where o.officer_id = ? and unprinted > 0 order by updated_at desc limit ?',
  );
  const closed = db.prepare<[string], { n: number }>("select count(*) as n from case_file indexed by case_by_updated where updated_at >= ? and stage in ('CLOSED', 'ARCH')");
  return {
    candidates({ officerId, channel, district, stages, limit }) {
      const mine = own.all(officerId, limit);
      const others = stages.length === 0 ? [] : waiting.all(JSON.stringify(stages), district, channel, limit);
      const merged = [...new Map([...mine, ...others].map((found) => [found.row, found])).values()];
      return merged.sort((a, b) => (a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1).slice(0, limit);
    },
    unprinted: (officerId, limit) => unprinted.all(officerId, limit).map((found) => found.row),
    closedSince: (date) => closed.get(date)?.n ?? 0,
  };
}
