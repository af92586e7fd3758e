import { MINIMUM_CLIENT, SYNC_PROTOCOL } from '#shared/contract/sync.ts';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { ServerDeps } from '../../deps.ts';
import { scopeKey } from '../../sync/scope.ts';
import { SERVER_VERSION } from '../../version.ts';

/** What a client must know of this server, the database's `epoch` and its user's scope before it syncs. */
export function handshakeFor({ clock }: Pick<ServerDeps, 'clock'>, officer: Officer, epoch: string): HttpOutput<'handshake'> {
  return {
    protocol: SYNC_PROTOCOL,
    minimumClient: MINIMUM_CLIENT,
    serverVersion: SERVER_VERSION,
    epoch,
    serverTime: clock().toISOString(),
    scope: scopeKey(officer),
  };
}
