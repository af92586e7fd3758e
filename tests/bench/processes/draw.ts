/** Random draws of the size of the whole bureau: the pure part by itself, then through the real server. */
import path from 'node:path';
import { sql, type Kysely } from 'kysely';
import { buildApp } from '#api/app.ts';
import { openDatabase } from '#api/db/database.ts';
import { startEmbedded } from '#api/db/embedded.ts';
import { migrate } from '#api/db/migrate.ts';
import { MIGRATIONS } from '#api/db/migrations/index.ts';
import type { Database } from '#api/db/schema.ts';
import { seed } from '#api/db/seed/index.ts';
import { createHttpClient, type HttpClient } from '#shared/contract/http/client.ts';
import type { Result } from '#shared/contract/result.ts';
import { snapshotHash } from '#shared/domain/draw/draw.ts';
import { type DrawRecord, recordText } from '#shared/domain/draw/record.ts';
import { buildSnapshot } from '#shared/domain/draw/snapshot.ts';
import { verifyRecordText } from '#shared/domain/draw/verify-file.ts';
import { CHOICE, PLAN } from '#tests/helpers/draw-office.ts';
import { lists, matter, parameters, record } from '#tests/helpers/draws.ts';
import { repeated, timed } from '../measure.ts';
import { answer, input } from './process.ts';

export interface DrawInput {
  readonly folder: string;
  readonly objects: number;
  readonly officers: number;
}

export interface DrawAnswer {
  readonly drawn: number;
  readonly freezing: readonly number[];
  readonly drawing: readonly number[];
  readonly verifying: readonly number[];
  readonly commits: readonly number[];
  readonly runs: readonly number[];
}

const RUNS = 7;
const PASSWORD = 'bench-2026-draw';
const { folder, objects, officers } = input<DrawInput>();

async function pure(): Promise<Omit<DrawAnswer, 'commits' | 'runs'>> {
  const from = lists(objects, officers, { matters: [matter('M-1', { cap: 2 })] });
  let snapshot = buildSnapshot(parameters(), from);
  const freezing = await repeated(RUNS, () => { snapshot = buildSnapshot(parameters(), from); snapshotHash(snapshot); });
  const records: DrawRecord[] = [];
  const drawing = await repeated(RUNS, (run) => { records.push(record(snapshot, `第${String(run)}次`)); });
  const texts = records.map(recordText);
  const verifying = await repeated(RUNS, (run) => { if (!verifyRecordText(texts[run] ?? '').ok) throw new Error('A good record was refused'); });
  return { drawn: records[0]?.result.length ?? 0, freezing, drawing, verifying };
}

/** Registers of the wanted size, of which everybody may be sent everywhere. */
async function fill(db: Kysely<Database>): Promise<void> {
  await sql`
    insert into party (id, rev, credit_code, name, body)
    select 'bench-party-' || n, 1, '91320500XN' || lpad(n::text, 8, '0'), '示例' || n || '房地产开发有限公司', json_build_object('id', 'bench-party-' || n, 'kind', 'unit', 'name', '示例' || n || '房地产开发有限公司',
      'creditCode', '91320500XN' || lpad(n::text, 8, '0'), 'creditClass', (array['A', 'B', 'C', 'D'])[1 + n % 4], 'district', '320500', 'category', '房地产开发企业')
    from generate_series(1, ${objects}) as n
  `.execute(db);
  await sql`
    insert into officer (id, login_name, body)
    select 'bench-officer-' || n, 'bench' || n, json_build_object('id', 'bench-officer-' || n, 'loginName', 'bench' || n, 'name', '示例' || n, 'roles', json_build_array('officer'), 'channel', 'FDC', 'district', '320500',
      'unitName', '示例处', 'phone', '', 'certificateNo', '示例' || n, 'certificateFrom', '2024-01-01', 'certificateTo', '2028-12-31', 'legallyQualified', false, 'active', true)
    from generate_series(1, ${officers}) as n
  `.execute(db);
  await sql`analyze`.execute(db);
}

async function must<T>(result: Promise<Result<T>>): Promise<T> {
  const found = await result;
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

async function served(): Promise<Pick<DrawAnswer, 'commits' | 'runs'>> {
  const embedded = await startEmbedded({ dataDir: folder });
  const db = openDatabase({ url: embedded.url, poolSize: 4 });
  await migrate(db, MIGRATIONS);
  await seed(db, { password: PASSWORD, cases: 0, seedNumber: 1, today: '2026-11-20' });
  await fill(db);
  const app = await buildApp({ db, filesDir: path.join(folder, 'files'), clock: () => new Date('2026-11-23T02:00:00.000Z'), config: { logLevel: 'silent', trustProxy: false } });
  const client = (token: string | null): HttpClient => createHttpClient(async ({ method, path: url, body }) => {
    const response = await app.inject({ method, url, headers: { ...(body === null ? {} : { 'content-type': 'application/json' }), ...(token === null ? {} : { authorization: `Bearer ${token}` }) }, ...(body === null ? {} : { payload: body }) });
    return { status: response.statusCode, body: response.json() };
  });
  const signIn = async (loginName: string): Promise<HttpClient> => client((await must(client(null)('signIn', { loginName, password: PASSWORD, deviceId: 'bench-device-1' }))).token);
  const [admin, leader] = [await signIn('sjgl1'), await signIn('leader1')];
  // A matter without a figure: every run draws from the whole pot.
  const { plan } = await must(admin('saveDrawPlan', { ...PLAN, matterCodes: ['SZZJ-JG-002'] }));
  await must(leader('decideDrawPlan', { planId: plan.id, rev: plan.rev, approved: true, opinion: '' }));
  const [commits, runs]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    let [drawId, commitment] = ['', ''];
    commits.push(await timed(async () => { ({ id: drawId, commitment } = await must(admin('commitDraw', { planId: plan.id, ...CHOICE }))); }));
    await must(leader('witnessDraw', { drawId, commitment, words: `第${String(run)}次` }));
    runs.push(await timed(() => must(admin('runDraw', { drawId }))));
  }
  await app.close();
  await db.destroy();
  await embedded.stop();
  return { commits, runs };
}

await answer({ ...await pure(), ...await served() } satisfies DrawAnswer);
