/**
 * `npm run server`: the API server alone, bundled first where the sources are newer than the bundle. JavaScript, so that a
 * start does not wait for the type stripper.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { SERVER_DIR, serverIsCurrent } from '../server-stamp.mjs';

if (!serverIsCurrent()) {
  const { ensureServer } = await import('../server-bundle.ts');
  try {
    await ensureServer();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
await import(pathToFileURL(path.join(SERVER_DIR, 'main.js')).href);
