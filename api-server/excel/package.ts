import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { ok, type Result } from '#shared/contract/result.ts';
import { REFUSALS } from './refusals.ts';

const inflate = promisify(inflateRaw);

/** The parts of an .xlsx, by lower-case name, unpacked when asked for. */
export interface Parts {
  readonly names: readonly string[];
  /** Text of a part, `null` when there is none. Throws `PackageDamaged` for one that cannot be unpacked, `PackageTooLarge` beyond the limit. */
  read(name: string): Promise<string | null>;
}

export class PackageDamaged extends Error {}
export class PackageTooLarge extends Error {}

interface Entry {
  readonly method: number;
  readonly packed: Uint8Array;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
/** Of the archive's comment. */
const LONGEST_COMMENT = 65_535;

/**
 * Opens a zip by its central directory. Unpacking is bounded by what really comes out, whatever the directory says, and
 * runs in libuv's threads. `unpackedBytes`: of all parts read together.
 */
export function openPackage(bytes: Uint8Array, unpackedBytes: number): Result<Parts> {
  const entries = readDirectory(bytes);
  if (entries === null) return REFUSALS.damagedZip;
  let left = unpackedBytes;
  return ok({
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) return null;
      const unpacked = await unpack(entry, left);
      left -= unpacked.length;
      return decode(unpacked);
    },
  });
}

function readDirectory(bytes: Uint8Array): ReadonlyMap<string, Entry> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  const entries = new Map<string, Entry>();
  try {
    for (let index = 0, at = view.getUint32(end + 16, true); index < count; index += 1) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
      const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/').toLowerCase();
      entries.set(name, { method: view.getUint16(at + 10, true), packed: packedBytes(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true)) });
      at += 46 + nameLength + extraLength + commentLength;
    }
  } catch (error) {
    // The directory points beyond the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
  return entries;
}

function findEnd(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= earliest; at -= 1) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return -1;
}

function packedBytes(bytes: Uint8Array, view: DataView, local: number, length: number): Uint8Array {
  if (view.getUint32(local, true) !== LOCAL_ENTRY) throw new RangeError('no local header');
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + length > bytes.length) throw new RangeError('beyond the file');
  return bytes.subarray(from, from + length);
}

async function unpack({ method, packed }: Entry, limit: number): Promise<Uint8Array> {
  if (limit <= 0 || (method === 0 && packed.length > limit)) throw new PackageTooLarge();
  if (method === 0) return packed;
  if (method !== 8) throw new PackageDamaged();
  try {
    return await inflate(packed, { maxOutputLength: limit });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? new PackageTooLarge() : new PackageDamaged();
  }
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
