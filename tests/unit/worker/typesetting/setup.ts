import { fileURLToPath } from 'node:url';
import { openFontDirectories } from '#worker/typesetting/fonts.ts';
import { createTypesetter, type Typesetter } from '#worker/typesetting/typesetter.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
let shared: Typesetter | null = null;

/** The real compiler with the shipped fonts, loaded once per test file. */
export function typesetter(): Typesetter {
  shared ??= createTypesetter({ fontPaths: openFontDirectories(`${root}node_modules`), assetsDir: `${root}electron/worker/typesetting/assets` });
  return shared;
}
