import type { AppError } from '#shared/contract/result.ts';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';
import type { Sqlite } from '../open.ts';

/**
 * `pending` waits, `sending` is under way, `held` waits behind a stuck one, `conflict` and `refused` wait for a person,
 * `confirmed` was applied by the server but its copy has not come back yet. Closed: `applied`, `withdrawn`, `replaced`.
 */
export type OutboxStatus = 'pending' | 'sending' | 'held' | 'conflict' | 'refused' | 'confirmed' | 'applied' | 'withdrawn' | 'replaced';

export interface OutboxRow {
  readonly seq: number;
  readonly opId: string;
  readonly caseId: string;
  readonly command: AnyCommand;
  readonly status: OutboxStatus;
  readonly onlineOnly: boolean;
  readonly appliedRev: number | null;
  readonly error: AppError | null;
  readonly attempts: number;
  readonly createdAt: string;
}

export type OutboxPlace = Pick<OutboxRow, 'seq' | 'opId' | 'caseId' | 'status'>;

interface RawRow extends Omit<OutboxRow, 'command' | 'onlineOnly' | 'error'> {
  readonly command: string;
  readonly onlineOnly: number;
  readonly error: string | null;
}

export interface OutboxCounts {
  readonly pending: number;
  readonly stuck: number;
}

export interface OutboxRepository {
  add(command: AnyCommand, options: { readonly onlineOnly: boolean; readonly at: string }): void;
  find(opId: string): OutboxRow | null;
  /** The row without its command, which may be long. */
  place(opId: string): OutboxPlace | null;
  /** Not finished, oldest first. */
  open(): readonly OutboxRow[];
  openOfCase(caseId: string): readonly OutboxRow[];
  /** Whether a command of the case waits for a person. */
  hasStuck(caseId: string): boolean;
  /** Whether any command waits behind a stuck one. */
  hasHeld(): boolean;
  openCaseIds(): readonly string[];
  /** Ready to send, oldest first, none behind a stuck one of its case. */
  ready(limit: number): readonly OutboxRow[];
  setStatus(opId: string, status: OutboxStatus, facts?: { readonly error?: AppError | null; readonly appliedRev?: number; readonly at?: string }): void;
  markSending(opIds: readonly string[]): void;
  requeue(): void;
  releaseHeld(caseId: string): void;
  holdBehind(caseId: string, seq: number): void;
  /** The same place in the queue under a new id, because the server remembers its answer to the old one. */
  replace(opId: string, command: AnyCommand, at: string): void;
  counts(): OutboxCounts;
}

const CLOSED: ReadonlySet<OutboxStatus> = new Set(['applied', 'withdrawn', 'replaced']);
const FIELDS = 'seq, op_id as opId, case_id as caseId, command, status, online_only as onlineOnly, applied_rev as appliedRev, error, attempts, created_at as createdAt';

function parsed(row: RawRow): OutboxRow {
  return { ...row, command: JSON.parse(row.command) as AnyCommand, onlineOnly: row.onlineOnly === 1, error: row.error === null ? null : (JSON.parse(row.error) as AppError) };
}

