import { pipeline, type Readable } from 'node:stream';
import * as zlib from 'node:zlib';

/** Zstandard where the runtime has it (Node 22.15 and later), else gzip. */
const HAS_ZSTD = 'createZstdDecompress' in zlib;
/** Sixteen times Node's own: the stream of a first pull is long, and every chunk costs a turn. */
const CHUNK_BYTES = 256 * 1024;
export const ACCEPT_ENCODING = HAS_ZSTD ? 'zstd, gzip' : 'gzip';

/** The decompressed stream; an end before the compressed data are complete is an error. */
export function decoded(source: Readable, encoding: string): Readable {
  if (encoding === '' || encoding === 'identity') return source;
  const decoder = encoding === 'zstd' && HAS_ZSTD ? zlib.createZstdDecompress({ chunkSize: CHUNK_BYTES }) : zlib.createGunzip({ chunkSize: CHUNK_BYTES });
  // The error reaches whoever reads the decoder.
  pipeline(source, decoder, () => undefined);
  return decoder;
}

/** Passes chunks on; a silence longer than `limitMs` between two chunks ends the stream with an error. */
export async function* withIdleLimit<T>(source: Readable, limitMs: number): AsyncIterable<T> {
  const expire = (): void => void source.destroy(new Error('No data within the time limit'));
  let timer = setTimeout(expire, limitMs);
  try {
    for await (const chunk of source) {
      clearTimeout(timer);
      yield chunk as T;
      timer = setTimeout(expire, limitMs);
    }
  } finally {
    clearTimeout(timer);
    source.destroy();
  }
}
