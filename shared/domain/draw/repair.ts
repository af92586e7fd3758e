import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, shortSum } from './hashing.ts';

/** Longer parts are not searched: 255 sums a byte. */
const LONGEST = 600;

/** What a part was before a single byte of it was changed, found by its digest; `null` where more than that was changed. */
export function wasBefore(part: unknown, digest: string): unknown {
  const bytes = utf8ToBytes(canonicalJson(part));
  if (bytes.length > LONGEST) return null;
  for (const [index, own] of bytes.entries()) {
    for (let value = 0; value < 256; value += 1) {
      bytes[index] = value;
      if (value !== own && shortSum(bytes) === digest) return parsed(bytes);
    }
    bytes[index] = own;
  }
  return null;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')));
  } catch {
    return null;
  }
}
