import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { connectHttp } from '#renderer/bridge/http.ts';
import { call, on } from '#renderer/bridge/ipc.ts';
import type { AppInfo, SessionState } from '#shared/contract/views.ts';
import type { Role } from '#shared/domain/officer/officer.ts';

const SIGNED_OUT: SessionState = { status: 'signed-out', officer: null, mode: null, knownLogins: [], token: null, leaseUntil: null, serverTime: null };

/** Mirror of the worker's session: who is signed in, and how. */
export const useSession = defineStore('session', () => {
  const state = shallowRef<SessionState>(SIGNED_OUT);
  const info = shallowRef<AppInfo | null>(null);
  /** What to add to this machine's clock, in ms, to read the server's: days are counted by the latter. */
  const clockOffset = ref(0);

  const officer = computed(() => state.value.officer);
  const signedIn = computed(() => state.value.status === 'signed-in' && state.value.officer !== null);

  function mirror(next: SessionState): void {
    state.value = next;
    clockOffset.value = next.serverTime === null ? 0 : Date.parse(next.serverTime) - Date.now();
    connectHttp({ token: next.token });
  }

  on('session.changed', mirror);

  /** Loads both at the start of the window; from then on the worker tells of changes. */
  async function start(): Promise<void> {
    const [session, app] = await Promise.all([call('session.state', {}), call('app.info', {})]);
    showApp(app);
    mirror(session);
  }

  function showApp(app: AppInfo): void {
    info.value = app;
    connectHttp({ serverUrl: app.serverUrl });
  }

  async function signIn(loginName: string, password: string): Promise<void> {
    mirror(await call('session.signIn', { loginName, password }));
  }

  async function signOut(): Promise<void> {
    mirror(await call('session.signOut', {}));
  }

  async function setServer(serverUrl: string): Promise<void> {
    showApp(await call('app.setServer', { serverUrl }));
  }

  function holds(role: Role): boolean {
    return officer.value?.roles.includes(role) ?? false;
  }

  return { state, info, clockOffset, officer, signedIn, start, signIn, signOut, setServer, holds };
});
