import { onMounted, onScopeDispose, ref, type Ref } from 'vue';

/** Cards drawn with the page itself: more than fit on a screen. */
const FIRST = 12;
const STEP = 12;

/** How many of a long list are drawn: a screenful at once, the rest in the pauses that follow, so that the case opens no later. */
export function useGrowing(total: () => number): Ref<number> {
  const drawn = ref(FIRST);
  let waiting = 0;

  function grow(): void {
    drawn.value += STEP;
    if (drawn.value < total()) waiting = requestIdleCallback(grow, { timeout: 200 });
    else drawn.value = Number.POSITIVE_INFINITY;
  }
  onMounted(() => { waiting = requestIdleCallback(grow, { timeout: 200 }); });
  onScopeDispose(() => { cancelIdleCallback(waiting); });
  return drawn;
}
