/** How far from the end a closing mark is looked for: programs append, they rarely pad more. */
const TAIL = 65_536;

/** Whether a file ends before its format says it does, as a copy that was broken off. Kinds not known here count as whole. */
export function isCutOff(mime: string, bytes: Uint8Array): boolean {
  if (mime === 'image/jpeg') return !tailHolds(bytes, [0xff, 0xd9]);
  if (mime === 'image/png') return !tailHolds(bytes, [0x49, 0x45, 0x4e, 0x44]);
  if (mime === 'application/pdf') return !tailHolds(bytes, [0x25, 0x25, 0x45, 0x4f, 0x46]);
  if (mime === 'image/webp') return bytes.length < 12 || littleEndian(bytes, 4) + 8 > bytes.length + 1;
  return false;
}

function tailHolds(bytes: Uint8Array, mark: readonly number[]): boolean {
  const from = Math.max(0, bytes.length - TAIL);
  for (let at = bytes.length - mark.length; at >= from; at -= 1) if (mark.every((value, index) => bytes[at + index] === value)) return true;
  return false;
}

function littleEndian(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
}
