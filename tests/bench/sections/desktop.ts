import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hashRaw } from '@node-rs/argon2';
import { hashPassword, verifyPassword } from '#api/modules/auth/password.ts';
import { desktopLaunch } from '#build/electron/launch.ts';
import { startDisplay } from '#tests/helpers/display.ts';
import { STRONG_KEY_COST } from '#worker/options.ts';
import { atWork, type Bench, prepare, signIn, signInPage } from '../desktop-session.ts';
import { emptyApp, startElectron } from '../electron.ts';
import { memoryOfTree } from '../machine.ts';
import { median, repeated } from '../measure.ts';
import { type Office, PASSWORD } from '../office.ts';
import type { Row, Section } from '../report.ts';
import { measureDesktopPull } from './desktop-pull.ts';
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
    return [starts, ...(large === null ? [] : [large]), await measureDesktopPull(bench)];
  } finally {
    await display.close();
  }
}

async function measureStarts(bench: Bench, profileDir: string): Promise<Section> {
  const empty = emptyApp(bench.office.folder);
  const inTurns = async (): Promise<Turns> => {
    const turns: { product: Start[]; floor: number[] } = { product: [], floor: [] };
    for (let run = 0; run < RUNS; run += 1) {
      turns.floor.push(await startEmpty(bench, empty));
      turns.product.push(await startOnce(bench, profileDir));
    }
    return turns;
  };
  await startOnce(bench, profileDir);
  const online = await inTurns();
  await bench.office.serve(false);
  const offline = await inTurns();
  await bench.office.serve(true);
  return report(bench.office, { online, offline, ...(await passwordCosts()) });
}

/** Starts of the product, and of an empty Electron between them. */
interface Turns {
  readonly product: readonly Start[];
  readonly floor: readonly number[];
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
  readonly online: Turns;
  readonly offline: Turns;
  readonly keyTimes: readonly number[];
  readonly serverTimes: readonly number[];
}

/** The process is cold, the files are in the system's cache after a first start that does not count. */
function report(office: Office, { online, offline, keyTimes, serverTimes }: Starts): Section {
  const floorOf = (values: readonly number[]) => ({ what: 'an Electron with one window and one field, the same way', values });
  const cold = (work: string, { product, floor }: Turns): Row =>
    ({ work, unit: 'ms', values: product.map((start) => start.signInPage + start.workbench), floor: floorOf(floor), target: { kind: 'at most', value: 1500 } });
  const own = (work: string, { product, floor }: Turns, passwords: number): Row => ({
    work, unit: 'ms', values: product.map((start) => start.signInPage - median(floor) + start.workbench - passwords), target: { kind: 'at most', value: 500 },
  });
  const all = [...online.product, ...offline.product];
  const key = median(keyTimes);
  return {
    title: `Cold start of the production build, ${office.cases.toLocaleString('en-US')} cases cached`,
    rows: [
      cold('process start → workbench with its figures, online', online),
      cold('process start → workbench with its figures, offline', offline),
      own('  own code of it: without an empty Electron and Argon2, online', online, key + median(serverTimes)),
      own('  own code of it: without an empty Electron and Argon2, offline', offline, key),
      { work: '  process start → sign-in page takes keys', unit: 'ms', values: all.map((start) => start.signInPage), floor: floorOf([...online.floor, ...offline.floor]) },
      { work: '  click on 登录 → workbench, online', unit: 'ms', values: online.product.map((start) => start.workbench) },
      { work: '  click on 登录 → workbench, offline', unit: 'ms', values: offline.product.map((start) => start.workbench) },
      { work: '  Argon2id of the cache key (64 MiB, 3 passes)', unit: 'ms', values: keyTimes },
      { work: '  Argon2id of the server (19 MiB, 2 passes)', unit: 'ms', values: serverTimes },
      ...['main', 'ready', 'window-created', 'window-shown'].map((phase): Row => ({ work: `  own log: ${phase}, from the start of the main process`, unit: 'ms', values: all.map((start) => start.phases[phase] ?? 0) })),
      { work: 'memory over all processes, workbench open (proportional)', unit: 'MB', values: all.map((start) => start.memory), target: { kind: 'at most', value: 350 } },
    ],
  };
}