export function createOutboxRepository(db: Sqlite): OutboxRepository {
  const add = db.prepare<[string, string, string, string, number, string]>(
    "insert into outbox (op_id, case_id, kind, command, status, open, online_only, created_at) values (?, ?, ?, ?, 'pending', 1, ?, ?)",
  );
  const byOp = db.prepare<[string], RawRow>(`select ${FIELDS} from outbox where op_id = ?`);
  const place = db.prepare<[string], OutboxPlace>('select seq, op_id as opId, case_id as caseId, status from outbox where op_id = ?');
  const open = db.prepare<[], RawRow>(`select ${FIELDS} from outbox where open = 1 order by seq`);
  const ofCase = db.prepare<[string], RawRow>(`select ${FIELDS} from outbox where open = 1 and case_id = ? order by seq`);
  const stuck = db.prepare<[string]>("select exists (select 1 from outbox where open = 1 and case_id = ? and status in ('conflict', 'refused'))").pluck<number>();
  const held = db.prepare<[]>("select exists (select 1 from outbox where open = 1 and status = 'held')").pluck<number>();
  const caseIds = db.prepare<[], { id: string }>('select distinct case_id as id from outbox where open = 1');
  const ready = db.prepare<[number], RawRow>(
    `select ${FIELDS} from outbox o where open = 1 and status = 'pending' and not exists (
       select 1 from outbox b where b.open = 1 and b.case_id = o.case_id and b.seq < o.seq and b.status in ('conflict', 'refused', 'held')
     ) order by seq limit ?`,
  );
  const status = db.prepare<[string, number, string | null, number | null, string | null, string]>(
    'update outbox set status = ?, open = ?, error = ?, applied_rev = coalesce(?, applied_rev), settled_at = coalesce(?, settled_at) where op_id = ?',
  );
  const sending = db.prepare<[string]>("update outbox set status = 'sending', attempts = attempts + 1 where op_id = ?");
  const requeue = db.prepare("update outbox set status = 'pending' where open = 1 and status = 'sending'");
  const release = db.prepare<[string]>("update outbox set status = 'pending' where open = 1 and case_id = ? and status = 'held'");
  const hold = db.prepare<[string, number]>("update outbox set status = 'held' where open = 1 and case_id = ? and seq > ? and status in ('pending', 'sending')");
  const close = db.prepare<[string, string]>("update outbox set status = 'replaced', open = 0, settled_at = ? where op_id = ?");
  const copy = db.prepare<[string, string, string]>(
    `insert into outbox (op_id, case_id, kind, command, status, open, online_only, attempts, created_at)
     select ?, case_id, kind, ?, 'pending', 1, online_only, attempts, created_at from outbox where op_id = ?`,
  );
  const renumber = db.prepare<[number, number]>('update outbox set seq = ? where seq = ?');
  const lastSeq = db.prepare<[], { seq: number }>('select max(seq) as seq from outbox');
  const counts = db.prepare<[], OutboxCounts>(
    `select coalesce(sum(status in ('pending', 'sending', 'held')), 0) as pending, coalesce(sum(status in ('conflict', 'refused')), 0) as stuck
     from outbox where open = 1`,
  );

  function find(opId: string): OutboxRow | null {
    const row = byOp.get(opId);
    return row === undefined ? null : parsed(row);
  }

  return {
    add: (command, options) => void add.run(command.opId, command.entityId, command.kind, JSON.stringify(command), options.onlineOnly ? 1 : 0, options.at),
    find,
    place: (opId) => place.get(opId) ?? null,
    open: () => open.all().map(parsed),
    openOfCase: (caseId) => ofCase.all(caseId).map(parsed),
    hasStuck: (caseId) => stuck.get(caseId) === 1,
    hasHeld: () => held.get() === 1,
    openCaseIds: () => caseIds.all().map((row) => row.id),
    ready: (limit) => ready.all(limit).map(parsed),
    setStatus(opId, next, facts = {}) {
      const error = facts.error === undefined || facts.error === null ? null : JSON.stringify(facts.error);
      status.run(next, CLOSED.has(next) ? 0 : 1, error, facts.appliedRev ?? null, facts.at ?? null, opId);
    },
    markSending: (opIds) => opIds.forEach((opId) => sending.run(opId)),
    requeue: () => void requeue.run(),
    releaseHeld: (caseId) => void release.run(caseId),
    holdBehind: (caseId, seq) => void hold.run(caseId, seq),
    replace(opId, command, at) {
      const old = find(opId);
      if (old === null) return;
      copy.run(command.opId, JSON.stringify(command), opId);
      close.run(at, opId);
      swap(old.seq, lastSeq.get()?.seq ?? old.seq);
    },
    counts: () => counts.get() ?? { pending: 0, stuck: 0 },
  };

  /** Gives the new row the old one's place and sends the closed one to the end. */
  function swap(oldSeq: number, newSeq: number): void {
    renumber.run(-oldSeq, oldSeq);
    renumber.run(oldSeq, newSeq);
    renumber.run(newSeq, -oldSeq);
  }
}
