import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import type { FontInfo } from '#shared/contract/views.ts';
import { AppFailure } from '#shared/contract/result.ts';
import type { TypesetInput } from '#shared/domain/document/blocks.ts';
import { chooseFonts, type ChosenFonts } from './fonts.ts';
import { cutPages } from './pages.ts';

export interface TypesetterOptions {
  /** Folders with the open fonts (see `openFontDirectories`); fonts installed in the system are found by themselves. */
  readonly fontPaths: readonly string[];
  /** Folder with the `.typ` library: `electron/worker/typesetting/assets`, or its copy beside the bundled worker. */
  readonly assetsDir: string;
}

export interface TypesetPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** PostScript names of the fonts embedded. */
  readonly fonts: readonly string[];
}

export interface Typesetter {
  /** One SVG document a page, A4. Throws `TYPESETTING_FAILED`. */
  svgPages(input: TypesetInput): { readonly pages: readonly string[] };
  /** Tagged PDF/A-2b; the same input and fonts give the same bytes. Throws `TYPESETTING_FAILED`. */
  pdf(input: TypesetInput): TypesetPdf;
  /** Sheets 1 to `count` with nothing but their number in the upper outer corner; PDF. */
  pageNumbers(count: number): Uint8Array;
  fonts(): readonly FontInfo[];
}

/** A folder that exists only in the compiler's memory, so that the library may be read out of an asar archive. */
const WORKSPACE = '/typesetting';
/** Compilations after which the compiler goes through all that it keeps, which takes it a millisecond. */
const EVICT_EVERY = 4;
/** Rounds of that after which an unused result is dropped: about a dozen compilations. */
const CACHE_AGE = 3;

/** Loads the compiler and the fonts (0.2–1 s, once); everything after takes milliseconds. */
export function createTypesetter(options: TypesetterOptions): Typesetter {
  const compiler = loadCompiler(options.fontPaths);
  for (const name of readdirSync(options.assetsDir).filter((file) => file.endsWith('.typ'))) {
    compiler.addSource(`${WORKSPACE}/${name}`, readFileSync(join(options.assetsDir, name), 'utf8'));
  }
  const chosen = chooseFonts(compiler, WORKSPACE);
  return {
    fonts: () => chosen.infos,
    svgPages: (input) => withDocument(compiler, chosen, input, (document) => ({ pages: cutPages(compiler.plainSvg(document), document.numOfPages) })),
    pageNumbers: (count) => pageNumbers(compiler, chosen, count),
    pdf: (input) => withDocument(compiler, chosen, input, (document) => {
      const seconds = Math.floor(Date.parse(input.createdAt) / 1000);
      const bytes = new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2b', pdfTags: true, creationTimestamp: seconds }));
      return { bytes, pages: document.numOfPages, fonts: fontsOf(bytes) };
    }),
  };
}

function loadCompiler(fontPaths: readonly string[]): Typst.NodeCompiler {
  // A native addon: required, so that the bundler leaves it alone.
  const addon = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as typeof Typst;
  return addon.NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: [...fontPaths] }] });
}

function withDocument<T>(compiler: Typst.NodeCompiler, chosen: ChosenFonts, input: TypesetInput, use: (document: Typst.NodeTypstDocument) => T): T {
  compiler.mapShadow(`${WORKSPACE}/input.json`, Buffer.from(JSON.stringify({ ...input, fonts: chosen.faces })));
  try {
    const outcome = compiler.compile({ mainFilePath: `${WORKSPACE}/main.typ` });
    if (outcome.result === null || outcome.hasError()) throw new Error(JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics ?? []));
    return use(outcome.result);
  } catch (cause) {
    throw failure(input.title, cause);
  } finally {
    evictSoon(compiler);
  }
}

let compilations = 0;
let evicting = false;

/** After the answer has gone out; at once where many are set without a pause. */
function evictSoon(compiler: Typst.NodeCompiler): void {
  compilations += 1;
  if (compilations % EVICT_EVERY !== 0) return;
  if (evicting) {
    compiler.evictCache(CACHE_AGE);
    return;
  }
  evicting = true;
  setImmediate(() => {
    evicting = false;
    compiler.evictCache(CACHE_AGE);
  });
}

function pageNumbers(compiler: Typst.NodeCompiler, chosen: ChosenFonts, count: number): Uint8Array {
  compiler.mapShadow(`${WORKSPACE}/numbers.json`, Buffer.from(JSON.stringify({ count, families: chosen.faces.song.families })));
  const outcome = compiler.compile({ mainFilePath: `${WORKSPACE}/numbers.typ` });
  if (outcome.result === null) throw failure('案卷页码', new Error(JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics ?? [])));
  return new Uint8Array(compiler.pdf(outcome.result, { pdfTags: false }));
}

function failure(title: string, cause: unknown): AppFailure {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const characters = charactersWithoutGlyph(reason);
  const message = characters === ''
    ? `《${title}》排版失败，请检查刚填写的内容后重试；仍不成功请联系系统管理员。`
    : `《${title}》里的“${characters}”在本机的字体中都没有，印出来会是空框。请系统管理员安装收字更全的字体（GB 18030-2022，例如“宋体-ExtB”或者“Noto Serif CJK SC”），重新启动后再试；填写的内容已保存。`;
  return new AppFailure({ code: 'TYPESETTING_FAILED', message, details: { reason, characters } });
}

/** PDF/A forbids the box that stands for a missing glyph: the compiler names the text it could not set. */
function charactersWithoutGlyph(reason: string): string {
  const found = [...reason.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map((match) => match[1] ?? '');
  return [...new Set(found)].join('、');
}

function fontsOf(pdf: Uint8Array): readonly string[] {
  const text = Buffer.from(pdf).toString('latin1');
  const names = [...text.matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/gu)].map((match) => (match[1] ?? '').replace(/-Identity-[HV]$/u, ''));
  return [...new Set(names)].sort();
}
