import { sql } from 'kysely';
import { ok } from '#shared/contract/result.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { SERVER_VERSION } from '../../version.ts';

export function healthHandlers(deps: ServerDeps): Pick<Handlers, 'health'> {
  return {
    async health() {
      const { rows: [row] } = await sql<{ server_version: string }>`show server_version`.execute(deps.db);
      return ok({ status: 'ok', version: SERVER_VERSION, database: `PostgreSQL ${row?.server_version ?? ''}`, serverTime: deps.clock().toISOString() });
    },
  };
}
