/**
 * QR codes (ISO/IEC 18004) of short texts: byte mode, error correction M (15 %), versions 1–6, which hold 106 bytes.
 * An inspection's code (检查码) is printed with one, so that the party can check the visit with its telephone.
 */

/** Data codewords and error correction codewords of one block, and how many blocks there are, at level M. */
const VERSIONS = [
  { data: 16, correction: 10, blocks: 1 }, { data: 28, correction: 16, blocks: 1 }, { data: 44, correction: 26, blocks: 1 },
  { data: 32, correction: 18, blocks: 2 }, { data: 43, correction: 24, blocks: 2 }, { data: 27, correction: 16, blocks: 4 },
] as const;

type Version = (typeof VERSIONS)[number];
type Grid = (boolean | null)[][];

/** Rows of `1` (dark) and `0`, without the quiet zone; `null` for a text too long. */
export function qrModules(text: string): readonly string[] | null {
  const bytes = utf8(text);
  const index = VERSIONS.findIndex((version) => bytes.length + 2 <= version.data * version.blocks);
  const version = VERSIONS[index];
  if (version === undefined || bytes.length === 0) return null;
  const frame = patterns(index + 1);
  const bits = interleaved(codewords(bytes, version), version).flatMap((byte) => bitsOf(byte, 8));
  const candidates = Array.from({ length: 8 }, (_, mask) => drawn(frame, bits, mask));
  const best = candidates.reduce((one, other) => (penalty(other) < penalty(one) ? other : one));
  return best.map((row) => row.map((dark) => (dark === true ? '1' : '0')).join(''));
}

function utf8(text: string): readonly number[] {
  return [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|(.)/gu)].map(([, hex, plain]) => (hex === undefined ? (plain ?? '').charCodeAt(0) : Number.parseInt(hex, 16)));
}

function bitsOf(value: number, length: number): readonly number[] {
  return Array.from({ length }, (_, at) => (value >>> (length - 1 - at)) & 1);
}

/** Mode, length, bytes, end, then the two padding bytes in turn. */
function codewords(bytes: readonly number[], { data, blocks }: Version): readonly number[] {
  const bits = [...bitsOf(0b0100, 4), ...bitsOf(bytes.length, 8), ...bytes.flatMap((byte) => bitsOf(byte, 8)), 0, 0, 0, 0];
  const filled = Array.from({ length: bits.length / 8 }, (_, at) => bits.slice(at * 8, at * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0));
  return Array.from({ length: data * blocks }, (_, at) => filled[at] ?? ((at - filled.length) % 2 === 0 ? 0xec : 0x11));
}

/** Data of all blocks column by column, then their correction. */
function interleaved(words: readonly number[], { data, correction, blocks }: Version): readonly number[] {
  const parts = Array.from({ length: blocks }, (_, at) => words.slice(at * data, (at + 1) * data));
  const checks = parts.map((part) => remainder(part, correction));
  const columns = (rows: readonly (readonly number[])[], length: number): readonly number[] => Array.from({ length }, (_, at) => rows.map((row) => row[at] ?? 0)).flat();
  return [...columns(parts, data), ...columns(checks, correction)];
}

/** Multiplication in GF(256) with the polynomial 0x11d. */
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((other >>> bit) & 1) * one;
  }
  return product & 0xff;
}

/** Reed–Solomon: what is left of the data divided by the generator of that degree. */
function remainder(data: readonly number[], degree: number): readonly number[] {
  let divisor = [1];
  for (let root = 1, step = 0; step < degree; step += 1, root = times(root, 2)) {
    divisor = [...divisor, 0].map((value, at) => value ^ times(divisor[at - 1] ?? 0, root));
  }
  let rest = Array<number>(degree).fill(0);
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((value, at) => value ^ times(divisor[at + 1] ?? 0, factor));
  }
  return rest;
}

