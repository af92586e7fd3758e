import type { Locator, Page } from 'playwright-core';

/** The desktop as a person uses it: by the names on the screen, waiting for what appears. */
export class DeskPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  find(testId: string): Locator {
    return this.page.getByTestId(testId).filter({ visible: true });
  }

  async click(testId: string): Promise<void> {
    await this.find(testId).first().click();
  }

  /** The text box behind a test id, whether the id stands on it or around it. */
  private box(testId: string): Locator {
    return this.page.locator(`input[data-testid="${testId}"], textarea[data-testid="${testId}"], [data-testid="${testId}"] input, [data-testid="${testId}"] textarea`).first();
  }

  async fill(testId: string, text: string): Promise<void> {
    const box = this.box(testId);
    await box.fill(text);
    await box.blur();
  }

  /** Writes a list line by line, with Enter between them. */
  async fillLines(testId: string, lines: readonly string[]): Promise<void> {
    await this.box(testId).click();
    for (const [index, line] of lines.entries()) {
      if (index > 0) await this.page.keyboard.press('Enter');
      await this.page.keyboard.insertText(line);
    }
  }

  /** Types a date or time into a picker and closes it. */
  async fillDate(testId: string, text: string): Promise<void> {
    const box = this.box(testId);
    await box.fill(text.replace('T', ' '));
    await box.press('Enter');
    await box.blur();
  }

  /** Opens a select and takes the option whose text contains `text`. */
  async choose(testId: string, text: string): Promise<void> {
    await this.find(testId).first().click();
    await this.page.locator('.el-select-dropdown__item').filter({ visible: true }).filter({ hasText: text }).first().click();
  }

  async signIn(loginName: string, password: string): Promise<void> {
    await this.fill('sign-in-login', loginName);
    await this.box('sign-in-password').fill(password);
    await this.click('sign-in-submit');
    await this.find('nav-workbench').waitFor();
  }

  /** Signs out once everything is with the server. */
  async leave(): Promise<void> {
    await this.synced();
    await this.signOut();
  }

  async signOut(): Promise<void> {
    await this.click('officer-menu');
    await this.click('sign-out');
    await this.find('sign-in-submit').waitFor();
  }

  /** Opens a case from the list by searching for `text`. */
  async openCase(text: string): Promise<void> {
    await this.click('nav-cases');
    await this.box('case-list-search').fill(text);
    // The list follows the search: a row is clicked once only hits are left, so that it does not move away.
    await this.page.waitForFunction((wanted) => {
      const rows = [...document.querySelectorAll('[data-testid="case-row"]')];
      return rows.length > 0 && rows.every((row) => row.textContent.includes(wanted));
    }, text);
    await this.openRow();
  }

  /** A list that is drawn anew under the pointer, e.g. by a pull, loses the click: it is made again. */
  private async openRow(): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      await this.find('case-row').first().click();
      const opened = await this.find('case-page').waitFor({ timeout: 5000 }).then(() => true, () => false);
      if (opened) return;
    }
    await this.find('case-page').waitFor();
  }

  /** Takes a step of the procedure: fills its dialog with `fill`, then confirms and waits until it is done. */
  async step(event: string, opinion: string, fill: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    await this.click(`step-${event}`);
    await this.find('step-dialog').waitFor();
    await fill();
    if (opinion !== '') await this.fill('step-opinion', opinion);
    await this.click('step-confirm');
    await this.find('step-dialog').waitFor({ state: 'hidden' });
  }

  /** Opens the paper the case's page offers, making it where it does not exist. */
  async openPaper(code: string): Promise<void> {
    await this.click(`paper-${code}`);
    await this.find('document-page').waitFor();
    await this.find('document-preview-page').first().waitFor();
  }

  /** Makes a document from the case's list of documents. */
  async makeDocument(code: string): Promise<void> {
    await this.click('document-create');
    await this.click(`document-create-${code}`);
    await this.find('document-preview-page').first().waitFor();
  }

  /** Issues the open document and waits until it is frozen. */
  async issue(): Promise<void> {
    await this.click('document-issue');
    await this.click('issue-confirm');
    await this.find('document-issued').waitFor();
  }

  async backToCase(): Promise<void> {
    await this.click('document-back');
    await this.find('case-page').waitFor();
  }

  /** Brings a section of the case into view. */
  async section(name: string): Promise<void> {
    await this.click(`anchor-case-${name}`);
  }

  /** Opens a select that is searched, types `text` and takes the first option that has it. */
  async search(testId: string, text: string): Promise<void> {
    await this.find(testId).first().click();
    await this.page.keyboard.type(text);
    await this.page.locator('.el-select-dropdown__item').filter({ visible: true }).filter({ hasText: text }).first().click();
  }

  /** Syncs and waits until nothing is left to send or fetch. */
  async synced(): Promise<void> {
    const since = await this.page.evaluate(async () => {
      await window.desk.call('sync.now', {});
      return new Date().toISOString();
    });
    await this.page.waitForFunction(async (began) => {
      const answer = await window.desk.call('sync.state', {});
      if (!answer.ok) return false;
      const { phase, online, pending, filesToUpload, lastSyncAt } = answer.value;
      return phase === 'idle' && online && pending === 0 && filesToUpload === 0 && lastSyncAt !== null && lastSyncAt >= began.slice(0, 19);
    }, since, { timeout: 60_000, polling: 100 });
  }
}
