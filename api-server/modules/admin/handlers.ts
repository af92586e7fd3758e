import type { FastifyRequest } from 'fastify';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { CITY } from '#shared/domain/organisation/organisation.ts';
import { audit } from '../../db/audit.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { clearFailures } from '../auth/attempts.ts';
import { revokeAllSessions } from '../auth/sessions.ts';
import { findAccountOfficer, listAccounts } from './repository.ts';

/** Administration of accounts: an administrator of the city reaches all of them, one of a district those of the district. */
export function adminHandlers(deps: ServerDeps): Pick<Handlers, 'accounts' | 'unlockAccount' | 'revokeSessions'> {
  return {
    async accounts(_input, request) {
      const { district } = request.officer;
      return ok({ accounts: await listAccounts(deps.db, district === CITY ? null : district, deps.clock()) });
    },

    async unlockAccount({ officerId }, request) {
      const target = await reachable(deps, request, 'account.unlock', officerId);
      if (!target.ok) return target;
      await deps.db.transaction().execute(async (trx) => {
        await clearFailures(trx, officerId);
        await audit(trx, entry(deps, request, 'account.unlock', officerId, 'ok'));
      });
      return ok({});
    },

    async revokeSessions({ officerId }, request) {
      const target = await reachable(deps, request, 'account.revoke-sessions', officerId);
      if (!target.ok) return target;
      const revoked = await deps.db.transaction().execute(async (trx) => {
        await audit(trx, entry(deps, request, 'account.revoke-sessions', officerId, 'ok'));
        return await revokeAllSessions(trx, officerId, deps.clock());
      });
      return ok({ revoked });
    },
  };
}

/** The officer whose account it is, if the administrator's district covers him; a refusal is audited. */
async function reachable(deps: ServerDeps, request: FastifyRequest, action: string, officerId: string): Promise<Result<Officer>> {
  const { district } = request.officer;
  const officer = await findAccountOfficer(deps.db, officerId);
  if (officer !== null && (district === CITY || officer.district === district)) return ok(officer);
  const code = officer === null ? 'NOT_FOUND' : 'OUT_OF_SCOPE';
  await audit(deps.db, entry(deps, request, action, officerId, code));
  return fail({ code, message: code === 'NOT_FOUND' ? '没有这个账号，列表可能已变化，请刷新。' : '该账号不属于您所在的区县，请联系市级系统管理员。' });
}

function entry(deps: ServerDeps, request: FastifyRequest, action: string, officerId: string, outcome: string): Parameters<typeof audit>[1] {
  return {
    at: deps.clock(), officerId: request.officer.id, deviceId: request.deviceId, ip: request.ip, action,
    objectKind: 'officer', objectId: officerId, outcome, requestId: request.id,
  };
}
