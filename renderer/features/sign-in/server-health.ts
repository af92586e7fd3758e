import { onScopeDispose, shallowRef } from 'vue';
import { tryHttp } from '#renderer/bridge/http.ts';

export type ServerHealth = { readonly state: 'asking' } | { readonly state: 'up'; readonly version: string } | { readonly state: 'down' };

const AGAIN_MS = 15_000;

/** Asks the server now and every 15 s whether it answers, for as long as the page is open. */
export function useServerHealth() {
  const health = shallowRef<ServerHealth>({ state: 'asking' });

  async function ask(): Promise<void> {
    const answer = await tryHttp('health', {});
    health.value = answer.ok ? { state: 'up', version: answer.value.version } : { state: 'down' };
  }
  const timer = setInterval(() => { void ask(); }, AGAIN_MS);
  onScopeDispose(() => { clearInterval(timer); });
  void ask();
  return { health };
}
