import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashRaw } from '@node-rs/argon2';
import { hashPassword, verifyPassword } from '#api/modules/auth/password.ts';
import { type DesktopLaunch, desktopLaunch } from '#build/electron/launch.ts';
import { startDisplay, type VirtualDisplay } from '#tests/helpers/display.ts';
import { STRONG_KEY_COST } from '#worker/options.ts';
import { PAINTED } from '../devtools.ts';
import { emptyApp, type StartedElectron, startElectron } from '../electron.ts';
import { memoryOfTree } from '../machine.ts';
import { median, repeated } from '../measure.ts';
import { LEADER, type Office, PASSWORD } from '../office.ts';
import type { Row, Section } from '../report.ts';
import { measureScreens } from './screens.ts';

const RUNS = 5;

interface Start {
  /** From the start of the process until the sign-in page stands and its first field takes keys. */
  readonly signInPage: number;
  /** From the click on 登录 until the workbench stands with its figures; typing does not count. */
  readonly workbench: number;
  /** Milliseconds from the start of the main process, as the product logs them. */
  readonly phases: Readonly<Record<string, number>>;
  readonly memory: number;
}

interface Bench {
  readonly office: Office;
  readonly launch: DesktopLaunch;
  readonly display: VirtualDisplay;
}

export interface DesktopProfiles {
  /** A filled cache of the leader, and one with five times as many cases. */
  readonly profileDir: string;
  readonly largeProfileDir: string | null;
}

export async function measureDesktop(office: Office, profiles: DesktopProfiles): Promise<readonly Section[]> {
  const display = await startDisplay({ width: 1920, height: 1080 });
  const bench = { office, display, launch: await desktopLaunch() };
  try {
    const starts = await measureStarts(bench, profiles.profileDir);
    const large = profiles.largeProfileDir === null ? null : await atWork(bench, profiles.largeProfileDir, measureScreens);
    return [starts, ...(large === null ? [] : [large])];
  } finally {
    await display.close();
  }
}

async function measureStarts(bench: Bench, profileDir: string): Promise<Section> {
  const empty = emptyApp(bench.office.folder);
  const floors: number[] = [];
  const online: Start[] = [];
  const offline: Start[] = [];
  await startOnce(bench, profileDir);
  for (let run = 0; run < RUNS; run += 1) {
    floors.push(await startEmpty(bench, empty));
    online.push(await startOnce(bench, profileDir));
  }
  await bench.office.serve(false);
  for (let run = 0; run < RUNS; run += 1) offline.push(await startOnce(bench, profileDir));
  await bench.office.serve(true);
  return report(bench.office, { floors, online, offline, ...(await passwordCosts()) });
}

async function startEmpty({ launch, display }: Bench, args: readonly string[]): Promise<number> {
  const electron = await startElectron(launch, args, display);
  const stood = await signInPage(electron);
  await electron.close();
  return stood - electron.startedAt;
}

async function startOnce(bench: Bench, profileDir: string): Promise<Start> {
  prepare(bench.office, profileDir);
  const electron = await startElectron(bench.launch, [...bench.launch.args, `--profile-dir=${profileDir}`], bench.display);
  const stood = await signInPage(electron);
  const workbench = await signIn(electron);
  const memory = memoryOfTree(electron.pid);
  await electron.close();
  return { signInPage: stood - electron.startedAt, workbench, memory, phases: bootPhases(profileDir) };
}

/** Opens the desktop on a copy of a profile, signs in, and hands it over. */
async function atWork<T>(bench: Bench, profileDir: string, use: (electron: StartedElectron, office: Office) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(path.join(bench.office.folder, 'desk-'));
  cpSync(profileDir, copy, { recursive: true });
  prepare(bench.office, copy);
  const electron = await startElectron(bench.launch, [...bench.launch.args, `--profile-dir=${copy}`], bench.display);
  await signInPage(electron);
  await signIn(electron);
  const result = await use(electron, bench.office);
  await electron.close();
  return result;
}

function prepare(office: Office, profileDir: string): void {
  writeFileSync(path.join(profileDir, 'settings.json'), JSON.stringify({ serverUrl: office.url }));
}

function signInPage({ page }: StartedElectron): Promise<number> {
  return page.evaluate(`(${PAINTED})(() => { const field = document.querySelector('[data-testid=sign-in-login]'); return field !== null && !field.disabled; })`);
}

