import { DECIDED_STAGES, isSimilar, type Precedent, precedentOf, SIMILAR_CASES, similarCases, type SimilarCases, type SimilarQuery } from '#shared/domain/review/similar.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import { findCases, SEARCH_CAP } from '#worker/search/query.ts';
import type { Workspace } from '#worker/session/workspace.ts';
import { effectiveCase } from '#worker/state/effective.ts';
import type { HandlerDeps, Handlers } from './handlers.ts';

/** Case files opened for one comparison, at most. */
const READ = 300;

export function similarHandlers({ session }: HandlerDeps): Handlers<'case.similar'> {
  return { 'case.similar': (query) => localSimilar(session.workspace(), query) };
}

/** The search index knows the cause of every case, so that no index of its own burdens the first pull. */
export function localSimilar({ cache, state }: Pick<Workspace, 'cache' | 'state'>, query: SimilarQuery): SimilarCases {
  const cause = state.reference.get().violations.get(query.violationId)?.cause ?? '';
  const hits = cache.items(findCases(state, cause, SEARCH_CAP).rows).filter((item) => (DECIDED_STAGES as readonly Stage[]).includes(item.stage));
  const found: Precedent[] = [];
  for (const { id } of hits.slice(0, READ)) {
    const file = effectiveCase(cache.cases.find(id));
    const precedent = file !== null && isSimilar(file, query) ? precedentOf(file, true) : null;
    if (precedent !== null) found.push(precedent);
    if (found.length >= SIMILAR_CASES) break;
  }
  return similarCases(found);
}
