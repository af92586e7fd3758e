import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { LocationQueryRaw } from 'vue-router';

/** A page's last view and filters of this sign-in, so that coming back by the navigation finds it as it was left. */
export function definePageMemory(id: string) {
  return defineStore(id, () => {
    const query = shallowRef<LocationQueryRaw>({});
    const officerId = shallowRef<string | null>(null);

    function recall(officer: string | null): LocationQueryRaw {
      return officerId.value === officer ? query.value : {};
    }
    function keep(officer: string | null, next: LocationQueryRaw): void {
      officerId.value = officer;
      query.value = next;
    }
    return { recall, keep };
  });
}
