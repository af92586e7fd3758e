/**
 * Reads an amount in yuan as people type it (`20000`, `20,000.5`, `２万`, `2.5万`) into integer fen; `null` for anything
 * else, for more than two decimals of a yuan, and for sums beyond what can be counted exactly.
 */
export function parseYuan(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s¥元]/g, '');
  const match = /^(\d{1,13})(?:\.(\d{1,6}))?(万|亿)?$/.exec(plain);
  if (match === null) return null;
  const places = { 万: 6, 亿: 10 }[match[3] ?? ''] ?? 2;
  const decimals = match[2] ?? '';
  if (decimals.length > places) return null;
  const fen = Number(`${match[1] ?? ''}${decimals.padEnd(places, '0')}`);
  return Number.isSafeInteger(fen) ? fen : null;
}
