/** A small seeded generator (mulberry32): the same seed gives the same data on every machine. */
export interface Random {
  /** Integer in `[from, to]`. */
  readonly between: (from: number, to: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
  /** `true` with the given probability. */
  readonly chance: (probability: number) => boolean;
  /** A UUID (version 4 form). */
  readonly uuid: () => string;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const unit = (): number => next() / 0x1_0000_0000;
  const between = (from: number, to: number): number => from + Math.floor(unit() * (to - from + 1));
  return {
    between,
    pick: (values) => values[between(0, values.length - 1)] ?? emptyList(),
    chance: (probability) => unit() < probability,
    uuid: () => uuidOf(next(), next(), next(), next()),
  };
}

function emptyList(): never {
  throw new Error('Nothing to pick from');
}

const BYTES = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

function byte(value: number): string {
  return BYTES[value & 255] ?? '';
}

function hex(value: number): string {
  return byte(value >>> 24) + byte(value >>> 16) + byte(value >>> 8) + byte(value);
}

function uuidOf(a: number, b: number, c: number, d: number): string {
  const second = hex(b);
  const third = hex(c);
  const variant = '89ab'[(c >>> 28) & 3] ?? '8';
  return `${hex(a)}-${second.slice(0, 4)}-4${second.slice(5)}-${variant}${third.slice(1, 4)}-${third.slice(4)}${hex(d)}`;
}
