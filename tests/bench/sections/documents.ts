import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { runProcess } from '../child.ts';
import { OFFICER, type Office, PASSWORD } from '../office.ts';
import type { DocumentsAnswer, DocumentsInput } from '../processes/documents.ts';
import type { Section } from '../report.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export async function measureDocuments(office: Office): Promise<Section> {
  const profileDir = mkdtempSync(path.join(office.folder, 'desk-'));
  const answer = await runProcess<DocumentsAnswer>('documents', { serverUrl: office.url, profileDir, loginName: OFFICER, password: PASSWORD } satisfies DocumentsInput);
  const each = answer.batches.flat();
  const plain = { what: 'bare Typst, the same text as plain paragraphs in one font', values: answer.plainBatches.flat() };
  return {
    title: `Documents in the worker: issued ones of all kinds, ${(answer.pages / each.length).toFixed(1)} pages each on average`,
    rows: [
      { work: 'one document to PDF/A-2b', unit: 'ms', values: each, floor: plain, target: { kind: 'at most', value: 20 } },
      { work: 'batch of 50 documents to PDF/A-2b', unit: 'ms', values: answer.batches.map(sum), floor: { ...plain, values: answer.plainBatches.map(sum) }, target: { kind: 'at most', value: 1000 } },
      {
        work: 'preview after a key press (fill, typeset, cut into pages)', unit: 'ms', values: answer.keyPresses, judged: 'p95', target: { kind: 'at most', value: 15 },
        floor: { what: 'bare Typst to SVG, the same text', values: answer.plainKeyPresses },
      },
      { work: 'loading compiler and fonts, once', unit: 'ms', values: [answer.loading] },
    ],
  };
}
