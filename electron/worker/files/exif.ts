const DATE_TIME_ORIGINAL = 0x9003;
const EXIF_POINTER = 0x8769;
const ORIENTATION = 0x0112;

/** Degrees clockwise by which a JPEG is to be turned to stand upright; mirrored ones count as their unmirrored kind. */
export function uprightTurn(jpeg: Uint8Array): 0 | 90 | 180 | 270 {
  return guarded(jpeg, (tiff) => {
    const little = tiff.getUint16(0) === 0x4949;
    const at = entry(tiff, tiff.getUint32(4, little), ORIENTATION, little);
    const value = at === null ? 1 : tiff.getUint16(at + 8, little);
    return ({ 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 } as const)[value] ?? 0;
  }) ?? 0;
}

/** When a JPEG was taken, as an ISO instant (the camera's local time is taken for Asia/Shanghai); `null` when it does not say. */
export function takenAt(jpeg: Uint8Array): string | null {
  return guarded(jpeg, (tiff) => instant(dateTimeOriginal(tiff)));
}

function guarded<T>(jpeg: Uint8Array, read: (tiff: DataView) => T): T | null {
  try {
    const tiff = exifBlock(new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength));
    return tiff === null ? null : read(tiff);
  } catch (error) {
    // A damaged header reads beyond its end; the photo itself is none the worse.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The TIFF structure inside the APP1 segment. */
function exifBlock(view: DataView): DataView | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966) return part(view, at + 10, length - 8);
    if (marker === 0xda) return null;
    at += 2 + length;
  }
  return null;
}

/** A damaged length must not reach into what lies behind the photo in memory. */
function part(view: DataView, at: number, length: number): DataView {
  if (at + length > view.byteLength) throw new RangeError('The segment ends behind the file');
  return new DataView(view.buffer, view.byteOffset + at, length);
}

function dateTimeOriginal(tiff: DataView): string | null {
  const little = tiff.getUint16(0) === 0x4949;
  const pointer = entry(tiff, tiff.getUint32(4, little), EXIF_POINTER, little);
  if (pointer === null) return null;
  const date = entry(tiff, tiff.getUint32(pointer + 8, little), DATE_TIME_ORIGINAL, little);
  if (date === null) return null;
  const start = tiff.getUint32(date + 8, little);
  return Array.from({ length: 19 }, (_, index) => String.fromCharCode(tiff.getUint8(start + index))).join('');
}

/** Offset of a directory's entry with this tag. */
function entry(tiff: DataView, directory: number, tag: number, little: boolean): number | null {
  const count = tiff.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * 12;
    if (tiff.getUint16(at, little) === tag) return at;
  }
  return null;
}

function instant(text: string | null): string | null {
  const match = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text ?? '');
  if (match === null) return null;
  const time = Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}+08:00`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
