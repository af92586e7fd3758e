/**
 * The parts of the contract that the preload needs, written out by the build (see `build/electron.vite.config.ts`): the
 * contract itself would bring the schema library into every start of a page.
 */
declare module 'virtual:ipc-table' {
  import type { IpcEvents, IpcHost, IpcName } from '#shared/contract/ipc.ts';

  export const IPC_HOSTS: Readonly<Record<IpcName, IpcHost>>;
  export const IPC_EVENTS: readonly (keyof IpcEvents)[];
}
