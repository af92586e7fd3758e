/** Symbols of one picture by glyph id, read when first asked for. */
export type Symbols = () => ReadonlyMap<string, string>;
/** Draws the runs of text of one page. */
export type DrawRuns = (body: string) => string;
/** Path data that begins at the glyph's origin, `null` where a glyph is not a plain outline. */
type OutlineOf = (id: string) => string | null;

const SYMBOL = '<symbol id="';
/** `M 0 0`, then relative commands only: what lets an outline stand anywhere in a longer path. */
const PLAIN = /^[^>]*>\s*<path d="M 0 0([mlhvqczZ\d .-]*)"\/>\s*$/u;
/** About 1 kB each. */
const MOST_OUTLINES = 8000;
const RUN = /(<g class="typst-text"[^>]*>)\s*((?:<use [^>]*\/>\s*)+)<\/g>/gu;
const USE = /<use xlink:href="#(\w+)" x="([^"]+)" y="([^"]+)" fill="([^"]+)" fill-rule="nonzero"\/>/gu;

/**
 * Draws each run of text as one path: a browser builds a shadow tree for every `<use>` of a glyph, which made up half of
 * the time to paint a page. A run with a glyph that is not a plain outline stays as it is. Called once a picture; glyphs
 * (named by a hash of their outline) and the runs of the picture before are not worked out again.
 */
export function createRunDrawer(): (symbols: Symbols) => DrawRuns {
  const outlines = createOutlines();
  let runs = new Map<string, string>();
  return (symbols) => {
    const before = runs;
    const now = new Map<string, string>();
    runs = now;
    const outlineOf = outlines(symbols);
    return (body) => body.replaceAll(RUN, (run: string, head: string, uses: string) => {
      const path = before.get(uses) ?? now.get(uses) ?? drawRun(uses, outlineOf);
      if (path === null) return run;
      if (!now.has(uses)) now.set(copied(uses), path);
      return `${head}${path}</g>`;
    });
  };
}

/** A piece of a string keeps the whole of it in memory; this one stands alone. */
export function copied(ascii: string): string {
  return Buffer.from(ascii, 'latin1').toString('latin1');
}

function drawRun(uses: string, outlineOf: OutlineOf): string | null {
  const glyphs = [...uses.matchAll(USE)];
  const fill = glyphs[0]?.[4];
  if (fill === undefined || glyphs.length !== uses.split('<use ').length - 1) return null;
  let data = '';
  for (const [, id = '', x = '', y = '', color] of glyphs) {
    const drawn = outlineOf(id);
    if (drawn === null || color !== fill) return null;
    if (drawn !== '') data += `M${rounded(x)} ${rounded(y)}${drawn}`;
  }
  return copied(`<path fill="${fill}" d="${data}"/>`);
}

function createOutlines(): (symbols: Symbols) => OutlineOf {
  const known = new Map<string, string | null>();
  return (symbols) => (id) => {
    const old = known.get(id);
    if (old !== undefined) return old;
    if (known.size >= MOST_OUTLINES) known.clear();
    const read = outline(symbols().get(id) ?? '');
    known.set(copied(id), read);
    return read;
  };
}

function outline(symbol: string): string | null {
  const found = PLAIN.exec(symbol.slice(SYMBOL.length, symbol.lastIndexOf('</symbol>')));
  return found === null ? null : compact(found[1] ?? '');
}

/** Typst writes single-precision noise (0.55200005); a thousandth of a point is far below what a screen shows. */
function compact(data: string): string {
  return data.replaceAll(/-?\d+\.\d+/gu, rounded).replaceAll(/ ?([a-zA-Z]) ?/gu, '$1').replaceAll(' -', '-').trim();
}

function rounded(number: string): string {
  return String(Math.round(Number(number) * 1000) / 1000);
}
