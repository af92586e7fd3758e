import { computed, ref, shallowRef } from 'vue';
import type { Proposal, useConfigs } from './configs.ts';

/** Key of a configuration that is being added. */
export const NEW = '';

/** Which configuration of a kind is looked at, and the draft of its next version. `first` is looked at to begin with. */
export function useKeyedDraft<Body>({ versions, refusal, propose }: Pick<ReturnType<typeof useConfigs>, 'versions' | 'refusal' | 'propose'>, first: () => string, empty: () => Body) {
  const picked = ref<string | null>(null);
  const newKey = ref('');
  const draft = shallowRef<Body | null>(null);
  const chosen = computed(() => picked.value ?? first());
  const own = computed(() => versions.value.filter(({ key }) => key === chosen.value));

  function choose(key: string | null): void {
    draft.value = null;
    refusal.value = null;
    picked.value = key;
  }
  function add(): void {
    choose(NEW);
    newKey.value = '';
    draft.value = empty();
  }
  function cancel(): void {
    choose(chosen.value === NEW ? null : chosen.value);
  }
  async function send(proposal: Omit<Proposal, 'key' | 'body'>): Promise<void> {
    const key = chosen.value === NEW ? newKey.value.trim() : chosen.value;
    if (draft.value !== null && await propose({ key, body: draft.value, ...proposal })) choose(key);
  }

  return { chosen, newKey, draft, own, choose, add, cancel, send };
}
