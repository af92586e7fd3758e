import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { dateOf } from '../ui/format.ts';
import { useSession } from './session.ts';

const TICK_MS = 20_000;

/**
 * The server's time on screen, moved on every 20 s, so that remaining days and the day's date stay true overnight and on a
 * machine whose own clock is wrong.
 */
export const useClock = defineStore('clock', () => {
  const session = useSession();
  const machine = ref(Date.now());
  setInterval(() => { machine.value = Date.now(); }, TICK_MS);
  const now = computed(() => machine.value + session.clockOffset);
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  const today = computed(() => dateOf(now.value));
  return { now, today };
});
