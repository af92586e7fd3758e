import type { Router } from 'vue-router';

/** So long nobody has typed, clicked or changed the page: collecting holds the page up for about 50 ms. */
const REST_MS = 8000;

declare global {
  /** V8's own collector; there because the main process asks for it (`--expose-gc`). */
  var gc: ((options: { readonly type: 'major'; readonly execution: 'async' }) => Promise<void>) | undefined;
}

/**
 * Chromium leaves what closed pages held lying for minutes: about 100 MB after ten cases. It is collected once after each
 * change of page, when the officer rests.
 */
export function spareMemory(router: Router): void {
  let due = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Twice: what the first round takes apart is free after the second. In a task of its own, where nothing on the stack holds on to it. */
  async function collect(): Promise<void> {
    due = false;
    for (let round = 0; round < 2; round += 1) await globalThis.gc?.({ type: 'major', execution: 'async' });
  }

  function restart(): void {
    clearTimeout(timer);
    if (due) timer = setTimeout(() => { requestIdleCallback(() => void collect()); }, REST_MS);
  }

  for (const event of ['keydown', 'pointerdown', 'wheel']) addEventListener(event, restart, { passive: true, capture: true });
  router.afterEach(() => {
    due = true;
    restart();
  });
}
