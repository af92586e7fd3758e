import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Bench, clickSignIn, prepare, signInPage } from '../desktop-session.ts';
import { startElectron } from '../electron.ts';
import { memoryOfWorker } from '../machine.ts';
import type { Section } from '../report.ts';

const RUNS = 3;

interface Pulled {
  readonly milliseconds: number;
  readonly memory: number;
}

/** The first sign-in on a new machine, in the real Electron: its Node, its compression, its memory. */
export async function measureDesktopPull(bench: Bench): Promise<Section> {
  const runs: Pulled[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await pullOnce(bench));
  const { cases, records } = bench.office;
  return {
    title: `First pull in the real Electron ${bench.launch.version}: ${String(cases)} cases, ${String(records)} records`,
    rows: [
      { work: 'first pull', unit: 'docs/s', values: runs.map(({ milliseconds }) => records / (milliseconds / 1000)) },
      { work: 'memory of the worker after pull and indexing (proportional)', unit: 'MB', values: runs.map(({ memory }) => memory), target: { kind: 'at most', value: 200 } },
    ],
  };
}

async function pullOnce(bench: Bench): Promise<Pulled> {
  const profileDir = mkdtempSync(path.join(bench.office.folder, 'desk-'));
  prepare(bench.office, profileDir);
  const electron = await startElectron(bench.launch, [...bench.launch.args, `--profile-dir=${profileDir}`], bench.display);
  await signInPage(electron);
  const milliseconds = await electron.page.evaluate<number>(`(async () => {
    let started = 0;
    const ended = new Promise((resolve) => {
      window.desk.on('session.changed', () => { started ||= performance.now(); });
      window.desk.on('sync.changed', (state) => { if (state.phase === 'idle' && state.lastSyncAt !== null && state.cases === ${String(bench.office.cases)}) resolve(performance.now()); });
    });
    ${clickSignIn()}
    const milliseconds = await ended - started;
    while ((await window.desk.call('sync.state', {})).value.unindexed > 0) await new Promise((done) => setTimeout(done, 200));
    return milliseconds;
  })()`);
  const memory = memoryOfWorker(electron.pid);
  await electron.close();
  rmSync(profileDir, { recursive: true, force: true });
  return { milliseconds, memory };
}
