import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import { findCases, SEARCH_CAP, TYPING_CAP } from '#worker/search/query.ts';
import { requireCase } from '#worker/state/effective.ts';
import type { HandlerDeps, Handlers } from './handlers.ts';

export function caseHandlers({ session }: HandlerDeps): Handlers<'case.list' | 'case.get' | 'case.search' | 'command.submit'> {
  return {
    'case.list': ({ filter: { text, ...filter }, sort, offset, limit }) => {
      const { cache, state, officer } = session.workspace();
      const rows = text === undefined || text.trim() === '' ? null : findCases(state, text, SEARCH_CAP).rows;
      return cache.list.page({ filter, sort, offset, limit, officerId: officer.id, today: state.today(), rows });
    },
    'case.get': ({ caseId }) => requireCase(session.workspace().cache, caseId),
    'case.search': ({ text, limit }) => {
      const { cache, state } = session.workspace();
      const { rows, capped } = findCases(state, text, Math.max(limit, TYPING_CAP));
      return { items: cache.items(rows.slice(0, limit)), total: rows.length, capped };
    },
    'command.submit': (input) => {
      const { documents, submit } = session.workspace();
      const documentId = input.kind === 'document.issue' ? (input.payload as Partial<CommandPayload<'document.issue'>>).documentId : undefined;
      // A number once given cannot be taken back: what this machine cannot set is refused before the server is asked.
      if (documentId !== undefined) documents.mustBeSettable(documentId);
      return submit(input);
    },
  };
}
