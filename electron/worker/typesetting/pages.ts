import { copied, createRunDrawer, type DrawRuns, type Symbols } from './glyphs.ts';

/**
 * Cuts the one tall SVG that Typst's `plainSvg` makes into one SVG document a page, each with the glyphs it uses.
 * Plain searches instead of an XML parser, because this runs with every key: the compiler indents its output by four
 * spaces a level and starts each page with a white sheet, which is what the marks below rest on; the count is checked.
 */
const SHEET = '\n    <path class="typst-shape" fill="#ffffff"';
const DEFINITIONS = '\n    <defs';
const SYMBOL = '<symbol id="';
const SYMBOL_END = '</symbol>';
const REFERENCE = 'xlink:href="#';

const drawer = createRunDrawer();

interface DrawnPage {
  readonly body: string;
  readonly head: string;
  readonly others: string;
  readonly drawn: string;
}

/** The pages of the picture before: while someone types, most of them stay as they are. */
let before: readonly DrawnPage[] = [];

export function cutPages(svg: string, expected: number): readonly string[] {
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg);
  const last = svg.lastIndexOf('</svg>');
  const definitions = svg.indexOf(DEFINITIONS);
  const end = definitions === -1 ? last : definitions;
  const starts = positions(svg.slice(0, end), SHEET);
  if (size === null || starts.length !== expected || expected === 0) throw new Error(`cannot cut ${expected} pages: found ${starts.length}`);
  // Read only when a page has a glyph that was not seen before: the outlines are nine tenths of the whole.
  let read: ReadonlyMap<string, string> | null = null;
  const glyphs: Symbols = () => (read ??= readGlyphs(svg, end));
  const draw = drawer(glyphs);
  const others = otherDefinitions(svg.slice(end, last));
  const head = pageHead(Number(size[1]), Number(size[2]) / expected);
  before = starts.map((start, index) => {
    const body = svg.slice(start, starts[index + 1] ?? end);
    const old = before[index];
    if (old?.body === body && old.head === head && old.others === others) return old;
    return { body: copied(body), head, others, drawn: page(head, body, draw, glyphs, others) };
  });
  return before.map(({ drawn }) => drawn);
}

function positions(text: string, mark: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) found.push(at);
  return found;
}

function pageHead(width: number, height: number): string {
  return '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="210mm" height="297mm"'
    + ` viewBox="0 0 ${width} ${height}">`;
}

function page(head: string, body: string, draw: DrawRuns, glyphs: Symbols, others: string): string {
  // The group of a page is moved down the tall picture; here it stands at the top.
  const own = draw(body.replace(/\n {4}<g transform="[^"]*"/u, '\n    <g'));
  const used = own.includes(REFERENCE) ? new Set(own.split(REFERENCE).slice(1).map((rest) => rest.slice(0, rest.indexOf('"')))) : [];
  const symbols = [...used].map((id) => glyphs().get(id) ?? '').join('');
  return `${head}${own}<defs>${symbols}</defs>${others}</svg>`;
}

function readGlyphs(svg: string, from: number): ReadonlyMap<string, string> {
  const glyphs = new Map<string, string>();
  for (let at = svg.indexOf(SYMBOL, from); at !== -1; at = svg.indexOf(SYMBOL, at)) {
    const end = svg.indexOf(SYMBOL_END, at) + SYMBOL_END.length;
    glyphs.set(svg.slice(at + SYMBOL.length, svg.indexOf('"', at + SYMBOL.length)), svg.slice(at, end));
    at = end;
  }
  return glyphs;
}

/** All but the glyphs (gradients, clips): they stand before or after a megabyte of outlines, whose end is found from the back. */
function otherDefinitions(tail: string): string {
  const from = tail.indexOf('<defs id="glyph">');
  if (from === -1) return tail.trim();
  const to = tail.indexOf('</defs>', Math.max(from, tail.lastIndexOf(SYMBOL_END)));
  return `${tail.slice(0, from)}${tail.slice(to + '</defs>'.length)}`.trim();
}
