import { listOutbox, resolveCommand } from '#worker/state/resolve.ts';
import type { SyncState } from '#shared/contract/views.ts';
import type { HandlerDeps, Handlers } from './handlers.ts';

/** Before anyone has signed in: nothing runs, and nothing is known of the server yet. */
const NOT_SYNCING: SyncState = {
  phase: 'idle', online: true, offlineSince: null, lastSyncAt: null, pending: 0, stuck: 0, filesToUpload: 0, pulled: 0, pullTotal: null, cases: 0, unindexed: 0, error: null,
};

export function syncHandlers({ session }: HandlerDeps): Handlers<'sync.state' | 'sync.now' | 'outbox.list' | 'outbox.resolve'> {
  return {
    'sync.state': () => (session.state().status === 'signed-in' ? session.workspace().status.state() : NOT_SYNCING),
    'sync.now': async ({ acceptRemovals }) => {
      const { engine, status } = session.workspace();
      await engine.round({ acceptRemovals: acceptRemovals ?? false });
      return status.state();
    },
    'outbox.list': () => listOutbox(session.workspace().state),
    'outbox.resolve': ({ opId, action }) => {
      const { state, engine, serverTime, changed } = session.workspace();
      changed(resolveCommand(state, opId, action, serverTime()));
      engine.kick();
      return listOutbox(state);
    },
  };
}