/** Finders, timing and alignment; `null` where data goes. The places of the format are kept. */
function patterns(version: number): Grid {
  const size = 17 + 4 * version;
  const grid: Grid = Array.from({ length: size }, () => Array<boolean | null>(size).fill(null));
  for (let at = 0; at < size; at += 1) {
    set(grid, 6, at, at % 2 === 0);
    set(grid, at, 6, at % 2 === 0);
  }
  for (const [row, column] of [[3, 3], [3, size - 4], [size - 4, 3]] as const) rings(grid, row, column, 4, [0, 1, 3]);
  if (version > 1) rings(grid, size - 7, size - 7, 2, [0, 2]);
  for (const [row, column] of formatPlaces(size).flat()) set(grid, row, column, false);
  set(grid, size - 8, 8, true);
  return grid;
}

function set(grid: Grid, row: number, column: number, dark: boolean): void {
  const line = grid[row];
  if (line !== undefined && column >= 0 && column < line.length) line[column] = dark;
}

/** A square pattern around its centre: dark where the distance is one of `dark`. */
function rings(grid: Grid, row: number, column: number, reach: number, dark: readonly number[]): void {
  for (let down = -reach; down <= reach; down += 1) {
    for (let right = -reach; right <= reach; right += 1) set(grid, row + down, column + right, dark.includes(Math.max(Math.abs(down), Math.abs(right))));
  }
}

/** Both copies of the format, bit 0 first. */
function formatPlaces(size: number): readonly (readonly (readonly [number, number])[])[] {
  const line = [0, 1, 2, 3, 4, 5, 7, 8];
  const first = [...line.map((row) => [row, 8] as const), ...[7, 5, 4, 3, 2, 1, 0].map((column) => [8, column] as const)];
  const second = Array.from({ length: 15 }, (_, at) => (at < 8 ? [8, size - 1 - at] as const : [size - 15 + at, 8] as const));
  return [first, second];
}

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0, (row) => row % 2 === 0, (_, column) => column % 3 === 0, (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0, (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0, (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Data in columns of two, upwards and downwards in turn from the right, under the mask; then the format. */
function drawn(frame: Grid, bits: readonly number[], mask: number): Grid {
  const size = frame.length;
  const grid = frame.map((row) => [...row]);
  let next = 0;
  for (let right = size - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
    for (let step = 0; step < size; step += 1) {
      const row = up ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (frame[row]?.[column] !== null) continue;
        set(grid, row, column, (bits[next] === 1) !== (MASKS[mask]?.(row, column) ?? false));
        next += 1;
      }
    }
  }
  const format = formatBits(mask);
  for (const places of formatPlaces(size)) places.forEach(([row, column], bit) => { set(grid, row, column, ((format >>> bit) & 1) === 1); });
  return grid;
}

/** Level M (00) and the mask, with their BCH code. */
function formatBits(mask: number): number {
  let rest = mask;
  for (let step = 0; step < 10; step += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  return ((mask << 10) | rest) ^ 0x5412;
}

/** Long runs, squares and an uneven share of dark make a code harder to read. */
function penalty(grid: Grid): number {
  const rows = grid.map((row) => row.map((dark) => (dark === true ? '1' : '0')).join(''));
  const columns = rows.map((_, at) => rows.map((row) => row[at] ?? '').join(''));
  const lines = [...rows, ...columns];
  const runs = lines.flatMap((line) => line.match(/1{5,}|0{5,}/gu) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
  const finders = lines.flatMap((line) => line.match(/(?=00001011101|10111010000)/gu) ?? []).length * 40;
  const dark = rows.join('').replaceAll('0', '').length / grid.length ** 2;
  return runs + squares(rows) * 3 + finders + Math.floor(Math.abs(dark - 0.5) * 20) * 10;
}

function squares(rows: readonly string[]): number {
  return rows.slice(1).reduce((sum, row, at) => sum + [...row].filter((dark, column) => column > 0 && row[column - 1] === dark && rows[at]?.[column] === dark && rows[at]?.[column - 1] === dark).length, 0);
}
