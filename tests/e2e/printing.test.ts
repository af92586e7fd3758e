import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IpcInput, IpcName, IpcOutput } from '#shared/contract/ipc.ts';
import type { Result } from '#shared/contract/result.ts';
import { PARTY } from '#tests/helpers/cases.ts';
import { startCups } from '#tests/helpers/cups.ts';
import { DeskPage } from '#tests/helpers/desk-page.ts';
import { type Desktop, launchDesktop } from '#tests/helpers/desktop.ts';
import { OFFICE_PASSWORD, openOffice, type Office } from '#tests/helpers/office.ts';
import { ink, type Raster, rasterPages, strayInk } from '#tests/helpers/raster.ts';

const run = promisify(execFile);
const CASE = 'case-print-1';
/** A record that is issued, and a notice that is still a draft. */
const ISSUED = `xcjc-${CASE}`;
const DRAFT = `gzs-${CASE}`;

const cups = await startCups();
if (!cups.available) console.log(`No print queue on this machine, so paper is not tested: ${cups.reason}`);

let folder = '';
let office: Office;
let desktop: Desktop;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'printing-'));
  office = await openOffice();
  await office.noticeApproved(CASE);
  desktop = await launchDesktop({ profileDir: path.join(folder, 'profile'), serverUrl: office.server.url, saveDir: folder, ...(cups.available ? { env: cups.env } : {}) });
  await must('session.signIn', { loginName: 'jc01', password: OFFICE_PASSWORD });
  await new DeskPage(desktop.page).synced();
});

afterAll(async () => {
  await desktop.close();
  await office.close();
  if (cups.available) await cups.close();
  rmSync(folder, { recursive: true, force: true });
});

function call<N extends IpcName>(name: N, input: IpcInput<N>): Promise<Result<IpcOutput<N>>> {
  const request: { readonly method: string; readonly given: unknown } = { method: name, given: input };
  return desktop.page.evaluate(({ method, given }) => window.desk.call(method as 'app.info', given as IpcInput<'app.info'>), request) as Promise<Result<unknown>> as Promise<Result<IpcOutput<N>>>;
}

