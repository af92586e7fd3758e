import { computed, onScopeDispose, ref } from 'vue';
import type { AppError } from '#shared/contract/result.ts';

/** Seconds until the next attempt is allowed, from a refusal's details (`seconds`); 0 where it names none. */
export function delayOf(error: AppError): number {
  const seconds = error.details?.['seconds'];
  return typeof seconds === 'number' && seconds > 0 ? Math.ceil(seconds) : 0;
}

/** Counts down to the moment a person may try again; bound to the clock, so a sleeping machine does not prolong it. */
export function useCountdown() {
  const until = ref(0);
  const now = ref(Date.now());
  const timer = setInterval(() => { now.value = Date.now(); }, 250);
  onScopeDispose(() => { clearInterval(timer); });
  const left = computed(() => Math.max(0, Math.ceil((until.value - now.value) / 1000)));

  function start(seconds: number): void {
    now.value = Date.now();
    until.value = now.value + seconds * 1000;
  }
  return { left, start };
}
