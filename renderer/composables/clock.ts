import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { dateOf } from '../ui/format.ts';

const TICK_MS = 20_000;

/** The time on screen, moved on every 20 s, so that remaining days and the day's date stay true overnight. */
export const useClock = defineStore('clock', () => {
  const now = ref(Date.now());
  setInterval(() => { now.value = Date.now(); }, TICK_MS);
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  const today = computed(() => dateOf(now.value));
  return { now, today };
});
