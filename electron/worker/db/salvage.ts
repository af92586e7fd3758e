import type { Sqlite } from './open.ts';

/** What could be read from a damaged cache: the person's own, unsent work. Everything else comes again from the server. */
export interface Salvage {
  readonly commands: readonly SalvagedCommand[];
  readonly files: readonly SalvagedFile[];
  readonly notes: readonly SalvagedNote[];
  readonly meta: Readonly<Record<string, string>>;
  /** Rows of the outbox that exist but could not be read; `null` when not even their number could be found. */
  readonly lost: number | null;
}

export interface SalvagedCommand {
  readonly op_id: string;
  readonly case_id: string;
  readonly kind: string;
  readonly command: string;
  readonly status: string;
  readonly online_only: number;
  readonly applied_rev: number | null;
  readonly error: string | null;
  readonly attempts: number;
  readonly created_at: string;
}

export interface SalvagedFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  readonly name: string;
  readonly local: number;
  readonly uploaded: number;
  readonly linked: number;
  readonly pinned: number;
  readonly created_at: string;
}

/** A private note on a volume: kept nowhere else until it was sent. */
export interface SalvagedNote {
  readonly id: string;
  readonly case_id: string;
  readonly item_id: string;
  readonly page: number;
  readonly text: string;
  readonly updated_at: string;
  /** Absent in a cache from before notes were synced. */
  readonly deleted?: number;
}

export const NOTHING_SALVAGED: Salvage = { commands: [], files: [], notes: [], meta: {}, lost: null };
const KEPT_META = ['deviceId', 'officer', 'lastContactAt', 'serverTimeSeen', 'localTimeSeen', 'clockOffset'];

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Reads row by row, so that one bad page costs only its own rows. */
export function salvage(db: Sqlite): Salvage {
  const seqs = attempt(() => db.prepare<[], { seq: number }>('select seq from outbox where open = 1 order by seq').all());
  const one = attempt(() => db.prepare<[number], SalvagedCommand>('select * from outbox where seq = ?'));
  const commands: SalvagedCommand[] = [];
  for (const { seq } of seqs ?? []) {
    const row = attempt(() => one?.get(seq));
    if (row != null) commands.push(row);
  }
  return {
    commands,
    files: attempt(() => db.prepare<[], SalvagedFile>('select * from file').all()) ?? [],
    notes: attempt(() => db.prepare<[], SalvagedNote>('select * from volume_note').all()) ?? [],
    meta: readMeta(db),
    lost: seqs === null ? null : seqs.length - commands.length,
  };
}

function readMeta(db: Sqlite): Record<string, string> {
  const found: Record<string, string> = {};
  for (const key of KEPT_META) {
    const row = attempt(() => db.prepare<[string], { value: string }>('select value from meta where key = ?').get(key));
    if (row != null) found[key] = row.value;
  }
  return found;
}

/** Puts the salvaged work into a new, empty cache. */
export function restoreSalvage(db: Sqlite, found: Salvage): void {
  const command = db.prepare(
    `insert or ignore into outbox (op_id, case_id, kind, command, status, open, online_only, applied_rev, error, attempts, created_at)
     values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)`,
  );
  const file = db.prepare('insert or ignore into file (sha256, bytes, mime, name, local, uploaded, linked, pinned, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const note = db.prepare('insert or ignore into volume_note (id, case_id, item_id, page, text, updated_at, deleted) values (?, ?, ?, ?, ?, ?, ?)');
  const meta = db.prepare('insert or replace into meta (key, value) values (?, ?)');
  db.transaction(() => {
    for (const c of found.commands) command.run(c.op_id, c.case_id, c.kind, c.command, c.status, c.online_only, c.applied_rev, c.error, c.attempts, c.created_at);
    for (const f of found.files) file.run(f.sha256, f.bytes, f.mime, f.name, f.local, f.uploaded, f.linked, f.pinned, f.created_at);
    for (const n of found.notes) note.run(n.id, n.case_id, n.item_id, n.page, n.text, n.updated_at, n.deleted ?? 0);
    for (const [key, value] of Object.entries(found.meta)) meta.run(key, value);
  }).immediate();
}
