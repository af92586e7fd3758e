import { hmacText } from './hashing.ts';

/** Numbers that follow from a seed alone. */
export interface Stream {
  /** Integer in `[0, bound)`, each equally likely; `bound` from 1 to 2^32. */
  readonly below: (bound: number) => number;
}

const WORDS = 2 ** 32;
const WORDS_IN_BLOCK = 8;

/**
 * Block `n` is HMAC-SHA-256 of the decimal text of `n` under the seed (64 hexadecimal digits), read as eight 32-bit numbers,
 * big-endian. A number that would favour the small ones is left out and the next one taken (rejection sampling), so that
 * nothing is rounded and nobody has a better chance than another.
 */
export function createStream(seed: string): Stream {
  let [block, used] = [0, WORDS_IN_BLOCK];
  let view: DataView = new DataView(new ArrayBuffer(0));
  const word = (): number => {
    if (used === WORDS_IN_BLOCK) {
      const bytes = hmacText(seed, String(block));
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      [block, used] = [block + 1, 0];
    }
    used += 1;
    return view.getUint32((used - 1) * 4);
  };
  return {
    below: (bound) => {
      if (!Number.isInteger(bound) || bound < 1 || bound > WORDS) throw new RangeError(`no number below ${String(bound)}`);
      const limit = WORDS - (WORDS % bound);
      for (;;) {
        const found = word();
        if (found < limit) return found % bound;
      }
    },
  };
}
