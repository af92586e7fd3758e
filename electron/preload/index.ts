import { contextBridge, ipcRenderer } from 'electron';
import { IPC_EVENTS, IPC_HOSTS } from 'virtual:ipc-table';
import type { IpcEvents, IpcInput, IpcName, IpcOutput } from '#shared/contract/ipc.ts';
import { fail, type Result } from '#shared/contract/result.ts';
import { createWorkerLink, type Listener } from './worker-link.ts';

/** The window's only door: the calls and events of the contract, and nothing else of Electron or Node. */
const link = createWorkerLink();

function call<N extends IpcName>(name: N, input: IpcInput<N>): Promise<Result<IpcOutput<N>>> {
  if (!Object.hasOwn(IPC_HOSTS, name)) return Promise.resolve(fail({ code: 'UNKNOWN_METHOD', message: '程序没有这项功能。' }));
  const answer = IPC_HOSTS[name] === 'main' ? ipcRenderer.invoke(`desk:${name}`, input) : link.request(name, input);
  return answer as Promise<Result<IpcOutput<N>>>;
}

function on<E extends keyof IpcEvents>(event: E, listener: Listener<E>): () => void {
  if (!IPC_EVENTS.includes(event)) return () => undefined;
  return link.on(event, listener);
}

ipcRenderer.on('desk:port', (event) => {
  const [port] = event.ports;
  if (port !== undefined) link.attach(port);
});
ipcRenderer.send('desk:connect');
contextBridge.exposeInMainWorld('desk', { call, on });
