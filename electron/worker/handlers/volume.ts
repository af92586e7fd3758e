import { requireCase } from '#worker/state/effective.ts';
import type { HandlerDeps, Handlers } from './handlers.ts';

type VolumeMethods = 'volume.plan' | 'volume.sheets' | 'volume.pdf' | 'volume.archive' | 'volume.mark' | 'volume.notes' | 'volume.noteSave' | 'volume.noteRemove';

export function volumeHandlers({ session }: HandlerDeps): Handlers<VolumeMethods> {
  return {
    'volume.plan': ({ caseId, profile }) => session.workspace().volumes.plan(caseId, profile),
    'volume.sheets': ({ caseId, profile, volume }) => session.workspace().volumes.sheets(caseId, profile, volume),
    'volume.pdf': ({ caseId, profile, volume }) => session.workspace().volumes.pdf(caseId, profile, volume),
    'volume.archive': ({ caseId, profile }) => session.workspace().volumes.archive(caseId, profile),
    'volume.mark': ({ caseId, profile, key, mark }) => {
      const { cache, volumes, notesSync, serverTime } = session.workspace();
      cache.volumes.mark(requireCase(cache, caseId).id, key, mark, serverTime());
      notesSync.kick();
      return volumes.plan(caseId, profile);
    },
    'volume.notes': ({ caseId }) => session.workspace().cache.volumes.notes(caseId),
    'volume.noteSave': ({ caseId, note }) => {
      const { cache, notesSync, serverTime } = session.workspace();
      cache.volumes.putNote(requireCase(cache, caseId).id, { ...note, updatedAt: serverTime() });
      notesSync.kick();
      return cache.volumes.notes(caseId);
    },
    'volume.noteRemove': ({ caseId, noteId }) => {
      const { cache, notesSync, serverTime } = session.workspace();
      cache.volumes.removeNote(caseId, noteId, serverTime());
      notesSync.kick();
      return cache.volumes.notes(caseId);
    },
  };
}
