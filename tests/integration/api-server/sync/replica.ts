import { randomUUID } from 'node:crypto';
import { zstdDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import type { PullLine, PushResult } from '#shared/contract/sync.ts';
import type { AppError } from '#shared/contract/result.ts';
import type { CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import { TEST_DEVICE, type TestServer, type TestSession } from '#tests/helpers/server.ts';

/** Revision and JSON text of a record. */
export type Entry = `${number} ${string}`;

export function entry(rev: number, body: unknown): Entry {
  return `${rev} ${JSON.stringify(body)}`;
}

/** What a desktop would hold: records by `kind id`, and the cursor it goes on from. */
export interface Replica {
  readonly records: Map<string, Entry>;
  cursor: string | undefined;
  /** Pulls to the end and applies everything; answers the lines. */
  pull(): Promise<readonly PullLine[]>;
}

export function createReplica(url: string, token: string): Replica {
  const replica: Replica = {
    records: new Map(),
    cursor: undefined,
    pull: async () => {
      const lines = await pullLines(url, token, replica.cursor);
      for (const line of lines) applyLine(replica, line);
      return lines;
    },
  };
  return replica;
}

export function applyLine(replica: Replica, line: PullLine): void {
  if (line.t === 'record') replica.records.set(`${line.kind} ${line.id}`, entry(line.rev, line.body));
  else if (line.t === 'gone') replica.records.delete(`${line.kind} ${line.id}`);
  else replica.cursor = line.cursor;
}

/** All lines of one pull; throws the server's error. */
export async function pullLines(url: string, token: string, cursor: string | undefined): Promise<readonly PullLine[]> {
  const { status, body } = await rawPull(url, token, cursor, 'zstd');
  if (status !== 200) throw new Error((JSON.parse(body.toString()) as { error: AppError }).error.code);
  const lines = body.toString().split('\n');
  if (lines.pop() !== '') throw new Error('The stream does not end with a line break');
  return lines.map((line) => JSON.parse(line) as PullLine);
}

export interface RawPull {
  readonly status: number;
  readonly encoding: string | undefined;
  readonly body: Buffer;
}

/** Over `http`, since `fetch` decompresses by itself and asks for what it likes. */
export function rawPull(url: string, token: string, cursor: string | undefined, acceptEncoding: string): Promise<RawPull> {
  const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  return new Promise((resolve, reject) => {
    request(`${url}/api/sync/pull${query}`, { headers: { authorization: `Bearer ${token}`, 'accept-encoding': acceptEncoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const encoding = response.headers['content-encoding'];
        const bytes = Buffer.concat(chunks);
        const body = encoding === 'zstd' ? zstdDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
        resolve({ status: response.statusCode ?? 0, encoding, body });
      });
    }).on('error', reject).end();
  });
}

/** What the server holds of the kinds in question, in the shape of `Replica.records`. */
export async function serverRecords(db: TestServer['db'], sees: (row: { readonly district: string; readonly channel: string }) => boolean = () => true): Promise<Map<string, Entry>> {
  const found = new Map<string, Entry>();
  for (const row of await db.selectFrom('case_file').select(['id', 'rev', 'body', 'district', 'channel']).execute()) if (sees(row)) found.set(`case ${row.id}`, entry(row.rev, row.body));
  for (const row of await db.selectFrom('document').select(['id', 'rev', 'body', 'district', 'channel']).execute()) if (sees(row)) found.set(`document ${row.id}`, entry(row.rev, row.body));
  return found;
}

/** The part of a replica that `serverRecords` speaks of. */
export function casesOf(replica: Replica): Map<string, Entry> {
  return new Map([...replica.records].filter(([key]) => key.startsWith('case ') || key.startsWith('document ')));
}

export interface AnyPush {
  readonly opId: string;
  readonly kind: string;
  readonly entityId: string;
  readonly baseRev: number;
  readonly payload: unknown;
  readonly createdAt: string;
}

export function command<K extends CommandKind>(entityId: string, kind: K, payload: CommandPayload<K>, opId: string = randomUUID()): AnyPush {
  return { opId, kind, entityId, baseRev: 0, payload, createdAt: '2026-11-20T01:00:00.000Z' };
}

export function register(entityId: string, changes: Partial<CommandPayload<'case.register'>> = {}): AnyPush {
  return command(entityId, 'case.register', {
    channel: 'JC', district: '320500', cause: '未取得施工许可证擅自施工', violationId: 'J01',
    clue: { source: 'inspection', receivedOn: '2026-11-20', subject: '示例工地涉嫌擅自施工', description: '巡查发现。' }, ...changes,
  });
}

export function edit(entityId: string, path: string, from: unknown, to: unknown, opId?: string): AnyPush {
  return command(entityId, 'case.edit', { changes: [{ path, from, to }] }, opId);
}

export async function push(session: TestSession, ...commands: readonly AnyPush[]): Promise<readonly PushResult[]> {
  const result = await session.call('push', { deviceId: TEST_DEVICE, commands: [...commands] });
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.message}`);
  return result.value.results as readonly PushResult[];
}