function signIn({ page }: StartedElectron): Promise<number> {
  return page.evaluate(`(async () => {
    const fill = (name, text) => { const field = document.querySelector('[data-testid=' + name + ']'); field.value = text; field.dispatchEvent(new Event('input')); };
    fill('sign-in-login', ${JSON.stringify(LEADER)});
    fill('sign-in-password', ${JSON.stringify(PASSWORD)});
    await new Promise((done) => setTimeout(done, 300));
    const clicked = performance.timeOrigin + performance.now();
    document.querySelector('[data-testid=sign-in-submit]').click();
    const stood = await (${PAINTED})(() => Number((document.querySelector('[data-testid=count-open] strong')?.textContent ?? '0').replace(/\\D/g, '')) > 0 && document.querySelector('[data-testid=todo-row]') !== null);
    return stood - clicked;
  })()`);
}

/** The last start in the desktop's own log. */
function bootPhases(profileDir: string): Readonly<Record<string, number>> {
  const lines = readFileSync(path.join(profileDir, 'logs/desktop.log'), 'utf8').trim().split('\n');
  const boots = lines.map((line) => JSON.parse(line) as { event: string; phase?: string; ms?: number }).filter((line) => line.event === 'boot');
  return Object.fromEntries(boots.slice(boots.findLastIndex(({ phase }) => phase === 'main')).map(({ phase, ms }) => [phase ?? '', ms ?? 0]));
}

async function passwordCosts(): Promise<{ readonly keyTimes: readonly number[]; readonly serverTimes: readonly number[] }> {
  const password = Buffer.from(PASSWORD);
  const hash = await hashPassword(PASSWORD);
  return {
    keyTimes: await repeated(RUNS, () => hashRaw(password, { ...STRONG_KEY_COST, parallelism: 1, outputLen: 32, salt: Buffer.alloc(16, 1) })),
    serverTimes: await repeated(RUNS, () => verifyPassword(hash, PASSWORD)),
  };
}

interface Starts {
  readonly floors: readonly number[];
  readonly online: readonly Start[];
  readonly offline: readonly Start[];
  readonly keyTimes: readonly number[];
  readonly serverTimes: readonly number[];
}

/** The process is cold, the files are in the system's cache after a first start that does not count. */
function report(office: Office, { floors, online, offline, keyTimes, serverTimes }: Starts): Section {
  const floor = { what: 'an Electron with one window and one field, the same way', values: floors };
  const cold = (work: string, starts: readonly Start[]): Row =>
    ({ work, unit: 'ms', values: starts.map((start) => start.signInPage + start.workbench), floor, target: { kind: 'at most', value: 1500 } });
  const own = (work: string, starts: readonly Start[], passwords: number): Row => ({
    work, unit: 'ms', values: starts.map((start) => start.signInPage - median(floors) + start.workbench - passwords), target: { kind: 'at most', value: 500 },
  });
  const key = median(keyTimes);
  return {
    title: `Cold start of the production build, ${office.cases.toLocaleString('en-US')} cases cached`,
    rows: [
      cold('process start → workbench with its figures, online', online),
      cold('process start → workbench with its figures, offline', offline),
      own('  own code of it: without an empty Electron and Argon2, online', online, key + median(serverTimes)),
      own('  own code of it: without an empty Electron and Argon2, offline', offline, key),
      { work: '  process start → sign-in page takes keys', unit: 'ms', values: [...online, ...offline].map((start) => start.signInPage), floor },
      { work: '  click on 登录 → workbench, online', unit: 'ms', values: online.map((start) => start.workbench) },
      { work: '  click on 登录 → workbench, offline', unit: 'ms', values: offline.map((start) => start.workbench) },
      { work: '  Argon2id of the cache key (64 MiB, 3 passes)', unit: 'ms', values: keyTimes },
      { work: '  Argon2id of the server (19 MiB, 2 passes)', unit: 'ms', values: serverTimes },
      ...['main', 'ready', 'window-created', 'window-shown'].map((phase): Row => ({ work: `  own log: ${phase}, from the start of the main process`, unit: 'ms', values: online.map((start) => start.phases[phase] ?? 0) })),
      { work: 'memory over all processes, workbench open (proportional)', unit: 'MB', values: [...online, ...offline].map((start) => start.memory), target: { kind: 'at most', value: 350 } },
    ],
  };
}
