import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { COMMANDS } from '#shared/domain/case-file/commands.ts';
import type { PushResult } from '#shared/contract/sync.ts';
import type { AppError } from '#shared/contract/result.ts';
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
  return createHash('sha256').update(JSON.stringify([command.kind, command.entityId, command.payload])).digest('hex');
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

export async function readOperations(trx: Transaction<Database>, commands: readonly IncomingCommand[]): Promise<Map<string, KnownOperation>> {
  const { rows } = await sql<{ op_id: string; officer_id: string; payload_hash: string; status: string; result: PushResult }>`
    select op_id, officer_id, payload_hash, status, result from operation where op_id = any(${commands.map((command) => command.opId)})
  `.execute(trx);
  return new Map(rows.map((row) => [row.op_id, { officerId: row.officer_id, payloadHash: row.payload_hash, status: row.status, result: row.result }]));
}

/** Stores new answers with what they did; one of a command refused before takes the place of the old. */
export async function writeOperations(trx: Transaction<Database>, pusher: Pusher, outcomes: readonly Outcome[], now: string): Promise<void> {
  const rows = outcomes.map(({ command, payloadHash: hash, result }) => ({ op_id: command.opId, payload_hash: hash, status: result.status, result }));
  await sql`
    insert into operation (op_id, officer_id, device_id, payload_hash, status, result, at)
    select op_id, ${pusher.officer.id}, ${pusher.deviceId}, payload_hash, status, result, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (op_id text, payload_hash text, status text, result json)
    on conflict (op_id) do update set payload_hash = excluded.payload_hash, device_id = excluded.device_id,
      status = excluded.status, result = excluded.result, at = excluded.at
    where operation.status <> 'applied' and operation.officer_id = excluded.officer_id
  `.execute(trx);
}

/** Each command and how it ended, set-based. */
export async function auditCommands(trx: Transaction<Database>, pusher: Pusher, outcomes: readonly Outcome[], now: string): Promise<void> {
  const rows = outcomes.map(({ command, result }) => ({
    action: command.kind in COMMANDS ? command.kind : 'unknown-command',
    object_id: command.entityId,
    outcome: 'error' in result ? result.error.code : 'ok',
  }));
  await sql`
    insert into audit_log (at, officer_id, device_id, ip, action, object_kind, object_id, outcome, request_id)
    select ${now}::timestamptz, ${pusher.officer.id}, ${pusher.deviceId}, ${pusher.ip}, action, 'case', object_id, outcome, ${pusher.requestId}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (action text, object_id text, outcome text)
  `.execute(trx);
}
