import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { zipSync, type Zippable } from 'fflate';
import { CHUNK_BYTES, checksum, chunkSums, MANIFEST_NAME, SUM_CHARACTERS, TRAILER_MARK } from './checksums.ts';

/** One file of an archive package; `path` with forward slashes. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ManifestFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly format: 'housing-volume-1';
  readonly title: string;
  /** ISO instant. */
  readonly createdAt: string;
  readonly files: readonly ManifestFile[];
  /** Bytes of the package before the entry of the manifest, and a checksum of every `chunkBytes` of them. */
  readonly coveredBytes: number;
  readonly chunkBytes: number;
  readonly chunks: string;
}

/** The earliest day a ZIP can name: the same files give the same package, whenever it is made. */
const ZIP_EPOCH = '1980-01-01T00:00:00';

/**
 * An archive package (电子案卷归档包): a plain ZIP without compression (PDFs and pictures are compressed already) whose last
 * entry lists every file's SHA-256 and a checksum of every kilobyte before it; the ZIP's comment holds the checksums of that
 * last part. So a reader needs no special program, and `verifyPackage` can name the first wrong byte. Gives other work a
 * turn between its steps.
 */
export async function buildPackage(files: readonly PackedFile[], title: string, createdAt: string): Promise<Uint8Array> {
  const content = Object.fromEntries(files.map((file) => [file.path, file.bytes]));
  const first = zip(content);
  const covered = directoryStart(first);
  const listed = await manifestFiles(files);
  const manifest: Manifest = {
    format: 'housing-volume-1', title, createdAt,
    files: listed, coveredBytes: covered, chunkBytes: CHUNK_BYTES, chunks: await sumsInTurns(first.subarray(0, covered)),
  };
  const whole = zip({ ...content, [MANIFEST_NAME]: new TextEncoder().encode(JSON.stringify(manifest, null, 1)) });
  return withComment(whole, trailer(whole.subarray(covered)));
}

async function manifestFiles(files: readonly PackedFile[]): Promise<readonly ManifestFile[]> {
  const listed: ManifestFile[] = [];
  for (const file of files) {
    listed.push({ path: file.path, bytes: file.bytes.length, sha256: createHash('sha256').update(file.bytes).digest('hex') });
    await nextTurn();
  }
  return listed;
}

/** A whole number of chunks; a few milliseconds of hashing. */
const STRETCH_BYTES = 4096 * CHUNK_BYTES;

async function sumsInTurns(bytes: Uint8Array): Promise<string> {
  const sums: string[] = [];
  for (let at = 0; at < bytes.length; at += STRETCH_BYTES) {
    sums.push(...chunkSums(bytes.subarray(at, at + STRETCH_BYTES)));
    await nextTurn();
  }
  return sums.join('');
}

function zip(content: Zippable): Uint8Array {
  return zipSync(content, { level: 0, mtime: ZIP_EPOCH });
}

/** Checksums of the manifest's entry and the directory, and one over themselves. */
function trailer(tail: Uint8Array): string {
  const sums = `${TRAILER_MARK}${String(tail.length)}:${chunkSums(tail).join('')}`;
  return `${sums}:${checksum(new TextEncoder().encode(sums))}`;
}

/** Offset of the central directory, from the end-of-central-directory record (the last 22 bytes without a comment). */
function directoryStart(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(bytes.length - 6, true);
}

function withComment(bytes: Uint8Array, text: string): Uint8Array {
  const comment = new TextEncoder().encode(text);
  if (comment.length > 0xffff) throw new Error(`a package of so many files needs ${String(comment.length / SUM_CHARACTERS)} checksums, more than a ZIP comment holds`);
  const whole = new Uint8Array(bytes.length + comment.length);
  whole.set(bytes);
  whole.set(comment, bytes.length);
  new DataView(whole.buffer).setUint16(bytes.length - 2, comment.length, true);
  return whole;
}
