import { MessageChannelMain, type MessagePortMain, utilityProcess, type UtilityProcess } from 'electron';
import type { IpcInput, IpcNameOf, IpcOutput } from '#shared/contract/ipc.ts';
import { type AppError, fail, type Result } from '#shared/contract/result.ts';
import type { WorkerAnswer, WorkerControl, WorkerEvent, WorkerInit, WorkerMessage, WorkerRequest } from '#shared/contract/worker-protocol.ts';
import { log, logText } from '../log.ts';
import { createRestartLimit } from './restart-limit.ts';

const INTERRUPTED: AppError = { code: 'INTERNAL', message: '后台服务意外中断，已重新启动。请重新登录后再试；已保存的内容不会丢失。' };
/** How long a worker may take to close its database when the desktop ends. */
const CLOSE_MS = 4000;

export interface WorkerHost {
  /** Calls the worker for the main process itself. Never throws. */
  call<N extends IpcNameOf<'worker'>>(name: N, input: IpcInput<N>): Promise<Result<IpcOutput<N>>>;
  /** A port to the running worker for one load of the window's page. */
  connect(): MessagePortMain;
  /** Ends the worker and starts another with these options. */
  restart(init: WorkerInit): Promise<void>;
  /** Lets the worker close its database, then ends it. */
  close(): Promise<void>;
  /** Ends the pause after too many crashes. */
  resume(): void;
}

export interface WorkerHostOptions {
  readonly script: string;
  readonly init: WorkerInit;
  /** A new worker stands ready: windows need a new port. */
  readonly onReplaced: () => void;
  /** It crashed so often that it was not started again. */
  readonly onGivenUp: () => void;
  /** What the worker announces, for the main process itself. */
  readonly onEvent?: (event: WorkerEvent) => void;
}

/** Starts the utility process that holds database, sync and documents, and starts it again when it crashes. */
export function startWorker(options: WorkerHostOptions): WorkerHost {
  const limit = createRestartLimit({ crashes: 5, withinMs: 60_000 });
  const pending = new Map<number, (result: Result<unknown>) => void>();
  let init = options.init;
  let lastId = 0;
  let running = true;
  let current = fork();

  function fork(): RunningWorker {
    const child = utilityProcess.fork(options.script, [], { serviceName: 'desk-worker', stdio: ['ignore', 'pipe', 'pipe'] });
    child.postMessage({ type: 'init', options: init } satisfies WorkerControl);
    const worker = connectMain(child, settle, options.onEvent);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { logText(chunk.toString('utf8')); });
    child.once('spawn', () => { log('worker.started', { pid: child.pid ?? 0 }); });
    child.once('exit', (code) => { ended(worker, code); });
    return worker;
  }

  function settle(answer: WorkerAnswer): void {
    pending.get(answer.id)?.(answer.result);
    pending.delete(answer.id);
  }

  function ended(worker: RunningWorker, code: number): void {
    log('worker.ended', { code, expected: worker.expectedEnd });
    for (const [id] of pending) settle({ id, result: fail(INTERRUPTED) });
    running = false;
    if (worker.expectedEnd) return;
    if (limit.crashed()) replace();
    else options.onGivenUp();
  }

  function replace(): void {
    current = fork();
    running = true;
    options.onReplaced();
  }

  async function close(): Promise<void> {
    current.expectedEnd = true;
    await endWorker(current.child);
  }

  return {
    call: (name, input) => new Promise((resolve) => {
      if (!running) {
        resolve(fail(INTERRUPTED));
        return;
      }
      const id = ++lastId;
      pending.set(id, resolve as (result: Result<unknown>) => void);
      current.port.postMessage({ id, name, input } satisfies WorkerRequest);
    }),
    connect: () => openPort(current.child),
    async restart(next) {
      await close();
      init = next;
      replace();
    },
    close,
    resume() {
      limit.reset();
      replace();
    },
  };
}

interface RunningWorker {
  readonly child: UtilityProcess;
  readonly port: MessagePortMain;
  expectedEnd: boolean;
}

function connectMain(child: UtilityProcess, settle: (answer: WorkerAnswer) => void, hear: WorkerHostOptions['onEvent']): RunningWorker {
  const port = openPort(child);
  port.on('message', ({ data }: { data: WorkerMessage }) => {
    if ('id' in data) settle(data);
    else hear?.(data);
  });
  port.start();
  return { child, port, expectedEnd: false };
}

function openPort(child: UtilityProcess): MessagePortMain {
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage({ type: 'connect' } satisfies WorkerControl, [port2]);
  return port1;
}

function endWorker(child: UtilityProcess): Promise<void> {
  if (child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => { child.kill(); }, CLOSE_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.postMessage({ type: 'close' } satisfies WorkerControl);
  });
}
