import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Programs } from './programs.ts';
import { commandLine } from './running-process.ts';

const PID_FILE = 'postmaster.pid';

/**
 * Stops a PostgreSQL that a killed server left running on `cluster`; answers its process id, `null` when there was none.
 * The process is found by the folder's own pid file, and only believed when its command line names this folder.
 */
export async function stopLeftover(programs: Programs, cluster: string): Promise<number | null> {
  const pid = readPid(cluster);
  if (pid === null) return null;
  const command = commandLine(pid);
  if (command === null) return null;
  if (command.includes('postgres') && command.includes(cluster)) {
    await stopCluster(programs, cluster);
    return pid;
  }
  // The id was given to somebody else since. PostgreSQL would take that process for its own and refuse.
  renameSync(join(cluster, PID_FILE), join(cluster, `${PID_FILE}.stale`));
  return null;
}

/** Ends the cluster with a checkpoint; after a minute without one, at once (PostgreSQL then recovers at its next start). */
export async function stopCluster(programs: Programs, cluster: string): Promise<void> {
  if (readPid(cluster) === null) return;
  try {
    await programs.run('pg_ctl', ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60', '-s']);
  } catch (error) {
    if (readPid(cluster) === null) return;
    await programs.run('pg_ctl', ['stop', '-D', cluster, '-m', 'immediate', '-w', '-t', '30', '-s']).catch(() => {
      throw error;
    });
  }
}

export function readPid(cluster: string): number | null {
  try {
    const pid = Number(readFileSync(join(cluster, PID_FILE), 'utf8').split('\n', 1)[0]);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
