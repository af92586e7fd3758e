import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** The only page that may read answers: the desktop's own. */
const DESK_ORIGIN = 'app://desk';

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

export async function registerHeaders(app: FastifyInstance): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS).header('x-request-id', request.id);
  });
  await app.register(cors, {
    origin: [DESK_ORIGIN],
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'range'],
    exposedHeaders: ['x-request-id', 'content-range', 'retry-after'],
    maxAge: 600,
  });
}
