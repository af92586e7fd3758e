import { connect, type Socket } from 'node:net';

export interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  readonly milliseconds: number;
  /** A whole HTTP/1.1 request; asked for anew each time. */
  readonly request: () => Buffer;
}

export interface LoadAnswer {
  readonly perSecond: number;
  /** Milliseconds of each answer. */
  readonly times: readonly number[];
}

/** Keeps every connection busy with one request after the other. Bare sockets, so that the generator takes little of the machine. */
export async function generateLoad(options: LoadOptions): Promise<LoadAnswer> {
  const times: number[] = [];
  const started = performance.now();
  const until = started + options.milliseconds;
  await Promise.all(Array.from({ length: options.connections }, () => keepBusy(options, until, times)));
  return { perSecond: times.length / ((performance.now() - started) / 1000), times };
}

function keepBusy({ url, request }: LoadOptions, until: number, times: number[]): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(Number(port), hostname);
    let [received, asked] = ['', 0];
    const ask = (): void => {
      received = '';
      asked = performance.now();
      socket.write(request());
    };
    socket.setNoDelay(true).setEncoding('latin1').on('connect', ask).on('error', reject);
    socket.on('data', (chunk: string) => {
      received += chunk;
      if (!isComplete(received)) return;
      if (!received.startsWith('HTTP/1.1 200')) {
        reject(new Error(`The server answered: ${received.slice(0, 600)}`));
        socket.destroy();
        return;
      }
      times.push(performance.now() - asked);
      if (performance.now() < until) ask();
      else socket.end(() => { resolve(); });
    });
  });
}

function isComplete(text: string): boolean {
  const head = text.indexOf('\r\n\r\n');
  const length = /content-length: (\d+)/i.exec(text.slice(0, head + 2));
  return head > 0 && length !== null && text.length >= head + 4 + Number(length[1]);
}

export function httpRequest(url: string, method: string, path: string, headers: Readonly<Record<string, string>>, body: string): Buffer {
  const all = { host: new URL(url).host, ...headers, ...(body === '' ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }) };
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`);
}
