import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { SERVER_VERSION } from '../version.ts';

export const OPENAPI_PATH = '/api/openapi.json';

/** Describes every route registered after it, from the schemas that also check it. */
export async function registerOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '苏州住建互联网+监管 API', version: SERVER_VERSION },
      components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
    },
  });
}

export function serveOpenApi(app: FastifyInstance): void {
  app.get(OPENAPI_PATH, { config: { access: 'public' }, schema: { hide: true } }, () => app.swagger());
}
