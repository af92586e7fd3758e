import { readFileSync } from 'node:fs';
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

/** Resident and peak memory of a process in MB. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  const read = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
}

/** Proportional memory of a process and all below it, in MB: shared pages are shared out. */
export function memoryOfTree(pid: number): number {
  const children = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  const own = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8'));
  return Number(own?.[1] ?? 0) / 1024 + children.reduce((sum, child) => sum + memoryOfTree(child), 0);
}
