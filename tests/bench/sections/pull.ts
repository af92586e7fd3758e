import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runProcess } from '../child.ts';
import { LEADER, type Office, PASSWORD } from '../office.ts';
import type { FloorPullAnswer, FloorPullInput } from '../processes/floor-pull.ts';
import type { PullAnswer, PullInput } from '../processes/pull.ts';
import type { Section } from '../report.ts';

const RUNS = 5;

/** The first pull and its floor take turns, so that neither has the quieter machine. Keeps the last profile for later sections. */
export async function measurePull(office: Office): Promise<{ readonly section: Section; readonly profileDir: string }> {
  const product: PullAnswer[] = [];
  const floor: FloorPullAnswer[] = [];
  let profileDir = '';
  for (let run = 0; run < RUNS; run += 1) {
    floor.push(await runProcess<FloorPullAnswer>('floor-pull', { url: office.floorUrl, folder: office.folder } satisfies FloorPullInput));
    if (profileDir !== '') rmSync(profileDir, { recursive: true, force: true });
    profileDir = mkdtempSync(path.join(office.folder, 'desk-'));
    product.push(await runProcess<PullAnswer>('pull', { serverUrl: office.url, profileDir, loginName: LEADER, password: PASSWORD } satisfies PullInput));
  }
  check(office, product, floor);
  return { section: report(office, product, floor), profileDir };
}

/** A pull that lost rows would be fast. */
function check(office: Office, product: readonly PullAnswer[], floor: readonly FloorPullAnswer[]): void {
  for (const { cases } of product) if (cases !== office.cases) throw new Error(`The cache holds ${String(cases)} of ${String(office.cases)} cases`);
  for (const { rows } of floor) if (rows !== office.records) throw new Error(`The floor moved ${String(rows)} of ${String(office.records)} rows`);
}

function report(office: Office, product: readonly PullAnswer[], floor: readonly FloorPullAnswer[]): Section {
  const perSecond = ({ milliseconds }: { readonly milliseconds: number }): number => office.records / (milliseconds / 1000);
  return {
    title: `First pull: ${String(office.cases)} cases, ${String(office.records)} records, into an empty encrypted cache (Node 24, zstd)`,
    rows: [
      {
        work: 'first pull', unit: 'docs/s', values: product.map(perSecond), target: { kind: 'ratio at least', value: 0.85 },
        floor: { what: 'the same rows, PostgreSQL → zstd → one AEGIS table with 16 kB pages', values: floor.map(perSecond) },
      },
      { work: 'first pull, whole', unit: 'ms', values: product.map((run) => run.milliseconds) },
      { work: 'newest cases in the list, from the start of the pull', unit: 'ms', values: product.map((run) => run.firstCases), target: { kind: 'at most', value: 1000 } },
      { work: 'search index complete, after the end of the pull', unit: 'ms', values: product.map((run) => run.indexing) },
    ],
  };
}
