/** Two desktops at one server: what one edits without network arrives, then the other fetches it. */
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { createZstdDecompress } from 'node:zlib';
import { startFaultProxy } from '#tests/helpers/fault-proxy.ts';
import { eventually, type Desk } from '#tests/helpers/worker.ts';
import { benchDesk, settle } from '../desk.ts';
import { timed } from '../measure.ts';
import { scratchDatabase } from '../scratch.ts';
import { answer, input } from './process.ts';

export interface ExchangeInput {
  readonly serverUrl: string;
  readonly floorUrl: string;
  readonly folder: string;
  readonly editor: { readonly loginName: string; readonly profileDir: string };
  readonly reader: { readonly loginName: string; readonly profileDir: string };
  readonly password: string;
}

export interface ExchangeAnswer {
  /** One edit, from the call to the answer, without network. */
  readonly edits: readonly number[];
  /** 500 edits, from the network's return until the server has taken all. */
  readonly pushes: readonly number[];
  /** 500 changed cases, a whole round of the other desktop. */
  readonly pulls: readonly number[];
  /** A round with nothing to do. */
  readonly idle: readonly number[];
  readonly plainPushes: readonly number[];
  readonly plainPulls: readonly number[];
}

const EDITS = 500;
const ROUNDS = 5;

const { serverUrl, floorUrl, folder, editor, reader, password } = input<ExchangeInput>();

async function register(desk: Desk, caseId: string, number: number): Promise<void> {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await desk.submit('case.register', caseId, {
    channel: 'JC', district: '320500', cause: '未取得施工许可证擅自施工', violationId: null,
    clue: { source: 'inspection', receivedOn: today, subject: `性能测试线索第${String(number)}号`, description: '日常巡查发现，某在建工程未公示施工许可证。'.repeat(20) },
  });
}

async function editAll(desk: Desk, ids: readonly string[], round: number): Promise<number[]> {
  const times: number[] = [];
  for (const caseId of ids) {
    const { clue } = await desk.must('case.get', { caseId });
    const change = { path: 'clue.description', from: clue.description, to: `第${String(round)}次核对。${clue.description}` };
    times.push(await timed(() => desk.submit('case.edit', caseId, { changes: [change] })));
  }
  return times;
}

/** From the network's return until nothing waits any more. */
async function pushAll(desk: Desk, putBack: () => void): Promise<number> {
  const started = performance.now();
  putBack();
  let taken = 0;
  const end = desk.worker.on('outbox.changed', ({ pending }) => { if (pending === 0 && taken === 0) taken = performance.now(); });
  await desk.settled();
  await eventually(() => taken > 0);
  end();
  const state = await desk.must('sync.state', {});
  if (state.pending + state.stuck > 0) throw new Error(`${String(state.stuck)} edits were refused`);
  return taken - started;
}

/** The floor's client: one table of rows to send, one of rows known. */
function plainClient() {
  const { db, remove } = scratchDatabase(folder);
  db.exec('create table outbox (seq integer primary key, id text not null, body text not null); create table record (row integer primary key, id text not null unique, rev integer not null, body text not null)');
  const queue = db.prepare<[string, string]>('insert into outbox (id, body) values (?, ?)');
  const waiting = db.prepare<[], { id: string; body: string }>('select id, body from outbox order by seq');
  const sent = db.prepare('delete from outbox');
  const put = db.prepare<[string, number, string]>('insert into record (id, rev, body) values (?, ?, ?) on conflict (id) do update set rev = excluded.rev, body = excluded.body');
  const request = async (method: string, path: string, body: string | null): Promise<http.IncomingMessage> => await new Promise((resolve, reject) => {
    const sending = http.request(`${floorUrl}${path}`, { method, headers: body === null ? {} : { 'content-type': 'application/json' } }, resolve);
    sending.on('error', reject).end(body ?? undefined);
  });
  const text = async (stream: AsyncIterable<unknown>): Promise<string> => {
    let all = '';
    for await (const chunk of stream) all += String(chunk);
    return all;
  };
  return {
    remove,
    queue: (rows: readonly { readonly id: string; readonly body: string }[]) => { db.transaction(() => { for (const row of rows) queue.run(row.id, row.body); }).immediate(); },
    head: async () => (JSON.parse(await text(await request('GET', '/head', null))) as { seq: string }).seq,
    async push() {
      const rows = waiting.all();
      const response = await request('POST', '/push', `[${rows.map(({ id, body }) => `{"id":${JSON.stringify(id)},"body":${body}}`).join(',')}]`);
      const { changed } = JSON.parse(await text(response.setEncoding('utf8'))) as { changed: number };
      if (changed !== rows.length) throw new Error('The floor lost a row');
      sent.run();
    },
    async pull(after: string) {
      const response = await request('GET', `/changed?after=${after}`, null);
      const lines = (await text(response.pipe(createZstdDecompress()).setEncoding('utf8'))).split('\n').filter((line) => line !== '');
      db.transaction(() => {
        for (const line of lines) {
          const [, id = '', rev = '', body = ''] = line.split('\t');
          put.run(id, Number(rev), body);
        }
      }).immediate();
      if (lines.length !== EDITS) throw new Error('The floor lost a change');
    },
  };
}

const plug = await startFaultProxy(serverUrl);
const writing = benchDesk(plug.url, editor.profileDir);
const reading = benchDesk(serverUrl, reader.profileDir);
await settle(writing, editor.loginName, password);
await settle(reading, reader.loginName, password);
const ids = Array.from({ length: EDITS }, () => randomUUID());
for (const [number, id] of ids.entries()) await register(writing, id, number);
await writing.settled();
await reading.settled();

const plain = plainClient();
const times = { edits: [] as number[], pushes: [] as number[], pulls: [] as number[], idle: [] as number[], plainPushes: [] as number[], plainPulls: [] as number[] };
for (let round = 1; round <= ROUNDS; round += 1) {
  plug.set({ refuse: true });
  times.edits.push(...(await editAll(writing, ids, round)));
  const rows = await Promise.all(ids.map(async (caseId) => ({ id: caseId, body: JSON.stringify(await writing.must('case.get', { caseId })) })));
  times.pushes.push(await pushAll(writing, () => { plug.set({}); }));
  times.pulls.push(await timed(() => reading.settled()));
  times.idle.push(await timed(() => reading.settled()));
  plain.queue(rows);
  const head = await plain.head();
  times.plainPushes.push(await timed(() => plain.push()));
  times.plainPulls.push(await timed(() => plain.pull(head)));
}
const [before, after] = await Promise.all([writing, reading].map((desk) => desk.must('case.get', { caseId: ids[0] ?? '' })));
if (before?.clue.description !== after?.clue.description || before?.rev !== after?.rev) throw new Error('The desktops differ');
plain.remove();
await writing.close();
await reading.close();
await plug.close();
await answer(times satisfies ExchangeAnswer);
