/** JPEG files with the EXIF record a test wants, built byte by byte. */
interface Field {
  readonly tag: number;
  readonly type: 1 | 2 | 3 | 4 | 5;
  readonly values: string | readonly number[];
}

export interface PhotoRecord {
  readonly main?: readonly Field[];
  readonly exif?: readonly Field[];
  readonly gps?: readonly Field[];
}

const SIZES = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8 } as const;

function valueBytes(field: Field): Buffer {
  if (typeof field.values === 'string') return Buffer.from(`${field.values}\0`, 'latin1');
  const buffer = Buffer.alloc(field.type === 5 ? field.values.length * 4 : field.values.length * SIZES[field.type]);
  field.values.forEach((value, index) => {
    if (field.type === 3) buffer.writeUInt16LE(value, index * 2);
    else if (field.type === 1) buffer.writeUInt8(value, index);
    else buffer.writeUInt32LE(value, index * 4);
  });
  return buffer;
}

/** Entries of one directory and, behind them, the values that do not fit into four bytes. Rationals are given as pairs. */
function directory(fields: readonly Field[], at: number): Buffer {
  const head = Buffer.alloc(2 + fields.length * 12 + 4);
  head.writeUInt16LE(fields.length, 0);
  const tail: Buffer[] = [];
  let next = at + head.length;
  fields.forEach((field, index) => {
    const bytes = valueBytes(field);
    const entry = 2 + index * 12;
    head.writeUInt16LE(field.tag, entry);
    head.writeUInt16LE(field.type, entry + 2);
    head.writeUInt32LE(bytes.length / SIZES[field.type], entry + 4);
    if (bytes.length <= 4) { bytes.copy(head, entry + 8); return; }
    head.writeUInt32LE(next, entry + 8);
    tail.push(bytes);
    next += bytes.length;
  });
  return Buffer.concat([head, ...tail]);
}

/** The APP1 segment, little endian. */
function exifSegment(record: PhotoRecord): Buffer {
  const pointers = [...(record.exif === undefined ? [] : [0x8769]), ...(record.gps === undefined ? [] : [0x8825])];
  const main = (targets: readonly number[]): Buffer => directory([...(record.main ?? []), ...pointers.map((tag, index) => ({ tag, type: 4 as const, values: [targets[index] ?? 0] }))], 8);
  const exifAt = 8 + main([0, 0]).length;
  const exif = record.exif === undefined ? Buffer.alloc(0) : directory(record.exif, exifAt);
  const gps = record.gps === undefined ? Buffer.alloc(0) : directory(record.gps, exifAt + exif.length);
  const targets = record.exif === undefined ? [exifAt] : [exifAt, exifAt + exif.length];
  const tiff = Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), main(targets), exif, gps]);
  const segment = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(segment.length + 2, 2);
  return Buffer.concat([head, segment]);
}

/** The picture with this record put in, behind its first mark. */
export function withExif(jpeg: Uint8Array, record: PhotoRecord): Uint8Array {
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), exifSegment(record), jpeg.subarray(2)]));
}

/** What a phone writes in Suzhou at half past nine on 20 November 2026. */
export const PHONE_RECORD: PhotoRecord = {
  main: [{ tag: 0x010f, type: 2, values: 'Shili' }, { tag: 0x0110, type: 2, values: 'Shili X1' }, { tag: 0x0112, type: 3, values: [1] }],
  exif: [{ tag: 0x829a, type: 5, values: [1, 125] }, { tag: 0x9003, type: 2, values: '2026:11:20 09:30:05' }, { tag: 0x9011, type: 2, values: '+08:00' }],
  gps: [
    { tag: 1, type: 2, values: 'N' }, { tag: 2, type: 5, values: [31, 1, 17, 1, 5626, 100] },
    { tag: 3, type: 2, values: 'E' }, { tag: 4, type: 5, values: [120, 1, 35, 1, 715, 100] },
    { tag: 5, type: 1, values: [0] }, { tag: 6, type: 5, values: [12, 1] },
  ],
};

export const BARE_JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 0xff, 0xd9]);
