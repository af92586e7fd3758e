import { pipeline, Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { STREAMS } from '#shared/contract/http/streams.ts';
import type { ServerDeps } from '../deps.ts';
import { daily, daysAgo } from './daily.ts';
import { chooseCompression } from './pull/compress.ts';
import { pruneChangeLog } from './pull/horizon.ts';
import { openPull } from './pull/pull.ts';

/** Days the change log is kept; a desktop that was away longer starts with a whole pull. */
const LOG_DAYS = 90;

const PullQuery = Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 2000 })) }, { additionalProperties: false });

/** The pull stream, and the daily clearing of the change log. */
export function registerSyncStreams(app: FastifyInstance, deps: ServerDeps): void {
  app.route<{ Querystring: { cursor?: string } }>({
    method: STREAMS.pull.method,
    url: STREAMS.pull.path,
    config: { access: 'signed-in' },
    schema: { operationId: 'pull', tags: ['sync'], summary: 'Streams what changed after the cursor as NDJSON', security: [{ session: [] }], querystring: PullQuery },
    handler: async (request, reply) => {
      const chunks = await openPull(deps.db, request.officer, request.query.cursor);
      const compression = chooseCompression(request.headers['accept-encoding']);
      const source = Readable.from(chunks, { objectMode: true, highWaterMark: 1 });
      void reply.header('content-type', 'application/x-ndjson; charset=utf-8').header('cache-control', 'no-store').header('vary', 'accept-encoding');
      source.on('error', (error) => { request.log.error({ err: error }, 'pull broken off'); });
      if (compression === null) return reply.send(source);
      void reply.header('content-encoding', compression.encoding);
      // A broken source or a client that hung up ends both; the client goes on from its last mark.
      pipeline(source, compression.stream, () => undefined);
      return reply.send(compression.stream);
    },
  });
  daily(app, 'change log cleared', () => pruneChangeLog(deps.db, daysAgo(deps.clock(), LOG_DAYS)));
}
