import { onScopeDispose } from 'vue';

export interface Shortcut {
  /** `KeyboardEvent.key`, compared in lower case. */
  readonly key: string;
  readonly ctrl?: boolean;
  readonly alt?: boolean;
}

/** Runs `action` on a key of the whole window while the component lives; never while an input method is composing. */
export function useShortcut(shortcut: Shortcut, action: () => void): void {
  function listen(event: KeyboardEvent): void {
    if (event.isComposing || !matches(event, shortcut)) return;
    event.preventDefault();
    action();
  }
  window.addEventListener('keydown', listen);
  onScopeDispose(() => { window.removeEventListener('keydown', listen); });
}

export function matches(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey'>, { key, ctrl = false, alt = false }: Shortcut): boolean {
  return event.key.toLowerCase() === key.toLowerCase() && event.ctrlKey === ctrl && event.altKey === alt;
}
