import { cpSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { runProcess } from '../child.ts';
import { LEADER, OFFICER, type Office, PASSWORD } from '../office.ts';
import type { ExchangeAnswer, ExchangeInput } from '../processes/exchange.ts';
import type { Section } from '../report.ts';

/** `profileDir`: a filled cache of the leader. */
export async function measureExchange(office: Office, profileDir: string): Promise<Section> {
  const readerDir = path.join(office.folder, 'desk-reader');
  cpSync(profileDir, readerDir, { recursive: true });
  const answer = await runProcess<ExchangeAnswer>('exchange', {
    serverUrl: office.url, floorUrl: office.floorUrl, folder: office.folder, password: PASSWORD,
    editor: { loginName: OFFICER, profileDir: mkdtempSync(path.join(office.folder, 'desk-')) }, reader: { loginName: LEADER, profileDir: readerDir },
  } satisfies ExchangeInput);
  return {
    title: `Exchange over a cache of ${office.cases.toLocaleString('en-US')} cases (Node 24, zstd)`,
    rows: [
      {
        work: 'push of 500 edits made offline', unit: 'ms', values: answer.pushes, target: { kind: 'ratio at most', value: 2 },
        floor: { what: '500 rows from an AEGIS outbox in one request, one set-based statement', values: answer.plainPushes },
      },
      {
        work: 'incremental pull of 500 changed cases (a whole round)', unit: 'ms', values: answer.pulls, target: { kind: 'ratio at most', value: 2 },
        floor: { what: 'the rows changed since, over zstd, upserted in one transaction', values: answer.plainPulls },
      },
      { work: 'a round with nothing to do', unit: 'ms', values: answer.idle },
      { work: 'one edit, applied and queued for good', unit: 'ms', values: answer.edits, judged: 'p95' },
    ],
  };
}
