import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DesktopLaunch } from '#build/electron/launch.ts';
import type { VirtualDisplay } from '#tests/helpers/display.ts';
import { PAINTED } from './devtools.ts';
import { type StartedElectron, startElectron } from './electron.ts';
import { LEADER, type Office, PASSWORD } from './office.ts';

/** What every part in the real desktop needs. */
export interface Bench {
  readonly office: Office;
  readonly launch: DesktopLaunch;
  readonly display: VirtualDisplay;
}

/** Opens the desktop on a copy of a profile, signs in, and hands it over. */
export async function atWork<T>(bench: Bench, profileDir: string, use: (electron: StartedElectron) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(path.join(bench.office.folder, 'desk-'));
  cpSync(profileDir, copy, { recursive: true });
  prepare(bench.office, copy);
  const electron = await startElectron(bench.launch, [...bench.launch.args, `--profile-dir=${copy}`], bench.display);
  await signInPage(electron);
  await signIn(electron);
  const result = await use(electron);
  await electron.close();
  return result;
}

export function prepare(office: Office, profileDir: string): void {
  writeFileSync(path.join(profileDir, 'settings.json'), JSON.stringify({ serverUrl: office.url }));
}

export function signInPage({ page }: StartedElectron): Promise<number> {
  return page.evaluate(`(${PAINTED})(() => { const field = document.querySelector('[data-testid=sign-in-login]'); return field !== null && !field.disabled; })`);
}

/** Source: fills in the form and clicks 登录 once the form has taken it in. `clicked` is the instant of the click. */
export function clickSignIn(): string {
  return `
    const fill = (name, text) => { const field = document.querySelector('[data-testid=' + name + ']'); field.value = text; field.dispatchEvent(new Event('input')); };
    fill('sign-in-login', ${JSON.stringify(LEADER)});
    fill('sign-in-password', ${JSON.stringify(PASSWORD)});
    await new Promise((done) => setTimeout(done, 300));
    const clicked = performance.timeOrigin + performance.now();
    document.querySelector('[data-testid=sign-in-submit]').click();`;
}

export function signIn({ page }: StartedElectron): Promise<number> {
  return page.evaluate(`(async () => {
    ${clickSignIn()}
    const stood = await (${PAINTED})(() => Number((document.querySelector('[data-testid=count-open] strong')?.textContent ?? '0').replace(/\\D/g, '')) > 0 && document.querySelector('[data-testid=todo-row]') !== null);
    return stood - clicked;
  })()`);
}
