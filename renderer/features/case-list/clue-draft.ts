import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { ClueForm } from './clue-form.ts';

/** A registration not yet sent: stays while the officer looks something up on another page. */
export const useClueDraft = defineStore('clue-draft', () => {
  const form = ref<ClueForm | null>(null);
  const officerId = ref<string | null>(null);

  function recall(officer: string | null): ClueForm | null {
    return officerId.value === officer ? form.value : null;
  }
  function keep(officer: string | null, next: ClueForm | null): void {
    officerId.value = officer;
    form.value = next;
  }
  return { recall, keep };
});
