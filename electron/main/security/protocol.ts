import { readFile } from 'node:fs/promises';
import { protocol, type ProtocolResponse, type Session } from 'electron';
import { PDF_READER_POLICY } from './content-security-policy.ts';
import { staticFile } from './static-path.ts';

export const SCHEME = 'app';
/** Host of the window's pages: `app://desk/`. */
export const WINDOW_HOST = 'desk';
export const WINDOW_URL = `${SCHEME}://${WINDOW_HOST}/index.html`;

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Serves the built pages to the window; `policy` is asked for every answer, because the server address may change. */
export function serveWindow(session: Session, root: string, policy: () => string): void {
  serve(session, async (url, method) => {
    const found = url.host === WINDOW_HOST && method === 'GET' ? staticFile(root, url.pathname) : null;
    const bytes = found === null ? null : await readFile(found.file).catch(() => null);
    if (found === null || bytes === null) return notFound();
    return answer(bytes, found.mime, isPdfReader(url) ? PDF_READER_POLICY : policy());
  });
}

/**
 * Answers every request of a session to the program's own scheme. Not `protocol.handle`: it makes a `Request` of each, for
 * which Node first loads its whole fetch, and the window's first page would wait for that.
 */
export function serve(session: Session, respond: (url: URL, method: string) => ProtocolResponse | Promise<ProtocolResponse>): void {
  session.protocol.registerBufferProtocol(SCHEME, ({ url, method }, callback) => {
    void Promise.resolve(respond(new URL(url), method)).catch(notFound).then(callback);
  });
}

function isPdfReader(url: URL): boolean {
  return /^\/assets\/pdf\.worker[\w.-]*\.m?js$/.test(url.pathname);
}

export function answer(body: Uint8Array | string, mime: string, policy: string): ProtocolResponse {
  return {
    data: typeof body === 'string' ? Buffer.from(body, 'utf8') : Buffer.from(body.buffer, body.byteOffset, body.byteLength),
    headers: {
      'Content-Type': mime,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    },
  };
}

export function notFound(): ProtocolResponse {
  return { statusCode: 404, data: Buffer.alloc(0) };
}

/** Whether an address is a page of the window. `URL.origin` of an `app:` address is `null`, so scheme and host are compared. */
export function isWindowUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${SCHEME}:` && url.host === WINDOW_HOST;
}
