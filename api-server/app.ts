import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { fastify, LogController, type FastifyInstance } from 'fastify';
import { Locale } from 'typebox/system';
import { AppFailure } from '#shared/contract/result.ts';
import type { ServerConfig } from './config.ts';
import type { Handlers, ServerDeps } from './deps.ts';
import { adminHandlers } from './modules/admin/handlers.ts';
import { authHandlers } from './modules/auth/handlers.ts';
import { calendarHandlers } from './modules/calendar/handlers.ts';
import { configHandlers } from './modules/config/handlers.ts';
import { deadlineHandlers } from './modules/deadline/handlers.ts';
import { drawHandlers } from './modules/draw/handlers.ts';
import { registerFileStreams } from './modules/file/routes.ts';
import { fileHandlers } from './modules/file/service.ts';
import { healthHandlers } from './modules/health/handlers.ts';
import { importHandlers } from './modules/import/handlers.ts';
import { readerNoteHandlers } from './modules/reader-note/handlers.ts';
import { matterHandlers } from './modules/matter/handlers.ts';
import { registerHandlers } from './modules/register/handlers.ts';
import { reviewHandlers } from './modules/review/handlers.ts';
import { similarHandlers } from './modules/similar/handlers.ts';
import { numberHandlers } from './modules/number/handlers.ts';
import { statisticsHandlers } from './modules/statistics/handlers.ts';
import { registerAccess } from './plugins/access.ts';
import { registerEndpoints } from './plugins/endpoints.ts';
import { registerErrors } from './plugins/errors.ts';
import { registerHeaders } from './plugins/headers.ts';
import { registerOpenApi, serveOpenApi } from './plugins/openapi.ts';
import { registerRequestLog } from './plugins/request-log.ts';
import { registerSyncStreams } from './sync/routes.ts';
import { syncHandlers } from './sync/service.ts';

interface AppOptions extends ServerDeps {
  readonly config: Pick<ServerConfig, 'logLevel' | 'trustProxy'>;
}

/** The API server without a port: `inject` works at once, `listen` opens it. The database is the caller's to close. */
export async function buildApp({ config, ...deps }: AppOptions): Promise<FastifyInstance> {
  Locale.Set(Locale.zh_Hans);
  const app = createFastify(config);
  registerErrors(app);
  registerRequestLog(app);
  await registerHeaders(app);
  await registerOpenApi(app);
  await app.register(rateLimit, { global: false, errorResponseBuilder: (_request, { ttl }) => signInDelayed(ttl) });
  registerAccess(app, deps);
  registerEndpoints(app, allHandlers(app, deps));
  await registerStreams(app, deps);
  serveOpenApi(app);
  return app;
}

function createFastify(config: AppOptions['config']): FastifyInstance {
  return fastify({
    logger: { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: config.trustProxy,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 200 },
    schemaErrorFormatter: ([first], part) => new AppFailure({
      code: 'INVALID_INPUT',
      message: `提交的内容不符合接口要求：${part}${first?.instancePath ?? ''} ${first?.message ?? ''}。`,
      details: { path: first?.instancePath ?? '' },
    }),
  }).setValidatorCompiler(TypeBoxValidatorCompiler)
    // Answers go out whole: a serialiser made from the schema would drop unnamed fields without a word.
    .setSerializerCompiler(() => (value) => JSON.stringify(value));
}

function allHandlers(app: FastifyInstance, deps: ServerDeps): Handlers {
  return {
    ...healthHandlers(deps), ...authHandlers(app, deps), ...syncHandlers(deps), ...fileHandlers(deps), ...adminHandlers(deps), ...calendarHandlers(deps), ...configHandlers(deps), ...deadlineHandlers(deps), ...drawHandlers(deps),
    ...matterHandlers(app, deps), ...reviewHandlers(deps), ...importHandlers(app, deps), ...registerHandlers(deps), ...similarHandlers(deps), ...statisticsHandlers(deps), ...readerNoteHandlers(deps), ...numberHandlers(deps),
  };
}

/** The endpoints that are not JSON; each is for signed-in users and looks at their scope itself. */
async function registerStreams(app: FastifyInstance, deps: ServerDeps): Promise<void> {
  await app.register(async (streams) => {
    streams.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'signed-in' };
    });
    await registerSyncStreams(streams, deps);
    await registerFileStreams(streams, deps);
  });
}

function signInDelayed(milliseconds: number): AppFailure {
  const seconds = Math.ceil(milliseconds / 1000);
  return new AppFailure({ code: 'SIGN_IN_DELAYED', message: `登录请求过于频繁，请 ${seconds} 秒后再试。`, details: { retryAfterSeconds: seconds } });
}
