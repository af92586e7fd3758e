import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HttpEndpoint } from '#shared/contract/http/contract.ts';
import { AppFailure, type AppError } from '#shared/contract/result.ts';
import { ROLES, type Officer } from '#shared/domain/officer/officer.ts';
import type { ServerDeps } from '../deps.ts';
import { audit } from '../db/audit.ts';
import { createSessionFinder, type Session, type SessionFinder } from '../modules/auth/sessions.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. A route without it is closed to everybody. */
    access?: HttpEndpoint['access'];
  }
  interface FastifyRequest {
    /** `null` only on public routes. */
    session: Session | null;
    /** The signed-in officer; throws NOT_SIGNED_IN on a public route. */
    readonly officer: Officer;
    /** The device that the session was opened on; throws like `officer`. */
    readonly deviceId: string;
  }
}

/** Default deny: every route needs a live session and the access it names, and one that names none is refused. */
export function registerAccess(app: FastifyInstance, deps: ServerDeps): void {
  const findSession = createSessionFinder(deps.db, deps.clock);
  app.decorateRequest('session', null);
  app.decorateRequest('officer', { getter(this: FastifyRequest) { return liveSession(this).officer; } });
  app.decorateRequest('deviceId', { getter(this: FastifyRequest) { return liveSession(this).deviceId; } });
  app.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config;
    if (request.is404 || access === 'public') return;
    await identify(request, findSession);
    const refusal = refusalOf(access, liveSession(request).officer);
    if (refusal !== null) await refuse(request, deps, refusal);
  });
}

async function identify(request: FastifyRequest, findSession: SessionFinder): Promise<void> {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
  request.session = token === undefined ? null : await findSession(token);
}

function liveSession(request: FastifyRequest): Session {
  if (request.session === null) throw new AppFailure({ code: 'NOT_SIGNED_IN', message: '尚未登录或登录已失效，请重新登录。' });
  return request.session;
}

function refusalOf(access: HttpEndpoint['access'] | undefined, officer: Officer): AppError | null {
  if (access === 'signed-in') return null;
  if (access === undefined || access === 'public') return { code: 'FORBIDDEN', message: '此接口未开放。' };
  if (officer.roles.includes(access)) return null;
  return { code: 'FORBIDDEN', message: `此操作只限「${ROLES[access]}」，您的账号没有这一角色。` };
}

async function refuse(request: FastifyRequest, deps: ServerDeps, error: AppError): Promise<never> {
  const { officer, deviceId } = liveSession(request);
  await audit(deps.db, {
    at: deps.clock(), officerId: officer.id, deviceId, ip: request.ip, action: 'access.refused', objectKind: 'route',
    objectId: `${request.method} ${request.routeOptions.url ?? ''}`, outcome: error.code, requestId: request.id,
  });
  throw new AppFailure(error);
}
