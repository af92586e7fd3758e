import { describe, expect, it } from 'vitest';
import { compareLines, countChanges } from '#shared/domain/document/comparison.ts';
import { typesetInput } from '#shared/domain/document/data.ts';
import { DOCUMENT_CODES } from '#shared/domain/document/document-file.ts';
import { plainLines } from '#shared/domain/document/plain-lines.ts';
import { type sampleCase, sampleContext } from '#tests/helpers/documents.ts';

function lines(changes: Parameters<typeof sampleCase>[1] = {}): readonly string[] {
  return plainLines(typesetInput(sampleContext('GZS', 'unit', { file: changes }), { draft: true, createdAt: '2026-04-20T02:00:00Z' }).blocks);
}

describe('the lines of a document', () => {
  it.each(DOCUMENT_CODES.map((code) => [code]))('%s are read from its page and none is empty', (code) => {
    const found = plainLines(typesetInput(sampleContext(code), { draft: true, createdAt: '2026-04-20T02:00:00Z' }).blocks);
    expect(found.length).toBeGreaterThan(1);
    expect(found.every((line) => line !== '' && !line.includes('undefined'))).toBe(true);
  });
});

describe('two papers beside each other', () => {
  it('are the same where nothing changed', () => {
    expect(countChanges(compareLines(lines(), lines()))).toBe(0);
  });

  it('show the lowered fine of a second round as a change of its paragraph, and nothing else', () => {
    const penalty = { kinds: ['fine'] as const, fineFen: 15_000_000, confiscationFen: 0, otherItems: ['责令停止施工，限期补办施工许可手续'] };
    const found = compareLines(lines(), lines({ proposed: penalty })).filter((line) => line.kind !== 'same');
    expect(found.every((line) => line.kind === 'changed')).toBe(true);
    expect(found.some((line) => line.kind === 'changed' && line.before.includes('192,000.00') && line.after.includes('150,000.00'))).toBe(true);
  });

  it('tell a removed paragraph from a reworded one', () => {
    expect(compareLines(['甲乙丙丁戊己庚辛', '首段', '将被删去的一整段文字'], ['甲乙丙丁戊己庚壬', '首段', '完全不同'])).toEqual([
      { kind: 'changed', before: '甲乙丙丁戊己庚辛', after: '甲乙丙丁戊己庚壬' }, { kind: 'same', text: '首段' }, { kind: 'removed', text: '将被删去的一整段文字' }, { kind: 'added', text: '完全不同' },
    ]);
    expect(compareLines([], ['新'])).toEqual([{ kind: 'added', text: '新' }]);
  });
});
