import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { seed } from '#api/db/seed/index.ts';
import { startServer } from '#api/server.ts';
import { SERVER_FLAGS } from '#build/server-flags.mjs';
import { HTTP } from '#shared/contract/http/contract.ts';
import { lastWords } from '../child.ts';
import { generateLoad, httpRequest, type LoadAnswer } from '../load.ts';
import { residentMemory } from '../machine.ts';
import { percentile } from '../measure.ts';
import { OFFICER, type Office, PASSWORD } from '../office.ts';
import type { Row, Section } from '../report.ts';

const CONNECTIONS = 50;
const RUN_MS = 2500;
const RUNS = 3;
const STARTS = 5;
const MAIN = path.resolve(import.meta.dirname, '../../../build/commands/server.mjs');

export async function measureServer(office: Office): Promise<Section> {
  const starts = await measureStarts(office);
  const token = await signIn(office.url);
  const bearer = { authorization: `Bearer ${token}` };
  const handshake = httpRequest(office.url, 'GET', `${HTTP.handshake.path}?protocol=1&clientVersion=0.1.0`, bearer, '');
  const one = httpRequest(office.floorUrl, 'GET', '/one', {}, '');
  const get = await inTurns(() => load(office.url, () => handshake), () => load(office.floorUrl, () => one));
  const create = await inTurns(
    () => load(office.url, () => httpRequest(office.url, 'POST', HTTP.push.path, bearer, pushBody())),
    () => load(office.floorUrl, () => httpRequest(office.floorUrl, 'POST', '/create', {}, JSON.stringify({ id: randomUUID(), body: command('') }))),
  );
  return {
    title: `Server: ${String(CONNECTIONS)} connections, one request after the other on each, ${String(RUN_MS / 1000)} s a run`,
    rows: [
      ...rows('handshake (session, officer, scope, epoch)', 'Fastify + pg, one row by its key', get),
      ...rows('push of one new case (session, rules, log, audit)', 'Fastify + pg, one insert', create),
      { work: 'memory of the server after all of this run', unit: 'MB', values: [residentMemory(office.serverPid())], target: { kind: 'at most', value: 300 } },
      { work: 'start with its own PostgreSQL, from the command to listening', unit: 'ms', values: starts, target: { kind: 'at most', value: 1000 } },
    ],
  };
}

interface Turns {
  readonly product: readonly LoadAnswer[];
  readonly floor: readonly LoadAnswer[];
}

async function inTurns(product: () => Promise<LoadAnswer>, floor: () => Promise<LoadAnswer>): Promise<Turns> {
  const answers: { product: LoadAnswer[]; floor: LoadAnswer[] } = { product: [], floor: [] };
  for (let run = 0; run < RUNS; run += 1) {
    answers.floor.push(await floor());
    answers.product.push(await product());
  }
  return answers;
}

function load(url: string, request: () => Buffer): Promise<LoadAnswer> {
  return generateLoad({ url, connections: CONNECTIONS, milliseconds: RUN_MS, request });
}

function rows(work: string, what: string, { product, floor }: Turns): Row[] {
  const perSecond = (answers: readonly LoadAnswer[]): number[] => answers.map((answer) => answer.perSecond);
  const p99 = (answers: readonly LoadAnswer[]): number[] => answers.map((answer) => percentile(answer.times, 0.99));
  return [
    { work, unit: 'req/s', values: perSecond(product), floor: { what, values: perSecond(floor) }, target: { kind: 'ratio at least', value: 0.6 } },
    { work: '  the slowest one in a hundred (p99) of it', unit: 'ms', values: p99(product), floor: { what, values: p99(floor) }, target: { kind: 'at most', value: 60 } },
  ];
}

function command(entityId: string) {
  return {
    opId: randomUUID(), kind: 'case.register', entityId, baseRev: 0, createdAt: new Date().toISOString(),
    payload: {
      channel: 'JC', district: '320500', cause: '未取得施工许可证擅自施工', violationId: null,
      clue: { source: 'inspection', receivedOn: '2026-01-05', subject: '性能测试线索', description: '日常巡查发现，某在建工程未公示施工许可证。'.repeat(10) },
    },
  };
}

function pushBody(): string {
  return JSON.stringify({ deviceId: 'bench-device', commands: [command(randomUUID())] });
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}${HTTP.signIn.path}`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ loginName: OFFICER, password: PASSWORD, deviceId: 'bench-device' }),
  });
  return ((await response.json()) as { token: string }).token;
}

/** The server as `npm run server` starts it, on a small database of its own. */
async function measureStarts(office: Office): Promise<number[]> {
  const dataDir = path.join(office.folder, 'starting');
  const first = await startServer({ databaseUrl: null, dataDir, host: '127.0.0.1', port: 0, trustProxy: false, logLevel: 'error', clock: () => new Date() });
  await seed(first.db, { password: PASSWORD, cases: 100, seedNumber: 1 });
  await first.close();
  const times: number[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    const started = performance.now();
    const { DATABASE_URL: _theirs, ...environment } = process.env;
    const server = spawn(process.execPath, [...SERVER_FLAGS, MAIN], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' } });
    await listening(server);
    times.push(performance.now() - started);
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await gone;
  }
  return times;
}

async function listening(server: ChildProcess): Promise<void> {
  const complaint = lastWords(server);
  await new Promise<void>((resolve, reject) => {
    server.stdout?.on('data', (chunk: Buffer) => { if (chunk.toString().includes('服务端已启动')) resolve(); });
    server.once('exit', () => { reject(new Error(`The server ended: ${complaint()}`)); });
  });
}
