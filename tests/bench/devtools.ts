import { instant } from './measure.ts';

/** The page of a running Electron, spoken to over its DevTools port: Playwright's own launch would delay the start it measures. */
export interface PageConnection {
  /** Value of an expression, awaited. Begins again when the page navigates meanwhile. */
  evaluate<T>(expression: string): Promise<T>;
  close(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string; readonly targetInfo?: { readonly type: string } };
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
  readonly error?: { readonly message: string };
}

const LIMIT_MS = 60_000;

export async function connectPage(address: string): Promise<PageConnection> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (message: Message) => void>();
  let lastId = 0;
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => { resolve(); };
    socket.onerror = () => { reject(new Error(`No DevTools at ${address}`)); };
  });
  const send = (method: string, params: object, sessionId?: string): Promise<Message> => new Promise((resolve) => {
    lastId += 1;
    waiting.set(lastId, resolve);
    socket.send(JSON.stringify({ id: lastId, method, params, sessionId }));
  });
  const page = new Promise<string>((resolve) => {
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as Message;
      if (message.id !== undefined) waiting.get(message.id)?.(message);
      else if (message.method === 'Target.attachedToTarget' && message.params?.targetInfo?.type === 'page') resolve(message.params.sessionId ?? '');
    };
  });
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  const sessionId = await page;
  return {
    async evaluate<T>(expression: string): Promise<T> {
      const end = instant() + LIMIT_MS;
      for (;;) {
        const { result, error } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
        if (error === undefined && result?.exceptionDetails === undefined) return result?.result?.value as T;
        if (error === undefined || instant() > end) throw new Error(error?.message ?? JSON.stringify(result?.exceptionDetails).slice(0, 2000));
      }
    },
    close: () => { socket.close(); },
  };
}

/**
 * Source of a function in the page: resolves with the instant at which `look` holds and its picture stands. It looks
 * whenever the document changes, so that looking takes nothing from what is measured.
 */
export const PAINTED = `(look) => new Promise((resolve, reject) => {
  const timer = setTimeout(() => { seen.disconnect(); reject(new Error('Not painted in time: ' + look)); }, ${String(LIMIT_MS / 2)});
  const done = () => { clearTimeout(timer); seen.disconnect(); requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now()), 0)); };
  const seen = new MutationObserver(() => { if (look()) done(); });
  if (look()) done(); else seen.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
})`;
