import { createHash } from 'node:crypto';

export const MANIFEST_NAME = 'manifest.json';
export const TRAILER_MARK = 'HV1:';
/** Small enough that one wrong byte can be found by trying: 261,120 candidates a chunk. */
export const CHUNK_BYTES = 1024;
/** A checksum is the first 8 bytes of SHA-256, base64url without padding. */
export const SUM_CHARACTERS = 11;

export function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest().subarray(0, 8).toString('base64url');
}

export function chunkSums(bytes: Uint8Array): readonly string[] {
  return Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, index) => checksum(bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)));
}

/** Where and what a chunk differs from what its checksum says. */
export interface WrongByte {
  readonly offset: number;
  /** What it should be; `null` where more than one byte is wrong, and `offset` is the chunk's first. */
  readonly expected: number | null;
}

/** The wrong byte of a chunk, found by trying every byte at every place; where several are wrong, the chunk is named. */
export function findWrongByte(chunk: Uint8Array, sum: string, offset: number): WrongByte {
  const trial = Uint8Array.from(chunk);
  for (let place = 0; place < trial.length; place += 1) {
    const found = trial[place] ?? 0;
    for (let value = 0; value < 256; value += 1) {
      trial[place] = value;
      if (value !== found && checksum(trial) === sum) return { offset: offset + place, expected: value };
    }
    trial[place] = found;
  }
  return { offset, expected: null };
}
