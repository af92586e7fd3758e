import { chmodSync, closeSync, fstatSync, mkdirSync, openSync, readSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly mode: number;
  readonly position: number;
}

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const DIRECTORY_ENTRY = 0x02014b50;
/** The end record is 22 bytes and may be followed by a comment of up to 65,535. */
const LONGEST_TAIL = 65_557;

/** Unpacks a zip (no encryption, below 4 GiB) with Node's own modules, so that no unzip program is needed. Throws on a path outside `target`. */
export function unzip(archive: string, target: string): void {
  const file = openSync(archive, 'r');
  try {
    for (const entry of readDirectory(file)) writeEntry(file, entry, target);
  } finally {
    closeSync(file);
  }
}

function readAt(file: number, length: number, position: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(file, bytes, 0, length, position) !== length) throw new Error('The archive is truncated');
  return bytes;
}

function readDirectory(file: number): ZipEntry[] {
  const size = fstatSync(file).size;
  const tailLength = Math.min(size, LONGEST_TAIL);
  const tail = readAt(file, tailLength, size - tailLength);
  const end = tail.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) throw new Error('This file is not a zip archive');
  const directory = readAt(file, tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16));
  const entries: ZipEntry[] = [];
  for (let offset = 0; entries.length < tail.readUInt16LE(end + 10);) {
    if (directory.readUInt32LE(offset) !== DIRECTORY_ENTRY) throw new Error('The archive directory is damaged');
    const nameLength = directory.readUInt16LE(offset + 28);
    entries.push({
      name: directory.toString('utf8', offset + 46, offset + 46 + nameLength),
      method: directory.readUInt16LE(offset + 10),
      packed: directory.readUInt32LE(offset + 20),
      mode: directory.readUInt32LE(offset + 38) >>> 16,
      position: directory.readUInt32LE(offset + 42),
    });
    offset += 46 + nameLength + directory.readUInt16LE(offset + 30) + directory.readUInt16LE(offset + 32);
  }
  return entries;
}

function writeEntry(file: number, entry: ZipEntry, target: string): void {
  const destination = path.resolve(target, entry.name);
  if (!destination.startsWith(path.resolve(target) + path.sep)) throw new Error(`The archive points outside its folder: ${entry.name}`);
  if (entry.name.endsWith('/')) {
    mkdirSync(destination, { recursive: true });
    return;
  }
  mkdirSync(path.dirname(destination), { recursive: true });
  const bytes = readEntry(file, entry);
  if ((entry.mode & 0o170000) === 0o120000) {
    symlinkSync(bytes.toString('utf8'), destination);
    return;
  }
  writeFileSync(destination, bytes);
  if (entry.mode & 0o777) chmodSync(destination, entry.mode & 0o777);
}

function readEntry(file: number, entry: ZipEntry): Buffer {
  const header = readAt(file, 30, entry.position);
  const start = entry.position + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readAt(file, entry.packed, start);
  if (entry.method === 0) return packed;
  if (entry.method === 8) return inflateRawSync(packed);
  throw new Error(`Unknown compression in the archive: ${entry.name}`);
}
