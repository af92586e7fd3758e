import type { IpcEvents, IpcInput, IpcName, IpcOutput } from '#shared/contract/ipc.ts';
import { AppFailure, fail, type Result } from '#shared/contract/result.ts';
import type { Desk } from './desk.ts';
import { plain } from './plain.ts';

function desk(): Desk {
  return window.desk;
}

/** Calls the worker or the main process; a refusal is answered as a value. */
export async function tryCall<N extends IpcName>(name: N, input: IpcInput<N>): Promise<Result<IpcOutput<N>>> {
  try {
    return await desk().call(name, plain(input));
  } catch (cause) {
    console.error(`ipc ${name} broke`, cause);
    return fail({ code: 'INTERNAL', message: '程序内部的联系中断了。请重试；仍不行请关闭本程序后重新打开，已保存的内容不会丢失。' });
  }
}

/** The same, throwing `AppFailure` for a refusal. */
export async function call<N extends IpcName>(name: N, input: IpcInput<N>): Promise<IpcOutput<N>> {
  const result = await tryCall(name, input);
  if (!result.ok) throw new AppFailure(result.error);
  return result.value;
}

/** Listens to an announcement of the worker; answers the function that stops it. */
export function on<E extends keyof IpcEvents>(event: E, listener: (payload: IpcEvents[E]) => void): () => void {
  return desk().on(event, listener);
}
