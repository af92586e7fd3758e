import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { runProcess } from '../child.ts';
import type { Office } from '../office.ts';
import type { DrawAnswer, DrawInput } from '../processes/draw.ts';
import type { Section } from '../report.ts';

const [OBJECTS, OFFICERS] = [15_000, 600];

export async function measureDraw(office: Office): Promise<Section> {
  const folder = mkdtempSync(path.join(office.folder, 'draw-'));
  const { drawn, freezing, drawing, verifying, commits, runs } = await runProcess<DrawAnswer>('draw', { folder, objects: OBJECTS, officers: OFFICERS } satisfies DrawInput);
  return {
    title: `Random draw: ${OBJECTS.toLocaleString('en-US')} objects × ${String(OFFICERS)} officers, ${drawn.toLocaleString('en-US')} drawn with two officers each`,
    rows: [
      { work: 'freeze the pot (filter, caps, canonical JSON, SHA-256)', unit: 'ms', values: freezing },
      { work: 'draw and record it', unit: 'ms', values: drawing, target: { kind: 'at most', value: 1000 } },
      { work: 'verify the exported file', unit: 'ms', values: verifying, target: { kind: 'at most', value: 1000 } },
      { work: 'commitDraw through the server (registers read, pot kept)', unit: 'ms', values: commits, target: { kind: 'at most', value: 1000 } },
      { work: 'runDraw through the server (drawn, record and objects kept)', unit: 'ms', values: runs, target: { kind: 'at most', value: 1000 } },
    ],
  };
}
