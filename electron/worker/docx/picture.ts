import { AlignmentType, ImageRun, Paragraph } from 'docx';

/** Dots a module takes, so that Word need not blur it. */
const SCALE = 8;
/** 22 mm in pixels of 1/96 inch, the unit of the library. */
const SIDE = 83;

/** A code as a picture, at the right of the line it stands in. */
export function codePicture(modules: readonly string[]): Paragraph {
  const image = new ImageRun({ type: 'bmp', data: bitmap(modules), transformation: { width: SIDE, height: SIDE } });
  return new Paragraph({ children: [image], alignment: AlignmentType.RIGHT });
}

/** Rows of `1` (black) and `0` as a Windows bitmap of one bit a dot, bottom row first, rows filled up to four bytes. */
function bitmap(modules: readonly string[]): Uint8Array {
  const side = modules.length * SCALE;
  const stride = Math.ceil(side / 32) * 4;
  const bytes = new Uint8Array(62 + stride * side);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  for (const [at, value] of [[2, bytes.length], [10, 62], [14, 40], [18, side], [22, side], [34, stride * side], [46, 2], [54, 0xffffff]] as const) view.setUint32(at, value, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 1, true);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const at = 62 + row * stride + (column >> 3);
      if (modules[Math.floor((side - 1 - row) / SCALE)]?.[Math.floor(column / SCALE)] === '1') bytes[at] = (bytes[at] ?? 0) | (0x80 >> (column & 7));
    }
  }
  return bytes;
}