async function must<N extends IpcName>(name: N, input: IpcInput<N>): Promise<IpcOutput<N>> {
  const result = await call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`);
  return result.value;
}

function order(documentId: string, printer: string, changes: Partial<IpcInput<'print.document'>> = {}): IpcInput<'print.document'> {
  return { documentId, printer, copies: 1, duplex: 'simplex', ranges: [], ...changes };
}

async function prints(): Promise<number | undefined> {
  return (await must('case.get', { caseId: CASE })).documents.find(({ id }) => id === ISSUED)?.prints;
}

async function pageCount(pdf: string): Promise<number> {
  const { stdout } = await run('pdfinfo', [pdf]);
  return Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1]);
}

async function savedPdf(documentId: string): Promise<string> {
  const { path: saved } = await must('pdf.save', { documentId, suggestedName: documentId });
  return saved ?? '';
}

/** Every mark of the one stands within 0.25 mm of a mark of the other: two dots at 200 dpi. */
async function expectSamePages(sheet: string, pdf: string): Promise<void> {
  const [printed, saved] = await Promise.all([rasterPages(sheet, 200), rasterPages(pdf, 200)]);
  expect(printed).toHaveLength(saved.length);
  for (const [index, page] of printed.entries()) {
    const other = saved[index]!;
    expect(ink(page)).toBeGreaterThan(0.005);
    expect(strayInk(page, other, 2)).toBeLessThan(0.002);
    expect(strayInk(other, page, 2)).toBeLessThan(0.002);
  }
}

/** The last 10 mm of an A4 sheet, where a reprint is marked, and all above them. */
const FOOT = 10 / 297;

function foot(page: Raster): Raster {
  const from = Math.round(page.height * (1 - FOOT));
  return { ...page, height: page.height - from, dots: page.dots.subarray(from * page.width) };
}

function above(page: Raster): Raster {
  const height = Math.round(page.height * (1 - FOOT));
  return { ...page, height, dots: page.dots.subarray(0, height * page.width) };
}

describe('PDF export', () => {
  it('writes the PDF where the person said, its text selectable', async () => {
    const file = await savedPdf(ISSUED);
    expect(file).toBe(path.join(folder, `${ISSUED}.pdf`));
    const { stdout } = await run('pdftotext', [file, '-']);
    expect(stdout.replace(/\s/g, '')).toContain('现场检查');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe.runIf(cups.available)('paper', () => {
  const queue = cups as Extract<typeof cups, { available: true }>;

  it('is the PDF, mark by mark, and is counted', async () => {
    const before = await prints() ?? 0;
    const since = Date.now();
    const outcome = await must('print.document', order(ISSUED, queue.name));
    const sheet = await queue.printedSince(since);
    const pdf = await savedPdf(ISSUED);
    expect(outcome).toEqual({ printer: queue.name, pages: await pageCount(pdf), copies: 1 });
    await expectSamePages(sheet, pdf);
    expect(await prints()).toBe(before + 1);
  });

  it('says in the margin of a reprint that it is the second print, and changes nothing else', async () => {
    const before = await prints() ?? 0;
    expect(before).toBeGreaterThan(0);
    const since = Date.now();
    await must('print.document', order(ISSUED, queue.name));
    const [[again], [pdf]] = await Promise.all([rasterPages(await queue.printedSince(since), 200), savedPdf(ISSUED).then((saved) => rasterPages(saved, 200))]);
    expect(strayInk(pdf!, again!, 2)).toBeLessThan(0.002);
    expect(strayInk(foot(again!), foot(pdf!), 2)).toBe(1);
    expect(strayInk(above(again!), above(pdf!), 2)).toBeLessThan(0.002);
    expect(await prints()).toBe(before + 1);
  });

  it('goes next time to the printer this kind of document went to', async () => {
    const printers = await must('print.printers', { code: 'XCJC' });
    expect(printers.find(({ name }) => name === queue.name)).toMatchObject({ isDefault: true, remembered: true });
    expect((await must('print.printers', { code: 'CFJD' })).some(({ remembered }) => remembered)).toBe(false);
  });

  it('holds the pages asked for, and of a draft shows that it is one without counting it', async () => {
    const before = await prints();
    const since = Date.now();
    expect(await must('print.document', order(DRAFT, queue.name, { ranges: [{ from: 2, to: 2 }], duplex: 'longEdge' }))).toMatchObject({ pages: 1 });
    const sheet = await queue.printedSince(since);
    expect(await pageCount(sheet)).toBe(1);
    const [printed] = await rasterPages(sheet, 200);
    const [, second] = await rasterPages(await savedPdf(DRAFT), 200);
    expect(strayInk(printed!, second!, 2)).toBeLessThan(0.002);
    expect(await prints()).toBe(before);
  });

  it('is refused in words for a printer that is stopped or gone, and for pages that are not there', async () => {
    await queue.addQueue('Stopped', 'disabled');
    const [stopped, gone, beyond] = [await call('print.document', order(ISSUED, 'Stopped')), await call('print.document', order(ISSUED, 'Nowhere')), await call('print.document', order(ISSUED, queue.name, { ranges: [{ from: 90, to: 91 }] }))];
    expect(stopped).toMatchObject({ ok: false, error: { code: 'PRINTER_UNAVAILABLE', message: expect.stringContaining('已停用') as string } });
    expect(gone).toMatchObject({ ok: false, error: { code: 'PRINTER_UNAVAILABLE', message: expect.stringContaining('找不到打印机「Nowhere」') as string } });
    expect(beyond).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', details: { field: 'ranges' } } });
  });

  it('comes from a hidden window without scripts that is closed afterwards', async () => {
    const seen = desktop.app.evaluate(({ app }) => new Promise((resolve) => {
      app.once('browser-window-created', (_event, window) => {
        const contents = window.webContents as Electron.WebContents & { getLastWebPreferences(): Electron.WebPreferences };
        const { javascript, sandbox, contextIsolation, nodeIntegration, preload } = contents.getLastWebPreferences();
        resolve({ visible: window.isVisible(), javascript, sandbox, contextIsolation, nodeIntegration, preload: preload ?? '', persistent: contents.session.isPersistent() });
      });
    }));
    await must('print.document', order(DRAFT, queue.name, { ranges: [{ from: 1, to: 1 }] }));
    expect(await seen).toEqual({ visible: false, javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false, preload: '', persistent: false });
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});

describe('the profile', () => {
  it('holds nothing of the case in clear', async () => {
    await must('case.get', { caseId: CASE });
    const files = walk(path.join(folder, 'profile'));
    expect(files.length).toBeGreaterThan(5);
    const marks = [Buffer.from(PARTY.name, 'utf8'), Buffer.from(PARTY.name, 'utf16le'), Buffer.from(PARTY.creditCode, 'utf8'), Buffer.from(OFFICE_PASSWORD, 'utf8')];
    expect(files.filter((file) => marks.some((mark) => readFileSync(file).includes(mark)))).toEqual([]);
    expect(files.filter((file) => (statSync(file).mode & 0o077) !== 0)).toEqual([]);
  });
});

function walk(root: string): string[] {
  const entries = readdirSync(root, { withFileTypes: true });
  const below = entries.filter((entry) => entry.isDirectory()).flatMap((entry) => walk(path.join(root, entry.name)));
  return [...below, ...entries.filter((entry) => entry.isFile()).map((entry) => path.join(root, entry.name))];
}
