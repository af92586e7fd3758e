import { onScopeDispose, ref, watch, type Ref } from 'vue';

/**
 * Search text: bind `typed` and the listeners to a native input. `typed` is what stands in the field, half-typed letters of
 * an input method included, so that drawing the page anew never wipes them out; `settled` is what to search for, and changes
 * `delayMs` after the last finished key.
 */
export function useComposedText(initial: string, delayMs: number): {
  readonly typed: Ref<string>;
  readonly settled: Ref<string>;
  readonly listeners: { readonly compositionstart: () => void; readonly compositionend: (event: Event) => void; readonly input: (event: Event) => void };
  readonly set: (text: string) => void;
} {
  const typed = ref(initial);
  const settled = ref(initial);
  const composing = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function take(event: Event): void {
    if (event.target instanceof HTMLInputElement) typed.value = event.target.value;
  }
  function set(text: string): void {
    clearTimeout(timer);
    typed.value = text;
    settled.value = text;
  }

  watch([typed, composing], ([text, unfinished]) => {
    clearTimeout(timer);
    if (!unfinished) timer = setTimeout(() => { settled.value = text.trim(); }, delayMs);
  });
  onScopeDispose(() => { clearTimeout(timer); });

  const listeners = {
    compositionstart: () => { composing.value = true; },
    compositionend: (event: Event) => { composing.value = false; take(event); },
    input: take,
  };
  return { typed, settled, listeners, set };
}
