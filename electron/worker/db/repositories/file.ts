import type { Sqlite } from '../open.ts';

export interface FileRow {
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  readonly name: string;
  readonly local: number;
  readonly uploaded: number;
  readonly linked: number;
  readonly pinned: number;
}

export interface FileRepository {
  find(sha256: string): FileRow | null;
  /** Notes a file that is stored on this machine. */
  addLocal(file: { readonly sha256: string; readonly bytes: number; readonly mime: string; readonly name: string }, uploaded: boolean, at: string): void;
  /** A command names the file: from now on it is to be sent to the server. */
  link(sha256: string): void;
  toUpload(): readonly { readonly sha256: string; readonly bytes: number }[];
  countToUpload(): number;
  markUploaded(sha256: string): void;
  markMissing(sha256: string): void;
  pin(sha256: string): void;
}

export function createFileRepository(db: Sqlite): FileRepository {
  const find = db.prepare<[string], FileRow>('select sha256, bytes, mime, name, local, uploaded, linked, pinned from file where sha256 = ?');
  const add = db.prepare<[string, number, string, string, number, string]>(
    `insert into file (sha256, bytes, mime, name, local, uploaded, linked, created_at) values (?, ?, ?, ?, 1, ?, 0, ?)
     on conflict (sha256) do update set local = 1, uploaded = max(uploaded, excluded.uploaded)`,
  );
  const link = db.prepare<[string]>('update file set linked = 1 where sha256 = ?');
  const waiting = 'from file where linked = 1 and uploaded = 0 and local = 1';
  const toUpload = db.prepare<[], { sha256: string; bytes: number }>(`select sha256, bytes ${waiting} order by created_at`);
  const countToUpload = db.prepare<[], { n: number }>(`select count(*) as n ${waiting}`);
  const set = (column: string, value: 0 | 1) => db.prepare<[string]>(`update file set ${column} = ${value} where sha256 = ?`);
  const [uploaded, missing, pin] = [set('uploaded', 1), set('local', 0), set('pinned', 1)];
  return {
    find: (sha256) => find.get(sha256) ?? null,
    addLocal: (file, isUploaded, at) => void add.run(file.sha256, file.bytes, file.mime, file.name, isUploaded ? 1 : 0, at),
    link: (sha256) => void link.run(sha256),
    toUpload: () => toUpload.all(),
    countToUpload: () => countToUpload.get()?.n ?? 0,
    markUploaded: (sha256) => void uploaded.run(sha256),
    markMissing: (sha256) => void missing.run(sha256),
    pin: (sha256) => void pin.run(sha256),
  };
}
