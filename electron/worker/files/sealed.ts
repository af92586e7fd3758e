import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { failure } from '#worker/failure.ts';

/**
 * Format of a stored file: header (magic, salt), then chunks of up to 1 MiB, each sealed by AES-256-GCM under a key of
 * its own file (HKDF of the cache's key and the salt). The nonce is the chunk's number; number and "last" are bound in,
 * so that chunks cannot be swapped, left out or cut off unnoticed.
 */
const MAGIC = Buffer.from('HEF1', 'ascii');
const SALT_BYTES = 32;
const TAG_BYTES = 16;
export const HEADER_BYTES = MAGIC.length + SALT_BYTES;
export const CHUNK_BYTES = 1024 * 1024;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

export interface Sealer {
  readonly header: Buffer;
  seal(index: number, last: boolean, plain: Uint8Array): Buffer;
  open(index: number, last: boolean, sealed: Uint8Array): Buffer;
}

function nonce(index: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 8);
  return bytes;
}

function bound(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt32BE(index);
  bytes[4] = last ? 1 : 0;
  return bytes;
}

function damaged(): Error {
  return failure('FILE_DAMAGED', '本机保存的文件已损坏。联网后将从服务器重新下载；若尚未上传，请重新添加原始文件。');
}

export function createSealer(cacheKey: Buffer, salt: Buffer = randomBytes(SALT_BYTES)): Sealer {
  const key = Buffer.from(hkdfSync('sha256', cacheKey, salt, 'evidence file', 32));
  return {
    header: Buffer.concat([MAGIC, salt]),
    seal(index, last, plain) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce(index)).setAAD(bound(index, last));
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(index, last, sealed) {
      if (sealed.length < TAG_BYTES) throw damaged();
      const decipher = createDecipheriv('aes-256-gcm', key, nonce(index)).setAAD(bound(index, last));
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
      } catch {
        throw damaged();
      }
    },
  };
}

export function sealerOf(cacheKey: Buffer, header: Buffer): Sealer {
  if (header.length !== HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) throw damaged();
  return createSealer(cacheKey, header.subarray(MAGIC.length));
}

/** The name on disk says nothing about the content to someone without the key. */
export function storedName(cacheKey: Buffer, sha256: string): string {
  const nameKey = Buffer.from(hkdfSync('sha256', cacheKey, '', 'file names', 32));
  return createHmac('sha256', nameKey).update(sha256).digest('hex');
}

/** Number of chunks of a file; an empty file has one, so that its emptiness is sealed as well. */
export function chunkCount(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / CHUNK_BYTES));
}
