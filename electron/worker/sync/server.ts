import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Readable } from 'node:stream';
import axios, { type AxiosRequestConfig, type AxiosResponse } from 'axios';
import { createHttpClient, type HttpClient } from '#shared/contract/http/client.ts';
import { STREAMS } from '#shared/contract/http/streams.ts';
import { AppFailure, type AppError } from '#shared/contract/result.ts';
import { failure } from '#worker/failure.ts';
import { ACCEPT_ENCODING, decoded, withIdleLimit } from './stream.ts';

export interface PartAnswer {
  readonly complete: boolean;
  readonly received: number;
}

/** The API server as the worker sees it. Whatever the network does comes out as SERVER_UNREACHABLE. */
export interface Server {
  readonly call: HttpClient;
  /** Chunks of NDJSON of one pull. */
  pull(cursor: string | null): Promise<AsyncIterable<Buffer>>;
  uploadPart(sha256: string, offset: number, total: number, bytes: Uint8Array): Promise<PartAnswer>;
  /** Bytes of a stored file from `offset` on. */
  download(sha256: string, offset: number): Promise<AsyncIterable<Buffer>>;
  close(): void;
}

export interface ServerOptions {
  readonly url: string;
  readonly timeoutMs: number;
  readonly token: () => string | null;
}

export function unreachable(): AppFailure {
  return failure('SERVER_UNREACHABLE', '连接不上服务器。请检查网络；离线期间的操作会保存在本机，联网后自动上传。');
}

/** Whether the error means that there is no server to speak to just now. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof AppFailure && (error.error.code === 'SERVER_UNREACHABLE' || error.error.code === 'DATABASE_UNAVAILABLE');
}

export function createServer(options: ServerOptions): Server {
  const agents = { httpAgent: new HttpAgent({ keepAlive: true }), httpsAgent: new HttpsAgent({ keepAlive: true }) };
  const http = axios.create({ baseURL: options.url, adapter: 'http', proxy: false, maxRedirects: 0, timeout: options.timeoutMs, validateStatus: () => true, ...agents });

  function headers(): Record<string, string> {
    const token = options.token();
    return token === null ? {} : { Authorization: `Bearer ${token}` };
  }

  const call = createHttpClient(async ({ method, path, body, signedIn }) => {
    const response = await reach((connection) => http.request<unknown>({
      ...connection, method, url: path, data: body ?? undefined, headers: { ...(body === null ? {} : { 'Content-Type': 'application/json' }), ...(signedIn ? headers() : {}) },
    }));
    refuseGateway(response);
    return { status: response.status, body: response.data };
  });

  async function stream(url: string, extra: Record<string, string>): Promise<AxiosResponse<Readable>> {
    const response = await reach((connection) => http.get<Readable>(url, { ...connection, responseType: 'stream', decompress: false, headers: { ...headers(), ...extra } }));
    if (response.status >= 200 && response.status < 300) return response;
    refuseGateway(response);
    throw new AppFailure(await streamError(response));
  }

  return {
    call,
    async pull(cursor) {
      const response = await stream(cursor === null ? STREAMS.pull.path : `${STREAMS.pull.path}?cursor=${encodeURIComponent(cursor)}`, { 'Accept-Encoding': ACCEPT_ENCODING });
      const plain = decoded(response.data, String(response.headers['content-encoding'] ?? ''));
      return reached(withIdleLimit<Buffer>(plain, options.timeoutMs));
    },
    async uploadPart(sha256, offset, total, bytes) {
      const url = STREAMS.uploadPart.path.replace(':sha256', sha256);
      const response = await reach((connection) => http.post<unknown>(url, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
        ...connection, params: { offset, bytes: total }, headers: { ...headers(), 'Content-Type': 'application/octet-stream' }, maxBodyLength: Infinity,
      }));
      refuseGateway(response);
      if (response.status >= 200 && response.status < 300) return response.data as PartAnswer;
      throw new AppFailure(errorOf(response.data, response.status));
    },
    async download(sha256, offset) {
      const response = await stream(STREAMS.download.path.replace(':sha256', sha256), offset === 0 ? {} : { Range: `bytes=${offset}-` });
      if (offset > 0 && response.status !== 206) throw failure('FILE_DAMAGED', '服务器不支持断点续传，请重新下载该文件。');
      return reached(withIdleLimit<Buffer>(response.data, options.timeoutMs));
    },
    close() {
      agents.httpAgent.destroy();
      agents.httpsAgent.destroy();
    },
  };
}

type Connection = Pick<AxiosRequestConfig, 'httpAgent' | 'httpsAgent'>;

/**
 * With every status accepted, axios throws only for the network. A kept connection that the other side has meanwhile
 * closed fails at once; every request here may be sent twice (commands carry their id), so it is tried on a new one:
 * of the kept ones, others may be closed as well.
 */
async function reach<T>(request: (connection: Connection) => Promise<T>): Promise<T> {
  try {
    return await request({});
  } catch (error) {
    if (!isStaleConnection(error)) throw unreachable();
  }
  return request({ httpAgent: new HttpAgent(), httpsAgent: new HttpsAgent() }).catch(() => {
    throw unreachable();
  });
}

function isStaleConnection(error: unknown): boolean {
  if (!axios.isAxiosError(error) || (error.code !== 'ECONNRESET' && error.code !== 'EPIPE')) return false;
  const request: unknown = error.request;
  return typeof request === 'object' && request !== null && 'reusedSocket' in request && request.reusedSocket === true;
}

async function* reached<T>(chunks: AsyncIterable<T>): AsyncIterable<T> {
  try {
    yield* chunks;
  } catch {
    throw unreachable();
  }
}

/** A balancer in front of a server that is down answers in its place. */
function refuseGateway(response: AxiosResponse<unknown>): void {
  if (response.status === 502 || response.status === 504) throw unreachable();
}

async function streamError(response: AxiosResponse<Readable>): Promise<AppError> {
  const chunks: Buffer[] = [];
  const plain = decoded(response.data, String(response.headers['content-encoding'] ?? ''));
  for await (const chunk of reached<Buffer>(plain)) chunks.push(chunk);
  try {
    return errorOf(JSON.parse(Buffer.concat(chunks).toString('utf8')), response.status);
  } catch {
    return errorOf(null, response.status);
  }
}

function errorOf(body: unknown, status: number): AppError {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  if (typeof error === 'object' && error !== null && 'code' in error && 'message' in error) return error as AppError;
  return { code: 'INTERNAL', message: `服务器的回答无法识别（HTTP ${status}）。请稍后重试，仍不行请联系系统管理员。` };
}

