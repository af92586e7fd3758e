/** The floor of the server: Fastify and `pg` without sign-in, scope, rules, audit or change log. */
import { constants, createZstdCompress } from 'node:zlib';
import { Readable } from 'node:stream';
import Fastify from 'fastify';
import pg from 'pg';
import { answer, input, serveUntilReleased } from './process.ts';

export interface FloorServerInput {
  readonly databaseUrl: string;
}

interface StoredRow {
  readonly kind: string;
  readonly id: string;
  readonly rev: string;
  readonly body: string;
}

const PAGE = 1000;
/** The same rows as the product's first pull. */
const SOURCES = [
  "select kind, id, rev, body::text as body from reference where (kind, id) > ($1, $2) order by kind, id limit $3",
  ...['officer', 'case_file', 'document', 'project', 'party'].map((table) => `select '${table}' as kind, id, rev, body::text as body from ${table} where $1 <= 'z' and id > $2 order by id limit $3`),
];

const pool = new pg.Pool({ connectionString: input<FloorServerInput>().databaseUrl, max: 20 });
const app = Fastify({ bodyLimit: 16 * 1024 * 1024 });

function lines(rows: readonly StoredRow[]): Buffer {
  return Buffer.from(rows.map((row) => `${row.kind}\t${row.id}\t${row.rev}\t${row.body}\n`).join(''));
}

async function* everything(): AsyncGenerator<Buffer> {
  for (const source of SOURCES) {
    let [kind, id] = ['', ''];
    for (let full = true; full;) {
      const { rows } = await pool.query<StoredRow>({ name: source, text: source, values: [kind, id, PAGE] });
      const last = rows.at(-1);
      if (last !== undefined) [kind, id] = [last.kind, last.id];
      full = rows.length === PAGE;
      if (rows.length > 0) yield lines(rows);
    }
  }
}

function compressed(chunks: AsyncIterable<Buffer>): Readable {
  return Readable.from(chunks, { objectMode: true, highWaterMark: 1 }).pipe(createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } }));
}

/** Rows of its own to change: the size of those the product changes. */
async function makeTable(): Promise<void> {
  await pool.query(`
    drop schema if exists floor cascade; create schema floor; create sequence floor.change;
    create table floor.record (id text primary key, seq bigint not null default nextval('floor.change'), rev bigint not null, body json not null);
    insert into floor.record (id, rev, body) select id, rev, body from case_file; create index on floor.record (seq)`);
}

app.get('/pull', (_request, reply) => reply.send(compressed(everything())));

app.get<{ Querystring: { after: string } }>('/changed', async (request, reply) => {
  const { rows } = await pool.query<StoredRow>("select 'case' as kind, id, rev, body::text as body from floor.record where seq > $1 order by seq", [request.query.after]);
  return reply.send(compressed((async function* one() { yield lines(rows); })()));
});

app.get('/head', async () => (await pool.query<{ seq: string }>('select max(seq) as seq from floor.record')).rows[0]);

app.post<{ Body: readonly { readonly id: string; readonly body: unknown }[] }>('/push', async (request) => {
  const { rowCount } = await pool.query({
    name: 'push', values: [JSON.stringify(request.body)],
    text: `insert into floor.record (id, rev, body) select id, 1, body from json_to_recordset($1::json) as r (id text, body json)
      on conflict (id) do update set body = excluded.body, rev = record.rev + 1, seq = nextval('floor.change')`,
  });
  return { changed: rowCount };
});

app.get('/one', async () => (await pool.query({ name: 'one', text: "select value from meta where key = 'epoch'" })).rows[0] as unknown);

app.post<{ Body: { readonly id: string; readonly body: unknown } }>('/create', async (request) => {
  await pool.query({ name: 'create', text: 'insert into floor.record (id, rev, body) values ($1, 1, $2)', values: [request.body.id, JSON.stringify(request.body.body)] });
  return { created: 1 };
});

await makeTable();
const url = await app.listen({ host: '127.0.0.1', port: 0 });
serveUntilReleased(async () => {
  await app.close();
  await pool.end();
});
await answer({ url });
