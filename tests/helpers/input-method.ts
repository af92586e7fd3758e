import type { CDPSession, Page } from 'playwright-core';

/** Types as a Chinese input method does: letters under way stand in the field until words are chosen. */
export class InputMethod {
  readonly #session: CDPSession;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page));
  }

  /** Shows letters that are not yet words, in place of the last ones. */
  async compose(letters: string): Promise<void> {
    await this.#session.send('Input.imeSetComposition', { text: letters, selectionStart: letters.length, selectionEnd: letters.length });
  }

  /** Ends the composition with the words chosen. */
  async choose(words: string): Promise<void> {
    await this.#session.send('Input.insertText', { text: words });
  }

  /** Enter as it chooses a candidate: the page hears the key, and the composition goes on. */
  async enter(): Promise<void> {
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
    await this.#session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }

  /** Lets files from the disk fall on a point of the page, as the file manager does. */
  async drop(files: readonly string[], at: { readonly x: number; readonly y: number }): Promise<void> {
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await this.#session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
}
