import { hash as digest } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { COMMANDS } from '#shared/domain/case-file/commands.ts';
import type { PushResult } from '#shared/contract/sync.ts';
import type { AppError } from '#shared/contract/result.ts';
import type { Change } from '../../db/changes.ts';
import { prepared } from '../../db/prepared.ts';
import type { Database } from '../../db/schema.ts';
import type { IncomingCommand, Outcome, Pusher } from './push.types.ts';

/** A command the server saw before. */
export interface KnownOperation {
  readonly officerId: string;
  readonly payloadHash: string;
  readonly status: string;
  readonly result: PushResult;
}

/** What makes a command the same command: revision seen and local time may differ when it is sent again. */
export function payloadHash(command: IncomingCommand): string {
  return digest('sha256', JSON.stringify([command.kind, command.entityId, command.payload]));
}

/**
 * The answer a command already has: the first one again if it was applied, a refusal if its id stands for something
 * else; `null` when it is to be tried. A command refused before is tried again: time may have removed the reason.
 */
export function knownAnswer(known: KnownOperation | undefined, command: IncomingCommand, hash: string, pusher: Pusher): PushResult | null {
  if (known === undefined) return null;
  if (known.officerId !== pusher.officer.id) return refused(command, reused());
  if (known.status !== 'applied') return null;
  return known.payloadHash === hash ? known.result : refused(command, reused());
}

function reused(): AppError {
  return { code: 'OP_ID_REUSED', message: '该操作编号已用于另一项操作，本项未执行。请撤回后重新操作。' };
}

export function refused(command: IncomingCommand, error: AppError): PushResult {
  return { opId: command.opId, status: error.code === 'CONFLICT' ? 'conflict' : 'refused', error };
}

/** Planned each time: a plan made while the table was short would read all of it for as long as it is kept. */
export async function readOperations(trx: Transaction<Database>, commands: readonly IncomingCommand[]): Promise<Map<string, KnownOperation>> {
  const { rows } = await sql<{ op_id: string; officer_id: string; payload_hash: string; status: string; result: PushResult }>`
    select op_id, officer_id, payload_hash, status, result from operation where op_id = any(${commands.map((command) => command.opId)})
  `.execute(trx);
  return new Map(rows.map((row) => [row.op_id, { officerId: row.officer_id, payloadHash: row.payload_hash, status: row.status, result: row.result }]));
}

/**
 * Stores new answers (one of a command refused before takes the place of the old), audits each command and how it ended,
 * and appends what they changed to the change log: in one statement. Without an outcome nothing can have changed.
 */
export async function recordOutcomes(trx: Transaction<Database>, outcomes: readonly Outcome[], changes: readonly Change[], now: string): Promise<void> {
  if (outcomes.length === 0) return;
  // A command refused and tried again within one transaction is kept once, with its last answer.
  const last = new Map(outcomes.filter((outcome) => outcome.isNew).map((outcome) => [outcome.command.opId, outcome]));
  const rows = outcomes.map((outcome) => ({ ...outcome, isKept: last.get(outcome.command.opId) === outcome })).map(({ pusher, command, payloadHash: hash, result, isKept }) => ({
    officer: pusher.officer.id, device: pusher.deviceId, ip: pusher.ip, request: pusher.requestId,
    op: command.opId, hash, result, status: result.status, is_kept: isKept,
    action: command.kind in COMMANDS ? command.kind : 'unknown-command', entity: command.entityId, outcome: 'error' in result ? result.error.code : 'ok',
  }));
  await sql`
    ${prepared('record-outcomes')} with told as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as told (officer text, device text, ip text, request text,
        op text, hash text, result json, status text, is_kept boolean, action text, entity text, outcome text)
    ), kept as (
      insert into operation (op_id, officer_id, device_id, payload_hash, status, result, at)
      select op, officer, device, hash, status, result, ${now}::timestamptz from told where is_kept
      on conflict (op_id) do update set payload_hash = excluded.payload_hash, device_id = excluded.device_id,
        status = excluded.status, result = excluded.result, at = excluded.at
      where operation.status <> 'applied' and operation.officer_id = excluded.officer_id
    ), logged as (
      insert into change_log (kind, entity_id, channel, district, op)
      select kind, id, channel, district, op from json_to_recordset(${JSON.stringify(changes)}::json) as changed (kind text, id text, channel text, district text, op text)
    )
    insert into audit_log (at, officer_id, device_id, ip, action, object_kind, object_id, outcome, request_id)
    select ${now}::timestamptz, officer, device, ip, action, case when starts_with(action, 'task.') then 'task' else 'case' end, entity, outcome, request from told
  `.execute(trx);
}
