import type { FastifyInstance } from 'fastify';

/** One line a request: the route's pattern and not the address, which may carry an officer's search words. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method, route: request.routeOptions.url ?? '?', status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime),
    }, 'request');
  });
}
