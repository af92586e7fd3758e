import { ipcMain, type WebContents } from 'electron';
import type { IpcInput, IpcNameOf, IpcOutput } from '#shared/contract/ipc.ts';
import { AppFailure, fail, type Result } from '#shared/contract/result.ts';
import { log } from '../log.ts';
import { isTrusted } from './sender.ts';

export type MainMethod = IpcNameOf<'main'>;

/** One handler for every method of the contract that the main process hosts; the compiler misses none. */
export type MainHandlers = { readonly [N in MainMethod]: (input: IpcInput<N>) => Promise<Result<IpcOutput<N>>> };

const INTERNAL = '程序出了差错，这一步没有完成。请重试；仍不行请联系系统管理员。';

/** The only place that listens to the window: sender, then schema, then handler; a throw becomes a value. */
export function registerHandlers(handlers: MainHandlers, window: () => WebContents | null): void {
  for (const name of Object.keys(handlers) as MainMethod[]) {
    ipcMain.handle(`desk:${name}`, async (event, input: unknown): Promise<Result<unknown>> => {
      const expected = window();
      if (expected === null || !isTrusted(event, expected)) {
        log('ipc.stranger', { name });
        return fail({ code: 'FORBIDDEN', message: '此请求不是来自本程序的窗口，已拒绝。' });
      }
      if (!await fitsContract(name, input)) return fail({ code: 'INVALID_INPUT', message: '请求的内容不完整或格式不对。' });
      return guarded(name, handlers[name] as (input: unknown) => Promise<Result<unknown>>, input);
    });
  }
}

/** The schema library is loaded with the first call and not before the window stands. */
async function fitsContract(name: MainMethod, input: unknown): Promise<boolean> {
  const [{ IPC }, { fitsSchema }] = await Promise.all([import('#shared/contract/ipc.ts'), import('./input.ts')]);
  return fitsSchema(IPC[name].input, input);
}

async function guarded(name: string, handler: (input: unknown) => Promise<Result<unknown>>, input: unknown): Promise<Result<unknown>> {
  try {
    return await handler(input);
  } catch (cause) {
    if (cause instanceof AppFailure) return fail(cause.error);
    log('ipc.failed', { name, error: cause instanceof Error ? cause.name : typeof cause });
    return fail({ code: 'INTERNAL', message: INTERNAL });
  }
}
