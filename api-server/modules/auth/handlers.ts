import type { FastifyInstance } from 'fastify';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { audit } from '../../db/audit.ts';
import { readEpoch } from '../../db/changes.ts';
import { fail, ok, type AppError, type Result } from '#shared/contract/result.ts';
import { officerOutput } from '../officer/output.ts';
import { handshakeFor } from './handshake.ts';
import { revokeSession } from './sessions.ts';
import { signIn, type Origin } from './sign-in.ts';

/** Failed sign-ins of one address in a quarter of an hour; a whole office may stand behind one address. */
export const FAILURES_PER_ADDRESS = 30;

/** Needs @fastify/rate-limit on `app`. */
export function authHandlers(app: FastifyInstance, deps: ServerDeps): Pick<Handlers, 'signIn' | 'signOut'> {
  const failures = app.createRateLimit({ max: FAILURES_PER_ADDRESS, timeWindow: '15 minutes', keyGenerator: (request) => `failures ${request.ip}` });
  return {
    async signIn(input, request) {
      const origin: Origin = { deviceId: input.deviceId, ip: request.ip, requestId: request.id };
      const before = await failures(request, { increment: false });
      if (!before.isAllowed && before.remaining === 0) return await delay(deps, origin, before.ttlInSeconds);
      const result = await signIn(deps.db, input.loginName, input.password, origin, deps.clock());
      if (!result.ok) {
        await failures(request);
        return result;
      }
      const { token, expiresAt, officer } = result.value;
      return ok({ token, expiresAt: expiresAt.toISOString(), officer: officerOutput(officer), handshake: handshakeFor(deps, officer, await readEpoch(deps.db)) });
    },

    async signOut(_input, request) {
      const { officer, deviceId, session } = request;
      const at = deps.clock();
      await deps.db.transaction().execute(async (trx) => {
        if (session !== null) await revokeSession(trx, session.id, at);
        await audit(trx, {
          at, officerId: officer.id, deviceId, ip: request.ip, action: 'session.sign-out', objectKind: 'officer', objectId: officer.id, outcome: 'ok', requestId: request.id,
        });
      });
      return ok({});
    },
  };
}

async function delay(deps: ServerDeps, origin: Origin, seconds: number): Promise<Result<never>> {
  const error: AppError = {
    code: 'SIGN_IN_DELAYED', message: `本机所在网络地址登录失败次数过多，请 ${Math.ceil(seconds / 60)} 分钟后再试。`, details: { retryAfterSeconds: seconds },
  };
  await audit(deps.db, { at: deps.clock(), officerId: null, ...origin, action: 'session.sign-in', objectKind: 'officer', objectId: null, outcome: error.code });
  return fail(error);
}
