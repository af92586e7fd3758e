import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, textDifferences } from '#shared/text/diff.ts';

describe('the comparison of two texts', () => {
  it('gives back either text, whatever they are', () => {
    const words = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 24 });
    fc.assert(fc.property(words, words, (before, after) => {
      const found = differences(before, after);
      expect(found.filter(({ kind }) => kind !== 'added').map(({ value }) => value)).toEqual(before);
      expect(found.filter(({ kind }) => kind !== 'removed').map(({ value }) => value)).toEqual(after);
    }));
  });

  it('keeps numbers and places whole and marks what was put in their stead', () => {
    expect(textDifferences('自收到之日起60日内向{organ}申请', '自收到之日起30日内向{court}申请')).toEqual([
      { kind: 'same', value: '自收到之日起' }, { kind: 'removed', value: '60' }, { kind: 'added', value: '30' }, { kind: 'same', value: '日内向' },
      { kind: 'removed', value: '{organ}' }, { kind: 'added', value: '{court}' }, { kind: 'same', value: '申请' },
    ]);
    expect(textDifferences('同', '同')).toEqual([{ kind: 'same', value: '同' }]);
  });

  it('keeps as much as it can', () => {
    const kept = differences([...'当事人应当在五日内缴纳罚款'], [...'当事人应在十五日内缴纳全部罚款']).filter(({ kind }) => kind === 'same');
    expect(kept).toHaveLength(12);
  });

  it('of two long texts without anything in common ends at once', () => {
    const started = performance.now();
    expect(differences(Array.from({ length: 5000 }, (_, index) => index), Array.from({ length: 5000 }, (_, index) => -index - 1))).toHaveLength(10_000);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
