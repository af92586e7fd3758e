import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { PART_BYTES, STREAMS } from '#shared/contract/http/streams.ts';
import { AppFailure } from '#shared/contract/result.ts';
import { scopeOf } from '#shared/domain/officer/officer.ts';
import { audit } from '../../db/audit.ts';
import type { ServerDeps } from '../../deps.ts';
import { sendError } from '../../plugins/errors.ts';
import { daily, daysAgo } from '../../sync/daily.ts';
import { parseRange } from './range.ts';
import { maySee } from './repository.ts';
import { createFileStore, type FileStore } from './store.ts';
import { createUploads } from './upload.ts';

/** Days after which an upload that was never finished is forgotten. */
const UNFINISHED_DAYS = 14;

const Hash = Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) });
const PartQuery = Type.Object({
  offset: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  bytes: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
}, { additionalProperties: false });

/** Upload in parts and download of evidence files and issued PDFs. */
export function registerFileStreams(app: FastifyInstance, deps: ServerDeps): void {
  const store = createFileStore(deps.filesDir);
  // Raw bytes are accepted here only.
  void app.register(async (files) => {
    files.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: PART_BYTES }, (_request, body, done) => { done(null, body); });
    registerUpload(files, deps, store);
    registerDownload(files, deps, store);
  });
}

function registerUpload(app: FastifyInstance, deps: ServerDeps, store: FileStore): void {
  const uploads = createUploads(deps.db, store, deps.clock);
  app.route<{ Params: { sha256: string }; Querystring: { offset: number; bytes: number }; Body: Uint8Array | undefined }>({
    method: STREAMS.uploadPart.method,
    url: STREAMS.uploadPart.path,
    bodyLimit: PART_BYTES,
    config: { access: 'signed-in' },
    schema: { operationId: 'uploadPart', tags: ['files'], summary: 'Takes the next part of a file', security: [{ session: [] }], params: Hash, querystring: PartQuery },
    handler: async (request, reply) => {
      const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
      const { sha256 } = request.params;
      const result = await uploads.receive({ sha256, offset: request.query.offset, total: request.query.bytes, bytes });
      if (!result.ok) return sendError(reply, result.error);
      if (result.value.complete) await record(deps, request, 'file.upload', 'ok');
      return { complete: result.value.complete, received: result.value.received, bytes: result.value.bytes };
    },
  });
  daily(app, 'unfinished uploads forgotten', () => uploads.forgetAbandoned(daysAgo(deps.clock(), UNFINISHED_DAYS)));
}

function registerDownload(app: FastifyInstance, deps: ServerDeps, store: FileStore): void {
  app.route<{ Params: { sha256: string } }>({
    method: STREAMS.download.method,
    url: STREAMS.download.path,
    config: { access: 'signed-in' },
    schema: { operationId: 'download', tags: ['files'], summary: 'The content of a file that a case in scope names', security: [{ session: [] }], params: Hash },
    handler: async (request, reply) => {
      const { sha256 } = request.params;
      const size = await store.size(sha256);
      // The same answer for a file that is not there and one of a case out of scope.
      if (size === null || !await maySee(deps.db, scopeOf(request.officer), sha256)) {
        await record(deps, request, 'file.download', 'NOT_FOUND');
        throw new AppFailure({ code: 'NOT_FOUND', message: '文件不存在，或不在您的权限范围内，也可能尚未上传完成。' });
      }
      await record(deps, request, 'file.download', 'ok');
      return sendContent(request, reply, store, sha256, size);
    },
  });
}

function sendContent(request: FastifyRequest, reply: FastifyReply, store: FileStore, sha256: string, size: number): FastifyReply {
  const range = parseRange(request.headers.range, size);
  void reply.header('accept-ranges', 'bytes').header('etag', `"${sha256}"`).header('cache-control', 'private, no-store')
    .header('content-type', 'application/octet-stream').header('content-disposition', 'attachment');
  if (range === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${String(size)}`).type('application/json').send({ error: { code: 'INVALID_INPUT', message: '请求的范围超出文件末尾，请重新下载该文件。' } });
  }
  const { from, to } = range ?? { from: 0, to: size - 1 };
  void reply.header('content-length', size === 0 ? 0 : to - from + 1);
  if (range !== null) void reply.code(206).header('content-range', `bytes ${String(from)}-${String(to)}/${String(size)}`);
  return size === 0 ? reply.send(Buffer.alloc(0)) : reply.send(store.read(sha256, from, to));
}

async function record(deps: ServerDeps, request: FastifyRequest<{ Params: { sha256: string } }>, action: string, outcome: string): Promise<void> {
  await audit(deps.db, {
    at: deps.clock(), officerId: request.officer.id, deviceId: request.deviceId, ip: request.ip, action,
    objectKind: 'file', objectId: request.params.sha256, outcome, requestId: request.id,
  });
}
