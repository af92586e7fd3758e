import type { HttpInput, HttpName, HttpOutput } from '#shared/contract/http/contract.ts';
import { AppFailure, type Result } from '#shared/contract/result.ts';

/** Online-only calls (accounts, health). Everything an officer works on offline goes over `ipc.ts` instead. */
export interface Connection {
  readonly serverUrl: string;
  readonly token: string | null;
}

let connection: Connection = { serverUrl: '', token: null };
let announceServer: () => void = () => undefined;
const serverKnown = new Promise<void>((resolve) => { announceServer = resolve; });

/** Told by the session whenever server or sign-in change. Calls made before the server is known wait for it. */
export function connectHttp(next: Partial<Connection>): void {
  connection = { ...connection, ...next };
  if (connection.serverUrl !== '') announceServer();
}

/** The client is loaded with the first call: the sign-in page must not wait for it. */
export async function tryHttp<N extends HttpName>(name: N, input: HttpInput<N>): Promise<Result<HttpOutput<N>>> {
  const [{ ask }] = await Promise.all([import('./http-client.ts'), serverKnown]);
  return ask(connection, name, input);
}

/** The same, throwing `AppFailure`. */
export async function http<N extends HttpName>(name: N, input: HttpInput<N>): Promise<HttpOutput<N>> {
  const result = await tryHttp(name, input);
  if (!result.ok) throw new AppFailure(result.error);
  return result.value;
}
