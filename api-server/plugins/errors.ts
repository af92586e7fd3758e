import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ERRORS } from '#shared/contract/errors.ts';
import { AppFailure, type AppError } from '#shared/contract/result.ts';

/** Every answer that is not 2xx has this body; what is inside the server (stack, SQL, versions) stays there. */
export function sendError(reply: FastifyReply, error: AppError): FastifyReply {
  return reply.code(ERRORS[error.code]).send({ error });
}

export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => sendError(reply, translate(error, request)));
  app.setNotFoundHandler((request, reply) => sendError(reply, {
    code: 'UNKNOWN_METHOD', message: `服务端没有这个接口：${request.method} ${request.url.split('?', 1)[0] ?? ''}。客户端版本可能与服务端不符，请升级。`,
  }));
}

function translate(error: FastifyError | AppFailure, request: FastifyRequest): AppError {
  if (error instanceof AppFailure) return error.error;
  const known = requestError(error) ?? databaseError(error);
  if (known === null) {
    request.log.error({ err: error, requestId: request.id }, 'unexpected error');
    return { code: 'INTERNAL', message: `服务端内部错误（编号 ${request.id}）。请稍后重试；若反复出现，请把编号告诉系统管理员。`, details: { requestId: request.id } };
  }
  if (ERRORS[known.code] >= 500) request.log.error({ err: error, requestId: request.id }, known.code);
  return known;
}

/** What Fastify refuses before a handler runs. */
function requestError(error: FastifyError): AppError | null {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { code: 'FILE_TOO_LARGE', message: '提交的内容超过服务端允许的大小，请分批提交。' };
  const status = error.statusCode ?? 500;
  if (status < 400 || status >= 500) return null;
  return { code: 'INVALID_INPUT', message: '请求的格式不正确（应为 UTF-8 的 JSON）。客户端版本可能与服务端不符，请升级。' };
}

/** SQLSTATE classes: 08 connection, 53 resources, 57 operator intervention. */
function databaseError(error: Error & { readonly code?: string }): AppError | null {
  const code = error.code ?? '';
  if (code === '53100') return { code: 'DISK_FULL', message: '数据库所在磁盘已满，本次操作没有保存。请通知系统管理员。' };
  const lost = /^(08|53|57P)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(code)
    || /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/.test(error.message);
  return lost ? { code: 'DATABASE_UNAVAILABLE', message: '数据库暂时连接不上，本次操作没有保存。请稍后重试。' } : null;
}
