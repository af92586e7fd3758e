import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface VirtualDisplay {
  /** Value for `DISPLAY`. */
  readonly name: string;
  close(): Promise<void>;
}

/** Starts an X server of its own on a free display, so that tests need no screen and disturb none. */
export async function startDisplay(size: { readonly width: number; readonly height: number }): Promise<VirtualDisplay> {
  const args = ['-displayfd', '3', '-screen', '0', `${size.width}x${size.height}x24`, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  endWithUs(server);
  const number = await firstLine(server);
  return { name: `:${number}`, close: () => end(server) };
}

/** Xvfb writes the number of its display once it takes connections. */
function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    server.stderr?.on('data', (chunk: Buffer) => { complaint += chunk.toString(); });
    server.once('error', () => { reject(new Error('Xvfb is not installed: apt-get install -y xvfb')); });
    server.once('exit', (code) => { reject(new Error(`Xvfb ended (${String(code)}): ${complaint.slice(-500)}`)); });
    (server.stdio[3] as Readable).once('data', (chunk: Buffer) => { resolve(chunk.toString().trim()); });
  });
}

/** A test run that ends early takes what it started with it. */
export function endWithUs(child: ChildProcess): void {
  const kill = (): void => { child.kill('SIGKILL'); };
  process.once('exit', kill);
  child.once('exit', () => { process.off('exit', kill); });
}

/** Ends a process by its own handle and waits until it is gone. */
export function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => { child.kill('SIGKILL'); }, 5000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
