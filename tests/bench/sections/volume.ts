import { runProcess } from '../child.ts';
import type { VolumeAnswer } from '../processes/volume.ts';
import type { Section } from '../report.ts';

export async function measureVolume(): Promise<Section> {
  const answer = await runProcess<VolumeAnswer>('volume', {});
  return {
    title: `Volume of a case in the worker: PDF/A-2b with bookmarks and page numbers; archive package of ${answer.megabytes.toFixed(0)} MB`,
    rows: [
      { work: '300 pages of documents (100 papers) bound', unit: 'ms', values: answer.documents, target: { kind: 'at most', value: 2000 } },
      { work: '300 pages of documents and 200 scanned pages bound', unit: 'ms', values: answer.withScans, target: { kind: 'at most', value: 5000 } },
      { work: 'longest stretch in which the worker answers nothing else', unit: 'ms', values: answer.longestTurns },
      { work: 'a scan of 50 pages counted and looked at, the first time', unit: 'ms', values: answer.counting },
      { work: 'archive package built', unit: 'ms', values: answer.packing },
      { work: 'archive package verified, every byte', unit: 'ms', values: answer.verifying },
    ],
  };
}
