import { readTable } from '#api/excel/read-table.ts';
import { writeWorkbook } from '#api/excel/write-workbook.ts';
import { createHttpClient, type HttpClient } from '#shared/contract/http/client.ts';
import { IMPORT_PART_BYTES, type ImportRun } from '#shared/contract/http/imports.ts';
import { judgeRows, TARGETS } from '#shared/domain/import/judge.ts';
import type { Result } from '#shared/contract/result.ts';
import { eventually } from '../../helpers/eventually.ts';
import { repeated, timed } from '../measure.ts';
import { type Office, PASSWORD } from '../office.ts';
import type { Section } from '../report.ts';

const ROWS = 50_000;
const RUNS = 3;
const KEEPER = 'sjgl1';
const COLUMNS = ['工程名称', '属地', '工程地址', '合同价款（万元）', '建筑面积', '建设单位', '施工单位', '备注'];

/** A file of 50 000 projects: read, judged, imported through the server, and taken back. */
export async function measureImport(office: Office): Promise<Section> {
  const writing: number[] = [];
  const bytes = await keep(writing, () => writeWorkbook([{ name: '工程', columns: COLUMNS.map((title) => ({ title })), rows: Array.from({ length: ROWS }, (_, index) => row(index)) }]));
  const target = TARGETS.project;
  const read = must(await readTable(bytes, { name: '工程.xlsx', columns: target.columns }));
  const reading = await repeated(RUNS, () => readTable(bytes, { name: '工程.xlsx', columns: target.columns }));
  const judging = await repeated(RUNS, () => judgeRows(target, read.rows, read.headers, '2026-11-20'));
  const steps = await throughServer(office, bytes);
  return {
    title: `Import of an Excel file of ${ROWS.toLocaleString('en-US')} rows and ${String(COLUMNS.length)} columns (${(bytes.length / 1e6).toFixed(1)} MB)`,
    rows: [
      { work: 'file written', unit: 'ms', values: writing },
      { work: 'file read', unit: 'ms', values: reading, target: { kind: 'at most', value: 5000 } },
      { work: 'every cell of every row judged', unit: 'ms', values: judging },
      { work: 'uploaded, read, judged and compared with the register', unit: 'ms', values: steps.checking, target: { kind: 'at most', value: 15_000 } },
      { work: 'written in one transaction, with the change log and the way back', unit: 'ms', values: steps.applying, target: { kind: 'at most', value: 30_000 } },
      { work: 'taken back as a whole', unit: 'ms', values: steps.undoing },
    ],
  };
}

function row(index: number): string[] {
  return [`示例工程第${String(index)}号`, '吴中区', `示例路${String(index)}号`, '1234.5', '3600', '苏州示例置业有限公司', '苏州示例建筑工程有限公司', '无'];
}

async function keep<T>(values: number[], work: () => Promise<T>): Promise<T> {
  const kept: T[] = [];
  values.push(await timed(async () => { kept.push(await work()); }));
  return kept[0]!;
}

async function throughServer(office: Office, bytes: Uint8Array) {
  const call = await signIn(office.url);
  const times = { checking: [] as number[], applying: [] as number[], undoing: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    const { id } = await keep(times.checking, () => check(call, bytes));
    await keep(times.applying, async () => { must(await call('applyImport', { importId: id })); return ended(call, id, 'applied'); });
    await keep(times.undoing, async () => { must(await call('undoImport', { importId: id })); return ended(call, id, 'undone'); });
  }
  return times;
}

async function check(call: HttpClient, bytes: Uint8Array): Promise<ImportRun> {
  const { id } = must(await call('startImport', { target: 'project', fileName: '工程.xlsx', bytes: bytes.length }));
  for (let offset = 0; offset < bytes.length; offset += IMPORT_PART_BYTES) {
    must(await call('importPart', { importId: id, offset, content: Buffer.from(bytes.subarray(offset, offset + IMPORT_PART_BYTES)).toString('base64') }));
  }
  must(await call('checkImport', { importId: id, sheet: null, mapping: {}, skipHidden: false, keepMapping: false }));
  return ended(call, id, 'checked');
}

const ENDED_MS = 120_000;

async function ended(call: HttpClient, id: string, state: ImportRun['state']): Promise<ImportRun> {
  return eventually(async () => {
    const run = must(await call('importRun', { importId: id }));
    if (run.error !== null) throw new Error(run.error.message);
    return run.state === state ? run : null;
  }, ENDED_MS);
}

async function signIn(url: string): Promise<HttpClient> {
  const client = (token: string | null): HttpClient => createHttpClient(async ({ method, path, body }) => {
    const headers = { ...(body === null ? {} : { 'content-type': 'application/json' }), ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    const answer = await fetch(`${url}${path}`, { method, headers, body });
    return { status: answer.status, body: await answer.json() };
  });
  const { token } = must(await client(null)('signIn', { loginName: KEEPER, password: PASSWORD, deviceId: 'bench-import-device' }));
  return client(token);
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
