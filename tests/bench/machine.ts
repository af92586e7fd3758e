import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { findElectron } from '#build/electron/runtime.ts';
import { scratchDatabase } from './scratch.ts';

/** What the figures were measured on. */
export async function machineFacts(folder: string): Promise<Readonly<Record<string, string>>> {
  const { version } = await findElectron();
  return {
    measuredAt: new Date().toISOString(),
    cpu: `${os.cpus()[0]?.model ?? 'unknown'}, ${String(os.cpus().length)} cores`,
    memory: `${(os.totalmem() / 2 ** 30).toFixed(0)} GiB`,
    system: `${systemName()}, Linux ${os.release()}`,
    node: process.versions.node,
    electron: version,
    sqlite: sqliteVersion(folder),
  };
}

function systemName(): string {
  const found = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'));
  return found?.[1] ?? os.type();
}

function sqliteVersion(folder: string): string {
  const { db, remove } = scratchDatabase(folder);
  const row = db.prepare<[], { sqlite: string; cipher: string }>('select sqlite_version() as sqlite, sqlite3mc_version() as cipher').get();
  remove();
  return `${row?.sqlite ?? ''} (${row?.cipher ?? ''}, AEGIS)`;
}

/** One-minute load average: work of others on the machine shows here. */
export function load(): string {
  return os.loadavg().map((value) => value.toFixed(2)).join(' ');
}

/** Resident memory of a process in MB. */
export function residentMemory(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** Each thread has children of its own: Electron starts its processes from a thread for that. */
function childrenOf(pid: number): number[] {
  const threads = `/proc/${String(pid)}/task`;
  return readdirSync(threads).flatMap((thread) => readFileSync(`${threads}/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number));
}

/** Proportional memory of a process in MB: pages it shares with others (Electron's own program) are shared out. */
function proportionalMemory(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
}

export function memoryOfTree(pid: number): number {
  return proportionalMemory(pid) + childrenOf(pid).reduce((sum, child) => sum + memoryOfTree(child), 0);
}

/** Memory of the worker below this Electron, in MB. */
export function memoryOfWorker(pid: number): number {
  const all = (parent: number): number[] => childrenOf(parent).flatMap((child) => [child, ...all(child)]);
  const worker = all(pid).find((child) => readFileSync(`/proc/${String(child)}/cmdline`, 'utf8').includes('node.mojom.NodeService'));
  if (worker === undefined) throw new Error('This Electron has no worker');
  return proportionalMemory(worker);
}
