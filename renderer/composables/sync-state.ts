import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { call, on } from '#renderer/bridge/ipc.ts';
import type { SyncState } from '#shared/contract/views.ts';

const UNKNOWN: SyncState = {
  phase: 'idle', online: true, offlineSince: null, lastSyncAt: null, pending: 0, stuck: 0, filesToUpload: 0, pulled: 0, pullTotal: null, cases: 0, unindexed: 0, error: null,
};

/** Mirror of the worker's sync: what the bar on top and the 同步 page tell. */
export const useSyncState = defineStore('sync-state', () => {
  const state = shallowRef<SyncState>(UNKNOWN);
  const online = computed(() => state.value.online);

  on('sync.changed', (next) => { state.value = next; });
  on('outbox.changed', ({ pending, stuck }) => { state.value = { ...state.value, pending, stuck }; });

  /** Only while somebody is signed in: without a cache there is nothing to tell. */
  async function reload(): Promise<void> {
    state.value = await call('sync.state', {});
  }

  /** `acceptRemovals`: a person has confirmed that many cases may leave this machine (after `MASS_REMOVAL`). */
  async function syncNow(acceptRemovals = false): Promise<void> {
    state.value = await call('sync.now', { acceptRemovals });
  }

  function clear(): void {
    state.value = UNKNOWN;
  }

  return { state, online, reload, syncNow, clear };
});
