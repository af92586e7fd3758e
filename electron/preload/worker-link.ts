import type { IpcEvents, IpcName } from '#shared/contract/ipc.ts';
import { type AppError, fail, type Result } from '#shared/contract/result.ts';
import type { WorkerAnswer, WorkerMessage, WorkerRequest } from '#shared/contract/worker-protocol.ts';

/** Calls that must not be sent a second time by themselves: whether the first took effect is not known. */
const NOT_REPEATED: ReadonlySet<IpcName> = new Set(['session.signIn', 'session.signOut', 'command.submit', 'outbox.resolve', 'file.import'] as const);

const INTERRUPTED: AppError = { code: 'INTERNAL', message: '后台服务意外中断，已重新启动。刚才这一步可能已经保存，请重新登录后核对，再决定是否重做。' };

interface PendingCall {
  readonly request: WorkerRequest;
  readonly settle: (result: Result<unknown>) => void;
}

export type Listener<E extends keyof IpcEvents> = (payload: IpcEvents[E]) => void;

export interface WorkerLink {
  request(name: IpcName, input: unknown): Promise<Result<unknown>>;
  on<E extends keyof IpcEvents>(event: E, listener: Listener<E>): () => void;
  /** Takes a port to a worker: the first, or one to its successor after a crash. */
  attach(port: MessagePort): void;
}

/**
 * The window's line to the worker. Calls made before a port is there wait for it. When the worker crashes, reading calls
 * are asked again of its successor; those that change something are answered with what happened.
 */
export function createWorkerLink(): WorkerLink {
  const pending = new Map<number, PendingCall>();
  const listeners = new Map<keyof IpcEvents, Set<(payload: never) => void>>();
  let port: MessagePort | null = null;
  let attached = 0;
  let lastId = 0;

  function receive(message: WorkerMessage): void {
    if ('id' in message) settle(message);
    else announce(message.event, message.payload);
  }

  function settle(answer: WorkerAnswer): void {
    pending.get(answer.id)?.settle(answer.result);
    pending.delete(answer.id);
  }

  function announce<E extends keyof IpcEvents>(event: E, payload: IpcEvents[E]): void {
    for (const listener of listeners.get(event) ?? []) (listener as Listener<E>)(payload);
  }

  function request(name: IpcName, input: unknown): Promise<Result<unknown>> {
    return new Promise((settleCall) => {
      const call: PendingCall = { request: { id: ++lastId, name, input }, settle: settleCall };
      pending.set(call.request.id, call);
      port?.postMessage(call.request);
    });
  }

  function lost(): void {
    port = null;
    for (const { request: { id, name } } of [...pending.values()]) {
      if (NOT_REPEATED.has(name)) settle({ id, result: fail(INTERRUPTED) });
    }
  }

  function attach(next: MessagePort): void {
    if (port !== null) lost();
    port = next;
    attached += 1;
    next.onmessage = ({ data }: MessageEvent<WorkerMessage>) => { receive(data); };
    next.addEventListener('close', () => { if (port === next) lost(); });
    next.start();
    for (const call of pending.values()) next.postMessage(call.request);
    if (attached > 1) void announceSession();
  }

  /** A new worker has nobody signed in: the page must hear it. */
  async function announceSession(): Promise<void> {
    const state = await request('session.state', {});
    if (state.ok) announce('session.changed', state.value as IpcEvents['session.changed']);
  }

  function on<E extends keyof IpcEvents>(event: E, listener: Listener<E>): () => void {
    const set = listeners.get(event) ?? new Set();
    listeners.set(event, set.add(listener));
    return () => { set.delete(listener); };
  }

  return { request, on, attach };
}
