import { mkdirSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { traceToSources } from './stack-traces.ts';

const FLUSH_AFTER_MS = 30_000;

/**
 * The entry, of the bundle and of the sources. Node keeps what it made of the code (types stripped, compiled) in a folder
 * beside it and starts in half the time from then on; where that cannot be written, every start takes the longer way. Not
 * in the folder for temporary files, where other users of the machine could put programs of theirs.
 */
function keepCompiledCode(): void {
  const folder = resolve(import.meta.dirname, '../.cache/server-code');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    return;
  }
  enableCompileCache(folder);
  // Else it is written at the end only, and a server that is switched off with its machine has none.
  setTimeout(flushCompileCache, FLUSH_AFTER_MS).unref();
}

process.umask(0o077);
traceToSources(import.meta.dirname);
keepCompiledCode();
const { run } = await import('./run.ts');
await run();
