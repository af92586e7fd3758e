import { MINIMUM_CLIENT, SYNC_PROTOCOL } from '#shared/contract/sync.ts';
import { fail, ok, type AppError } from '#shared/contract/result.ts';
import { batched } from '../db/batched.ts';
import { readEpoch } from '../db/changes.ts';
import type { Handlers, ServerDeps } from '../deps.ts';
import { handshakeFor } from '../modules/auth/handshake.ts';
import { createPush } from './push/push.ts';
import type { IncomingCommand } from './push/push.types.ts';
import { createReferenceCache } from './reference.ts';

/** Answers `handshake` and `push` of the HTTP contract. */
export function syncHandlers(deps: ServerDeps): Pick<Handlers, 'handshake' | 'push'> {
  const push = createPush({ ...deps, reference: createReferenceCache(deps.db, deps.clock) });
  const epoch = batched({ lanes: 2, patience: 5, capacity: Infinity }, async (askers: readonly null[]) => {
    const value = await readEpoch(deps.db);
    return askers.map(() => value);
  });
  return {
    async handshake(input, request) {
      const refusal = clientRefusal(input.protocol, input.clientVersion);
      return refusal === null ? ok(handshakeFor(deps, request.officer, await epoch(null))) : fail(refusal);
    },

    async push(input, request) {
      const report = (command: IncomingCommand, error: unknown): void => {
        request.log.error({ err: error, opId: command.opId, kind: command.kind }, 'command failed');
      };
      const { officer, deviceId, ip, id: requestId } = request;
      const results = await push({ pusher: { officer, deviceId, ip, requestId }, commands: input.commands, report });
      return ok({ results: [...results], serverTime: deps.clock().toISOString() });
    },
  };
}

/** A client that speaks another protocol, or is older than the oldest still served, must be updated first. */
function clientRefusal(protocol: number, version: string): AppError | null {
  if (protocol < SYNC_PROTOCOL || compareVersions(version, MINIMUM_CLIENT) < 0) {
    return { code: 'CLIENT_TOO_OLD', message: `客户端版本${version}过旧，请升级到${MINIMUM_CLIENT}或更高版本后再同步。本机未上传的修改不会丢失。` };
  }
  return null;
}

/** Negative when `one` is older; a part that is no number counts as 0. */
function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
