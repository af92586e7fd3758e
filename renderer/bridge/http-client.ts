import axios, { AxiosError } from 'axios';
import { createHttpClient, type HttpAnswer, type HttpCall } from '#shared/contract/http/client.ts';
import type { HttpInput, HttpName, HttpOutput } from '#shared/contract/http/contract.ts';
import { fail, type Result } from '#shared/contract/result.ts';
import type { Connection } from './http.ts';

const TIMEOUT_MS = 8000;
const network = axios.create({ timeout: TIMEOUT_MS, adapter: 'fetch', validateStatus: () => true });

async function send({ serverUrl, token }: Connection, { method, path, body, signedIn }: HttpCall): Promise<HttpAnswer> {
  const headers = {
    Accept: 'application/json',
    ...(body !== null && { 'Content-Type': 'application/json' }),
    ...(signedIn && token !== null && { Authorization: `Bearer ${token}` }),
  };
  const answer = await network.request<unknown>({ method, url: `${serverUrl}${path}`, headers, data: body ?? undefined });
  return { status: answer.status, body: answer.data };
}

/** One call of the server's contract; a server out of reach is answered as a value. */
export async function ask<N extends HttpName>(connection: Connection, name: N, input: HttpInput<N>): Promise<Result<HttpOutput<N>>> {
  try {
    return await createHttpClient((call) => send(connection, call))(name, input);
  } catch (cause) {
    if (!(cause instanceof AxiosError)) throw cause;
    return fail({ code: 'SERVER_UNREACHABLE', message: '服务器连接不上。请检查网络和服务器地址后重试。' });
  }
}
