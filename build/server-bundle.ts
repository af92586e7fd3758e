import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Server from '#api/server.ts';
import { runStep, type StepOutcome } from './commands/steps.ts';
import { SERVER_DIR, serverIsCurrent, serverStamp, STAMP_FILE } from './server-stamp.mjs';

/** Bundles the API server into out/server. A build that fails leaves the one before. */
export async function buildServer(): Promise<StepOutcome> {
  const draft = `${SERVER_DIR}.${String(process.pid)}`;
  // Taken first: what is edited during the build is not in it for certain.
  const stamp = serverStamp();
  const outcome = await runStep('build server', 'vite', ['build', '--config', 'build/server.vite.config.ts', '--outDir', draft]);
  if (outcome.passed) {
    writeFileSync(path.join(draft, STAMP_FILE), stamp);
    replaceFolder(SERVER_DIR, draft);
  }
  rmSync(draft, { recursive: true, force: true });
  return outcome;
}

/** Bundles it where a source is another than that of the bundle in out/server; throws what the build said when it fails. */
export async function ensureServer(): Promise<void> {
  if (serverIsCurrent()) return;
  const { passed, output } = await buildServer();
  if (!passed) throw new Error(`The API server could not be built:\n${output}`);
}

/** The bundled server, to be started in this process; `ensureServer` comes first. */
export async function loadServer(): Promise<typeof Server> {
  return await import(pathToFileURL(path.join(SERVER_DIR, 'server.js')).href) as typeof Server;
}

/** Two steps, because a folder cannot take the place of one with content; a program that reads it meanwhile keeps its open files. */
function replaceFolder(folder: string, next: string): void {
  const old = `${next}.old`;
  try {
    renameSync(folder, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  renameSync(next, folder);
  rmSync(old, { recursive: true, force: true });
}
