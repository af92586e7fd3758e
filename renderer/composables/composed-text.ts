import { onScopeDispose, ref, watch, type Ref } from 'vue';

/**
 * Search text that follows typing, but not the half-typed letters of an input method: bind `onInput`, `onCompositionStart`
 * and `onCompositionEnd` to a native input. `settled` changes `delayMs` after the last finished key.
 */
export function useComposedText(initial: string, delayMs: number): {
  readonly typed: Ref<string>;
  readonly settled: Ref<string>;
  readonly listeners: { readonly compositionstart: () => void; readonly compositionend: (event: Event) => void; readonly input: (event: Event) => void };
  readonly set: (text: string) => void;
} {
  const typed = ref(initial);
  const settled = ref(initial);
  let composing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function take(event: Event): void {
    if (event.target instanceof HTMLInputElement) typed.value = event.target.value;
  }
  function set(text: string): void {
    clearTimeout(timer);
    typed.value = text;
    settled.value = text;
  }

  watch(typed, (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => { settled.value = text.trim(); }, delayMs);
  });
  onScopeDispose(() => { clearTimeout(timer); });

  const listeners = {
    compositionstart: () => { composing = true; },
    compositionend: (event: Event) => { composing = false; take(event); },
    input: (event: Event) => { if (!composing) take(event); },
  };
  return { typed, settled, listeners, set };
}
