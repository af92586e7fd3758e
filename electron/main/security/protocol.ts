import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
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
  session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    const found = url.host === WINDOW_HOST && request.method === 'GET' ? staticFile(root, url.pathname) : null;
    const bytes = found === null ? null : await readFile(found.file).catch(() => null);
    if (found === null || bytes === null) return notFound();
    return answer(bytes, found.mime, isPdfReader(url) ? PDF_READER_POLICY : policy());
  });
}

function isPdfReader(url: URL): boolean {
  return /^\/assets\/pdf\.worker[\w.-]*\.m?js$/.test(url.pathname);
}

export function answer(body: Uint8Array | string, mime: string, policy: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': mime,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    },
  });
}

export function notFound(): Response {
  return new Response('', { status: 404 });
}

/** Whether an address is a page of the window. `URL.origin` of an `app:` address is `null`, so scheme and host are compared. */
export function isWindowUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${SCHEME}:` && url.host === WINDOW_HOST;
}
