import { constants, createGzip, createZstdCompress } from 'node:zlib';
import type { Transform } from 'node:stream';

export interface Compression {
  readonly encoding: 'zstd' | 'gzip';
  readonly stream: Transform;
}

/** The best encoding the client accepts, at the level that costs least; `null`: none. */
export function chooseCompression(acceptEncoding: string | undefined): Compression | null {
  const accepted = new Set((acceptEncoding ?? '').split(',').filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part)).map((part) => part.split(';')[0]?.trim().toLowerCase()));
  if (accepted.has('zstd')) return { encoding: 'zstd', stream: createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } }) };
  if (accepted.has('gzip')) return { encoding: 'gzip', stream: createGzip({ level: 1 }) };
  return null;
}
