import { randomUUID } from 'node:crypto';
import { BrowserWindow, type ProtocolResponse, type Session } from 'electron';
import { PRINT_POLICY } from '../security/content-security-policy.ts';
import { answer, notFound, SCHEME, serve } from '../security/protocol.ts';
import { createSession } from '../security/session.ts';
import { SHEET_CSS, sheetHtml } from './sheet.ts';

const HOST = 'print';
const LOAD_MS = 30_000;

/** What is printed: one SVG a page, or one JPEG, and what the print queue calls the job. */
export interface PrintSheets {
  readonly title: string;
  /** In the margin of every sheet; empty for none. */
  readonly mark: string;
  readonly pages: readonly (string | Uint8Array)[];
}

export interface PrintWindows {
  /** Loads sheets into a hidden window, hands it to `use`, and closes it whatever happens. */
  withSheets<T>(sheets: PrintSheets, use: (window: BrowserWindow) => Promise<T>): Promise<T>;
}

/** Print windows live in a session of their own, made for the first one, that can reach nothing but the pages handed over, in memory. */
export function createPrintWindows(): PrintWindows {
  const jobs = new Map<string, PrintSheets>();
  let session: Session | null = null;
  return {
    async withSheets(sheets, use) {
      const job = randomUUID();
      jobs.set(job, sheets);
      const window = openHidden(session ??= openSession(jobs));
      try {
        await loaded(window, `${SCHEME}://${HOST}/${job}/index.html`);
        return await use(window);
      } finally {
        jobs.delete(job);
        window.destroy();
      }
    },
  };
}

function openSession(jobs: ReadonlyMap<string, PrintSheets>): Session {
  const session = createSession('print', { mayRequest: (url) => url.protocol === `${SCHEME}:` && url.host === HOST, testSaveDir: null });
  serve(session, (url) => respond(jobs, url));
  return session;
}

function respond(jobs: ReadonlyMap<string, PrintSheets>, url: URL): ProtocolResponse {
  const [, job = '', name = ''] = url.pathname.split('/');
  const sheets = url.host === HOST ? jobs.get(job) : undefined;
  if (sheets === undefined) return notFound();
  if (name === 'index.html') return answer(sheetHtml(sheets.pages.length, sheets.title, sheets.mark), 'text/html; charset=utf-8', PRINT_POLICY);
  if (name === 'sheet.css') return answer(SHEET_CSS, 'text/css; charset=utf-8', PRINT_POLICY);
  const page = sheets.pages[Number.parseInt(name, 10) - 1];
  return page === undefined ? notFound() : answer(page, typeof page === 'string' ? 'image/svg+xml' : 'image/jpeg', PRINT_POLICY);
}

function openHidden(session: Session): BrowserWindow {
  return new BrowserWindow({
    show: false, width: 800, height: 1130,
    webPreferences: { session, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, javascript: false, spellcheck: false, backgroundThrottling: false },
  });
}

/** `loadURL` settles when the page and its pictures have loaded. */
async function loaded(window: BrowserWindow, url: string): Promise<void> {
  const late = new Promise<never>((_, reject) => { setTimeout(() => { reject(new Error('the print page did not load in time')); }, LOAD_MS).unref(); });
  await Promise.race([window.loadURL(url), late]);
}
