import { describe, expect, it } from 'vitest';
import { createRunDrawer } from '#worker/typesetting/glyphs.ts';

const symbol = (id: string, content: string): [string, string] => [id, `<symbol id="${id}" overflow="visible">\n  ${content}\n</symbol>`];
const SYMBOLS = new Map([
  symbol('gA', '<path d="M 0 0m 1.5 0.55200005 h 2 v -3 Z "/>'),
  symbol('gB', '<path d="M 0 0"/>'),
  symbol('gImage', '<image width="1" height="1" href="data:image/png;base64,AA=="/>'),
  symbol('gAbsolute', '<path d="M 0 0M 3 3 L 4 4 Z "/>'),
]);
const use = (id: string, x: number, fill = '#000000'): string => `<use xlink:href="#${id}" x="${x}" y="0" fill="${fill}" fill-rule="nonzero"/>`;
const run = (...uses: string[]): string => `<g class="typst-text" transform="matrix(1 0 0 -1 0 9)">\n  ${uses.join('\n  ')}\n</g>`;

describe('a run of text', () => {
  it('is one path: every glyph at its place, noise of single precision rounded away', () => {
    const drawn = createRunDrawer()(() => SYMBOLS)(`<g>${run(use('gA', 0), use('gB', 12.3456), use('gA', 16))}</g>`);
    expect(drawn).toBe('<g><g class="typst-text" transform="matrix(1 0 0 -1 0 9)"><path fill="#000000" d="M0 0m1.5 0.552h2v-3ZM16 0m1.5 0.552h2v-3Z"/></g></g>');
  });

  it.each([
    ['a picture', run(use('gA', 0), use('gImage', 16))],
    ['an outline that is not relative', run(use('gAbsolute', 0))],
    ['two colours', run(use('gA', 0), use('gA', 16, '#ff0000'))],
    ['a stroke', run(use('gA', 0), '<use xlink:href="#gA" x="16" y="0" fill="#000000" stroke="#000000"/>')],
    ['a glyph nobody defined', run(use('gNone', 0))],
  ])('with %s stays as it is', (_what, body) => {
    expect(createRunDrawer()(() => SYMBOLS)(body)).toBe(body);
  });

  it('asks for the symbols only when a glyph is new, and draws it the same the next time', () => {
    let read = 0;
    const symbols = (): typeof SYMBOLS => {
      read += 1;
      return SYMBOLS;
    };
    const drawer = createRunDrawer();
    const first = drawer(symbols)(run(use('gA', 0)));
    expect(drawer(symbols)(run(use('gA', 0)))).toBe(first);
    expect(drawer(symbols)(run(use('gA', 0), use('gA', 16)))).toContain('M16 0m1.5');
    expect(read).toBe(1);
  });
});
