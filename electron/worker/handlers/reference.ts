import type { PartyRecord } from '#shared/domain/party/party.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import type { HandlerDeps, Handlers } from './handlers.ts';

/** Suggestions shown under a field while typing. */
const SUGGESTIONS = 20;

type Names = 'reference.officers' | 'reference.violations' | 'reference.matters' | 'reference.calendar' | 'reference.settings' | 'reference.configs' | 'party.search' | 'project.search';

export function referenceHandlers({ session }: HandlerDeps): Handlers<Names> {
  const reference = () => session.workspace().reference;
  return {
    'reference.officers': () => [...reference().get().officers.values()],
    'reference.violations': () => [...reference().get().violations.values()],
    'reference.matters': () => reference().get().matters,
    'reference.calendar': () => reference().calendar(),
    'reference.settings': () => reference().settings(),
    'reference.configs': () => reference().get().configs,
    'party.search': ({ text }) => session.workspace().cache.parties.search(text.trim(), SUGGESTIONS).map((body) => JSON.parse(body) as PartyRecord),
    'project.search': ({ text }) => session.workspace().cache.projects.search(text.trim(), SUGGESTIONS).map((body) => JSON.parse(body) as ProjectRecord),
  };
}
