/** A volume bound in the worker's own code: papers as they are issued, and scans. Neither network nor cache is in it. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { foreignPdf, paper, part, scannedPdf, volumeTypesetter } from '#tests/helpers/volume.ts';
import { mergeVolume, type Part } from '#worker/volume/merge.ts';
import { buildPackage } from '#worker/volume/package.ts';
import { inspectPdf } from '#worker/volume/source.ts';
import { verifyPackage } from '#worker/volume/verify.ts';
import { repeated } from '../measure.ts';
import { answer } from './process.ts';

export interface VolumeAnswer {
  /** 300 pages of documents, 100 papers. */
  readonly documents: readonly number[];
  /** The same with 200 scanned pages in four files. */
  readonly withScans: readonly number[];
  /** Longest stretch in which the worker answered nothing else, of each run with scans. */
  readonly longestTurns: readonly number[];
  readonly counting: readonly number[];
  readonly packing: readonly number[];
  readonly verifying: readonly number[];
  readonly megabytes: number;
}

const RUNS = 5;
const PAPERS = 100;
const PAGES = 3;
const SCANS = 4;

const typesetter = volumeTypesetter();
const cover = paper(typesetter, '封面');
const papers = Array.from({ length: PAPERS }, (_, index) => part(`文书${String(index + 1)}`, paper(typesetter, `文书${String(index + 1)}`, PAGES), { section: `第${String(Math.floor(index / 20) + 1)}类` }));
const scans: Part[] = [];
for (let index = 0; index < SCANS; index += 1) scans.push(part(`扫描件${String(index + 1)}`, await scannedPdf(50)));

function bind(parts: readonly Part[], pages: number): Promise<Uint8Array> {
  return mergeVolume({ front: cover, frontTitle: '封面', parts, numbers: typesetter.pageNumbers(pages), progress: () => undefined });
}

await bind([part('暖身', await foreignPdf(1))], 1);
const documents = await repeated(RUNS, () => bind(papers, PAPERS * PAGES));
const longestTurns: number[] = [];
let bound = new Uint8Array();
const withScans = await repeated(RUNS, async () => {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  bound = Uint8Array.from(await bind([...papers, ...scans], PAPERS * PAGES + 200));
  delay.disable();
  longestTurns.push(delay.max / 1e6);
});
const counting = await repeated(RUNS, () => inspectPdf(scans[0]?.bytes ?? new Uint8Array()));
const files = [{ path: '正卷.pdf', bytes: bound }, ...[...papers, ...scans].map(({ title, bytes }) => ({ path: `文书/${title}.pdf`, bytes }))];
let packed = new Uint8Array();
const packing = await repeated(RUNS, async () => { packed = Uint8Array.from(await buildPackage(files, '示例案', '2026-11-23T00:00:00Z')); });
const verifying = await repeated(RUNS, () => { if (!verifyPackage(packed).ok) throw new Error('the package does not verify'); });
await answer({ documents, withScans, longestTurns, counting, packing, verifying, megabytes: packed.length / 1e6 } satisfies VolumeAnswer);
