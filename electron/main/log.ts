import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

type Facts = Readonly<Record<string, string | number | boolean | null>>;

const LIMIT_BYTES = 1_000_000;
let file: string | null = null;

/** Starts the log `logs/desktop.log` in the profile; the previous one is kept as `desktop.1.log` when it has grown. */
export function openLog(profileDir: string): void {
  const folder = path.join(profileDir, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  file = path.join(folder, 'desktop.log');
  if (existsSync(file) && statSync(file).size > LIMIT_BYTES) renameSync(file, path.join(folder, 'desktop.1.log'));
}

/** One line: names, codes, counts and times only, never what a person typed or a case says. */
export function log(event: string, facts: Facts): void {
  logText(JSON.stringify({ at: new Date().toISOString(), from: 'main', event, ...facts }));
}

/** Takes up lines another process of the desktop wrote under the same rule. */
export function logText(text: string): void {
  if (file === null) return;
  try {
    appendFileSync(file, text.endsWith('\n') ? text : `${text}\n`, { mode: 0o600 });
  } catch {
    // A full disk must not stop the desktop for the sake of its log.
  }
}

const started = performance.timeOrigin;

/** Milliseconds since this process started, written beside the phase. */
export function logPhase(phase: string): void {
  log('boot', { phase, ms: Math.round(Date.now() - started) });
}
