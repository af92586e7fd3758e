import Type from 'typebox';
import { Check } from 'typebox/value';
import { createWorker, type Worker } from './host.ts';
import { errorFacts, logLine } from './log.ts';
import type { WorkerOptions } from './options.ts';

/** Entry of Electron's utility process; speaks the protocol of `shared/contract/worker-protocol.ts`. */
interface Port {
  on(event: 'message', listener: (message: PortMessage) => void): void;
  on(event: 'close', listener: () => void): void;
  postMessage(message: unknown): void;
  start?(): void;
}

interface PortMessage {
  readonly data: unknown;
  readonly ports?: readonly Port[];
}

const Request = Type.Object({ id: Type.Number(), name: Type.Unknown(), input: Type.Unknown() });
const Init = Type.Object({
  type: Type.Literal('init'),
  options: Type.Object({
    profileDir: Type.String(), serverUrl: Type.String(), fontDirs: Type.Array(Type.String()), assetsDir: Type.String(), appVersion: Type.String(),
    nativeBinding: Type.Optional(Type.String()),
  }),
});
const Control = Type.Object({ type: Type.Enum(['connect', 'close']) });

// Every file this process makes is for its own user only.
process.umask(0o077);

const parent = (process as unknown as { readonly parentPort?: Port }).parentPort;
if (parent === undefined) throw new Error('The worker runs as a utility process of Electron; tests use createWorker of host.ts');

const ports = new Set<Port>();
let worker: Worker | null = null;

/** From a case the way to a document is short: the typesetter is loaded while the case is being read. */
const WARM_AFTER_MS = 600;
let warming = false;

function warmSoon(made: Worker): void {
  if (warming) return;
  warming = true;
  setTimeout(() => { warm(made); }, WARM_AFTER_MS);
}

function warm(made: Worker): void {
  try {
    made.warm();
  } catch (error) {
    logLine('typesetter not loaded', errorFacts(error));
  }
}

function init(options: WorkerOptions): Worker {
  const started = performance.now();
  const made = createWorker(options);
  made.onAny((event, payload) => {
    for (const port of ports) port.postMessage({ event, payload });
  });
  logLine('worker ready', { milliseconds: Math.round(performance.now() - started) });
  return made;
}

async function answer(port: Port, data: unknown): Promise<void> {
  if (!Check(Request, data) || worker === null) return;
  const result = await worker.callUnchecked(data.name, data.input);
  port.postMessage({ id: data.id, result });
  if (data.name === 'case.get') warmSoon(worker);
}

function connect(port: Port): void {
  ports.add(port);
  port.on('close', () => ports.delete(port));
  port.on('message', ({ data }) => void answer(port, data));
  port.start?.();
}

async function close(): Promise<void> {
  await worker?.close();
  process.exit(0);
}

parent.on('message', ({ data, ports: sent }) => {
  if (Check(Init, data)) worker ??= init(data.options as WorkerOptions);
  else if (Check(Control, data) && data.type === 'close') void close();
  else if (Check(Control, data)) for (const port of sent ?? []) connect(port);
  else logLine('unknown control message', {});
});

process.on('uncaughtException', (error) => {
  logLine('uncaught', errorFacts(error));
  process.exit(1);
});
process.on('unhandledRejection', (error) => {
  logLine('unhandled rejection', errorFacts(error));
});
