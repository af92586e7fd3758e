import { cpSync } from 'node:fs';
import path from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';
import AutoImport from 'unplugin-auto-import/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import Components from 'unplugin-vue-components/vite';
import type { Plugin } from 'vite';
import { IPC, IPC_EVENTS } from '../shared/contract/ipc.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const OUT = path.join(ROOT, 'out/app');

/** Packages with a native addon stay in node_modules; everything else is bundled, so that a start reads few files. */
const NATIVE = ['better-sqlite3', '@node-rs/argon2', '@myriaddreamin/typst-ts-node-compiler'];

/** The oldest runtime the desktop starts in: Electron 33 (Node 20, Chromium 130). */
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';

/** The Typst layout library stands beside the worker as files. */
function copyTypesettingAssets(): Plugin {
  return {
    name: 'copy-typesetting-assets',
    closeBundle() {
      cpSync(path.join(ROOT, 'electron/worker/typesetting/assets'), path.join(OUT, 'worker/assets'), { recursive: true });
    },
  };
}

/** Writes out which process answers which call, so that the preload carries the names and not the schema library. */
function ipcTable(): Plugin {
  const id = 'virtual:ipc-table';
  const hosts = Object.fromEntries(Object.entries(IPC).map(([name, { host }]) => [name, host]));
  const code = `export const IPC_HOSTS = ${JSON.stringify(hosts)};\nexport const IPC_EVENTS = ${JSON.stringify(IPC_EVENTS)};`;
  return {
    name: 'ipc-table',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (resolved) => (resolved === `\0${id}` ? code : null),
  };
}

/** What axios names and the worker never has it do: forms (with a table of all media types), fetch, HTTP/2, proxies, redirects. */
const LEFT_OUT_OF_AXIOS = ['form-data', './FormData.js', './fetch.js', 'proxy-from-env', 'https-proxy-agent', 'follow-redirects'];

/** An officer's sign-in would wait for all this; to name `FormData` alone makes Node load the whole of its fetch. */
function lightAxios(): Plugin {
  const absent = '\0absent';
  const inAxios = (file: string | undefined): boolean => file !== undefined && /node_modules[\\/]axios[\\/]lib[\\/]/.test(file);
  return {
    name: 'light-axios',
    enforce: 'pre',
    resolveId: (source, importer) => (inAxios(importer) && LEFT_OUT_OF_AXIOS.includes(source) ? absent : null),
    load: (id) => (id === absent ? 'export default {};\nexport const getFetch = null, getProxyForUrl = null;' : null),
    transform: (code, id) => (inAxios(id) ? code.replaceAll('G.FormData', 'undefined').replace("import http2 from 'http2';", 'const http2 = {};') : null),
  };
}

export default defineConfig({
  main: {
    plugins: [copyTypesettingAssets(), lightAxios()],
    // Its entry for Node names a `require` of its own, for threads that the worker does not use.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: OUT,
      emptyOutDir: true,
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        input: { 'main/index': path.join(ROOT, 'electron/main/index.ts'), 'worker/index': path.join(ROOT, 'electron/worker/worker.ts') },
        external: NATIVE,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [ipcTable()],
    build: {
      outDir: path.join(OUT, 'preload'),
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        input: path.join(ROOT, 'electron/preload/index.ts'),
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: path.join(ROOT, 'renderer'),
    plugins: [
      vue(),
      AutoImport({ resolvers: [ElementPlusResolver()], dts: false }),
      Components({ dirs: [], resolvers: [ElementPlusResolver()], dts: false }),
    ],
    build: {
      outDir: path.join(OUT, 'renderer'),
      target: CHROME_TARGET,
      minify: true,
      rolldownOptions: {
        input: path.join(ROOT, 'renderer/index.html'),
        // What the sign-in page needs comes in one file: each further one is a question to the main process, busy at that moment.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
    },
  },
});
