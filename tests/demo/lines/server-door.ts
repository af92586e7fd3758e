import { createHttpClient, type HttpClient } from '#shared/contract/http/client.ts';
import type { Result } from '#shared/contract/result.ts';

const DEVICE = 'demo-server-door';

/** The value, or throws the refusal. */
export async function must<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.message}`);
  return result.value;
}

/** Somebody signed in at the server itself: for what is done online only, by people who do not sit at this desk. */
export async function signedIn(serverUrl: string, loginName: string, password: string): Promise<HttpClient> {
  let token = '';
  const client = createHttpClient(async ({ method, path, body, signedIn: needed }) => {
    const headers = { ...(body === null ? {} : { 'content-type': 'application/json' }), ...(needed ? { authorization: `Bearer ${token}` } : {}) };
    const answer = await fetch(`${serverUrl}${path}`, { method, headers, body });
    return { status: answer.status, body: await answer.json() };
  });
  token = (await must(client('signIn', { loginName, password, deviceId: DEVICE }))).token;
  return client;
}
