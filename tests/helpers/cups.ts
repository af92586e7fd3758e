import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { end, endWithUs } from './display.ts';

const run = promisify(execFile);
const CUPSD = '/usr/sbin/cupsd';
const BACKEND = '/usr/lib/cups/backend/cups-pdf';
const PPD = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd';
const START_MS = 10_000;

export interface PrintQueue {
  readonly available: true;
  readonly name: string;
  /** Environment that makes a program print here. */
  readonly env: Readonly<Record<string, string>>;
  /** Folder the sheets land in as PDF. */
  readonly outputDir: string;
  /** The sheets printed since `since` (ms), once one has landed whole. */
  printedSince(since: number): Promise<string>;
  /** Further queues of the same server, for tests of faults. */
  addQueue(name: string, state: 'enabled' | 'disabled'): Promise<void>;
  close(): Promise<void>;
}

export type Cups = PrintQueue | { readonly available: false; readonly reason: string };

/**
 * A real CUPS of our own (private socket and folders, so it meets no other) with one queue that prints to PDF files.
 * Answers why there is none where the machine lacks the parts.
 */
export async function startCups(): Promise<Cups> {
  const lacking = [CUPSD, BACKEND, PPD].find((file) => !existsSync(file));
  if (lacking !== undefined) return { available: false, reason: `${lacking} is missing: apt-get install -y cups cups-client printer-driver-cups-pdf` };
  if (process.getuid?.() !== 0) return { available: false, reason: 'cupsd needs root' };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cups-'));
  const socket = configure(folder);
  const server = spawn(CUPSD, ['-f', '-c', path.join(folder, 'cupsd.conf'), '-s', path.join(folder, 'cups-files.conf')], { stdio: 'ignore' });
  endWithUs(server);
  const close = async (): Promise<void> => {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening(server, socket, folder);
    const env = { CUPS_SERVER: socket };
    const queue: PrintQueue = {
      available: true, name: 'Office-A4', env, outputDir: path.join(os.homedir(), 'PDF'), close,
      printedSince: (since) => landed(path.join(os.homedir(), 'PDF'), since),
      addQueue: (name, state) => addQueue(env, name, state),
    };
    await addQueue(env, queue.name, 'enabled');
    await run('lpadmin', ['-d', queue.name], { env: { ...process.env, ...env } });
    return queue;
  } catch (error) {
    await close();
    return { available: false, reason: String(error) };
  }
}

async function addQueue(env: Readonly<Record<string, string>>, name: string, state: 'enabled' | 'disabled'): Promise<void> {
  const options = { env: { ...process.env, ...env } };
  await run('lpadmin', ['-p', name, '-E', '-v', 'cups-pdf:/', '-P', PPD, '-o', 'media=A4'], options);
  if (state === 'disabled') await run('cupsdisable', [name], options);
}

/** Writes the configuration; answers the socket. Filters run as another user, hence the open temporary folder. */
function configure(folder: string): string {
  chmodSync(folder, 0o755);
  for (const name of ['root', 'spool', 'cache', 'state', 'log', 'tmp']) mkdirSync(path.join(folder, name));
  chmodSync(path.join(folder, 'tmp'), 0o1777);
  const socket = path.join(folder, 'cups.sock');
  writeFileSync(path.join(folder, 'cupsd.conf'), [
    `Listen ${socket}`, 'LogLevel warn', 'Browsing Off', 'DefaultAuthType None', 'WebInterface No',
    '<Location />', 'Order allow,deny', 'Allow all', '</Location>',
    '<Location /admin>', 'Order allow,deny', 'Allow all', '</Location>',
    '<Policy default>', '<Limit All>', 'Order deny,allow', '</Limit>', '</Policy>', '',
  ].join('\n'));
  writeFileSync(path.join(folder, 'cups-files.conf'), [
    `ServerRoot ${folder}/root`, `RequestRoot ${folder}/spool`, `CacheDir ${folder}/cache`, `StateDir ${folder}/state`, `TempDir ${folder}/tmp`,
    `ErrorLog ${folder}/log/error_log`, `AccessLog ${folder}/log/access_log`, `PageLog ${folder}/log/page_log`, 'SystemGroup root lpadmin', 'Sandboxing relaxed', '',
  ].join('\n'));
  return socket;
}

async function listening(server: ChildProcess, socket: string, folder: string): Promise<void> {
  for (const until = Date.now() + START_MS; Date.now() < until;) {
    if (existsSync(socket)) return;
    if (server.exitCode !== null) break;
    await delay(50);
  }
  const log = path.join(folder, 'log/error_log');
  throw new Error(`cupsd did not start: ${existsSync(log) ? readFileSync(log, 'utf8').slice(-500) : 'no log'}`);
}

/** Waits for a PDF newer than `since` that ends as a PDF does. */
async function landed(folder: string, since: number): Promise<string> {
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    const files = existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
    const found = files.find((file) => file.endsWith('.pdf') && statSync(file).mtimeMs >= since && readFileSync(file).subarray(-16).includes('%%EOF'));
    if (found !== undefined) return found;
    await delay(200);
  }
  throw new Error('No sheet came out of the print queue within a minute');
}
