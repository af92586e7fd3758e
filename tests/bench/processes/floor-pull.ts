/** The floor of the first pull: rows from HTTP over zstd into one AEGIS table with 16 kB pages, and nothing else. */
import http from 'node:http';
import { once } from 'node:events';
import { createZstdDecompress } from 'node:zlib';
import { scratchDatabase } from '../scratch.ts';
import { answer, input } from './process.ts';

export interface FloorPullInput {
  readonly url: string;
  readonly folder: string;
}

export interface FloorPullAnswer {
  readonly milliseconds: number;
  readonly rows: number;
}

const BATCH = 1000;
const { url, folder } = input<FloorPullInput>();
const { db, remove } = scratchDatabase(folder);
db.exec('create table record (row integer primary key, kind text not null, id text not null, rev integer not null, body text not null, unique (kind, id))');
const put = db.prepare<[string, string, number, string]>(
  'insert into record (kind, id, rev, body) values (?, ?, ?, ?) on conflict (kind, id) do update set rev = excluded.rev, body = excluded.body',
);

function store(lines: readonly string[]): void {
  db.transaction(() => {
    for (const line of lines) {
      const id = line.indexOf('\t') + 1;
      const rev = line.indexOf('\t', id) + 1;
      const body = line.indexOf('\t', rev) + 1;
      put.run(line.slice(0, id - 1), line.slice(id, rev - 1), Number(line.slice(rev, body - 1)), line.slice(body));
    }
  }).immediate();
}

async function pull(): Promise<number> {
  const [response] = (await once(http.get(`${url}/pull`), 'response')) as [http.IncomingMessage];
  let [rest, rows] = ['', 0];
  let waiting: string[] = [];
  for await (const chunk of response.pipe(createZstdDecompress()).setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    waiting.push(...lines);
    if (waiting.length < BATCH) continue;
    store(waiting);
    rows += waiting.length;
    waiting = [];
  }
  store(waiting);
  return rows + waiting.length;
}

const started = performance.now();
const rows = await pull();
const milliseconds = performance.now() - started;
remove();
await answer({ milliseconds, rows } satisfies FloorPullAnswer);
