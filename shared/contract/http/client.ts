import { fail, ok, type AppError, type Result } from '../result.ts';
import { HTTP, type HttpEndpoint, type HttpInput, type HttpName, type HttpOutput } from './contract.ts';

/** A call of the contract, ready to travel: path with its parameters filled in, the rest as query or JSON body. */
export interface HttpCall {
  readonly method: 'GET' | 'POST';
  /** With the query string, e.g. `/api/sync/handshake?protocol=1`. */
  readonly path: string;
  /** JSON text, `null` for GET. */
  readonly body: string | null;
  /** Whether the call needs `Authorization: Bearer <token>`. */
  readonly signedIn: boolean;
}

export interface HttpAnswer {
  readonly status: number;
  /** The parsed JSON body. */
  readonly body: unknown;
}

/** One function for every endpoint of `HTTP`. `send` does the network; what it throws goes through. */
export type HttpClient = <N extends HttpName>(name: N, input: HttpInput<N>) => Promise<Result<HttpOutput<N>>>;

export function createHttpClient(send: (call: HttpCall) => Promise<HttpAnswer>): HttpClient {
  return async <N extends HttpName>(name: N, input: HttpInput<N>) => {
    const answer = await send(httpCall(HTTP[name], input));
    // The server's word is taken for the type: both sides are derived from the same table.
    if (answer.status >= 200 && answer.status < 300) return ok(answer.body as HttpOutput<N>);
    return fail(errorOf(answer));
  };
}

export function httpCall(endpoint: HttpEndpoint, input: object): HttpCall {
  const rest = new Map(Object.entries(input));
  const path = endpoint.path.replace(/:(\w+)/g, (_match, name: string) => {
    const value = String(rest.get(name));
    rest.delete(name);
    return encodeURIComponent(value);
  });
  const signedIn = endpoint.access !== 'public';
  if (endpoint.method === 'POST') return { method: 'POST', path, body: JSON.stringify(Object.fromEntries(rest)), signedIn };
  const query = [...rest].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`).join('&');
  return { method: 'GET', path: query === '' ? path : `${path}?${query}`, body: null, signedIn };
}

function errorOf({ status, body }: HttpAnswer): AppError {
  if (isErrorBody(body)) return body.error;
  return { code: 'INTERNAL', message: `服务器的回答无法识别（HTTP ${status}）。请稍后重试，仍不行请联系系统管理员。` };
}

function isErrorBody(body: unknown): body is { readonly error: AppError } {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}
