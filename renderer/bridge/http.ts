import axios, { AxiosError } from 'axios';
import { createHttpClient, type HttpAnswer, type HttpCall } from '#shared/contract/http/client.ts';
import type { HttpInput, HttpName, HttpOutput } from '#shared/contract/http/contract.ts';
import { AppFailure, fail, type Result } from '#shared/contract/result.ts';

/** Online-only calls (accounts, health). Everything an officer works on offline goes over `ipc.ts` instead. */
interface Connection {
  readonly serverUrl: string;
  readonly token: string | null;
}

const TIMEOUT_MS = 8000;
const network = axios.create({ timeout: TIMEOUT_MS, adapter: 'fetch', validateStatus: () => true });
let connection: Connection = { serverUrl: '', token: null };

/** Told by the session whenever server or sign-in change. */
export function connectHttp(next: Partial<Connection>): void {
  connection = { ...connection, ...next };
}

const client = createHttpClient(send);

async function send({ method, path, body, signedIn }: HttpCall): Promise<HttpAnswer> {
  const { serverUrl, token } = connection;
  const headers = {
    Accept: 'application/json',
    ...(body !== null && { 'Content-Type': 'application/json' }),
    ...(signedIn && token !== null && { Authorization: `Bearer ${token}` }),
  };
  const answer = await network.request<unknown>({ method, url: `${serverUrl}${path}`, headers, data: body ?? undefined });
  return { status: answer.status, body: answer.data };
}

export async function tryHttp<N extends HttpName>(name: N, input: HttpInput<N>): Promise<Result<HttpOutput<N>>> {
  try {
    return await client(name, input);
  } catch (cause) {
    if (!(cause instanceof AxiosError)) throw cause;
    return fail({ code: 'SERVER_UNREACHABLE', message: '服务器连接不上。请检查网络和服务器地址后重试。' });
  }
}

/** The same, throwing `AppFailure`. */
export async function http<N extends HttpName>(name: N, input: HttpInput<N>): Promise<HttpOutput<N>> {
  const result = await tryHttp(name, input);
  if (!result.ok) throw new AppFailure(result.error);
  return result.value;
}
