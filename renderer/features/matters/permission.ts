import { computed } from 'vue';
import { useSession } from '#renderer/composables/session.ts';
import { useSyncState } from '#renderer/composables/sync-state.ts';
import { CITY } from '#shared/domain/organisation/organisation.ts';

/** Matters are kept by the bureau's officer of matters, and only with the server in reach. */
export function useMatterPermission() {
  const session = useSession();
  const sync = useSyncState();
  const keeper = computed(() => session.holds('matter-admin') && session.officer?.district === CITY);
  const online = computed(() => sync.online);
  const why = computed(() => (online.value ? '' : '须连接服务器才能办理，请在网络恢复后再试'));
  return { keeper, online, why };
}
