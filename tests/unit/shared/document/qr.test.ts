import { describe, expect, it } from 'vitest';
import { qrModules } from '#shared/domain/document/qr.ts';

/** `检查码`, as a reader that knows nothing of this program read it. */
const READ = [
  '111111101111101111111',
  '100000100111001000001',
  '101110100101001011101',
  '101110101111001011101',
  '101110101000101011101',
  '100000101101001000001',
  '111111101010101111111',
  '000000001011100000000',
  '100010111001011111001',
  '100100001001111010110',
  '111101101101000100101',
  '100010001100001001101',
  '011101110010111100101',
  '000000001010111010110',
  '111111101110110001011',
  '100000100001100010110',
  '101110101001011100010',
  '101110100001100011111',
  '101110100101001101100',
  '100000100010011001100',
  '111111101110111111101',
].join('\n');

describe('a QR code', () => {
  it('is the very picture that a reader was shown', () => {
    expect(qrModules('检查码')?.join('\n')).toBe(READ);
  });

  it('grows with its text, up to 106 bytes; what is longer or empty has none', () => {
    expect(['A', 'x'.repeat(15), 'x'.repeat(27), 'x'.repeat(43), 'x'.repeat(63), 'x'.repeat(106)].map((text) => qrModules(text)?.length)).toEqual([21, 25, 29, 33, 37, 41]);
    expect(qrModules('x'.repeat(107))).toBeNull();
    expect(qrModules('')).toBeNull();
  });

  it('has its three corners, and every row as wide as the code is high', () => {
    for (const text of ['JC-2026-0312-0001', '示例'.repeat(12)]) {
      const rows = qrModules(text) ?? [];
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows.length]));
      for (const row of [rows[0], rows[6]]) expect(row).toMatch(/^1111111.*1111111$/u);
      expect(rows.slice(-7).map((row) => row.slice(0, 7))).toEqual(['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']);
    }
  });
});
