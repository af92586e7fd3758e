import { Check } from 'typebox/value';
import { IPC, type IpcEvents, type IpcInput, type IpcName, type IpcOutput } from '#shared/contract/ipc.ts';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import { fits } from '#shared/domain/case-file/validate.ts';
import { createEventBus, type AnyEventListener, type EventName } from './events.ts';
import { knownError } from './failure.ts';
import { createHandlers } from './handlers/index.ts';
import { errorFacts, logLine } from './log.ts';
import type { WorkerOptions } from './options.ts';
import { createSession } from './session/session.ts';
import { createTypesetter, type Typesetter } from './typesetting/typesetter.ts';

/** The worker without its process: what the entry point and the tests drive. */
export interface Worker {
  /** Calls a method of the contract. Never rejects. */
  call<N extends IpcName>(name: N, input: IpcInput<N>): Promise<Result<IpcOutput<N>>>;
  /** The same for a name and an input that came from outside. */
  callUnchecked(name: unknown, input: unknown): Promise<Result<unknown>>;
  on<E extends EventName>(event: E, listener: (payload: IpcEvents[E]) => void): () => void;
  onAny(listener: AnyEventListener): () => void;
  /** Loads the typesetter (about 0.2 s), so that the first preview need not. */
  warm(): void;
  close(): Promise<void>;
}

type AnyHandler = (input: unknown) => unknown;

/** Calls slower than this are logged (by name only). */
const SLOW_MS = 100;
/** Calls that wait for the network or for long work by their nature. */
const PATIENT: ReadonlySet<string> = new Set(['session.signIn', 'session.signOut', 'sync.now', 'command.submit', 'file.import', 'file.read', 'file.pinCase', 'document.pdf', 'document.batchPdf', 'document.docx', 'volume.plan', 'volume.pdf', 'volume.archive']);

/** Compiling a schema takes milliseconds, which a start does not have; from then on a check takes a hundredth. */
const COMPILED_FROM = 4;

function createInputCheck(): (name: IpcName, input: unknown) => boolean {
  const calls = new Map<IpcName, number>();
  return (name, input) => {
    const call = (calls.get(name) ?? 0) + 1;
    calls.set(name, call);
    return call < COMPILED_FROM ? Check(IPC[name].input, input) : fits(IPC[name].input, input);
  };
}

export function createWorker(options: WorkerOptions): Worker {
  const bus = createEventBus();
  let loaded: Typesetter | null = null;
  const typesetter = (): Typesetter => (loaded ??= createTypesetter({ fontPaths: options.fontDirs, assetsDir: options.assetsDir }));
  const session = createSession({ worker: options, bus, typesetter });
  const inputFits = createInputCheck();
  const handlers = new Map<string, AnyHandler>(Object.entries(createHandlers({ session, typesetter })) as [string, AnyHandler][]);

  async function callUnchecked(name: unknown, input: unknown): Promise<Result<unknown>> {
    const handler = typeof name === 'string' ? handlers.get(name) : undefined;
    if (typeof name !== 'string' || handler === undefined) return fail({ code: 'UNKNOWN_METHOD', message: '程序内部调用了不存在的功能，请重启程序；仍出现请联系系统管理员。' });
    if (!inputFits(name as IpcName, input)) return fail({ code: 'INVALID_INPUT', message: '提交的内容格式不正确，请检查后重试。', details: { method: name } });
    const started = performance.now();
    try {
      return ok(await handler(input));
    } catch (error) {
      return fail(answer(name, error));
    } finally {
      const milliseconds = Math.round(performance.now() - started);
      if (milliseconds > SLOW_MS && !PATIENT.has(name)) logLine('slow call', { method: name, milliseconds });
    }
  }

  function answer(name: string, error: unknown) {
    const known = knownError(error);
    if (known?.code === 'CACHE_DAMAGED') session.noteDamage();
    if (known !== null) return known;
    logLine('call failed', { method: name, ...errorFacts(error) });
    return { code: 'INTERNAL' as const, message: '程序内部出错，这一步没有完成。请重试；反复出现请联系系统管理员。' };
  }

  return {
    call: async (name, input) => (await callUnchecked(name, input)) as Result<never>,
    callUnchecked,
    on: bus.on,
    onAny: bus.onAny,
    warm: () => void typesetter(),
    close: () => session.close(),
  };
}
