import { describe, expect, it } from 'vitest';
import { checkMarks, tookPart } from '#shared/domain/review/review.ts';
import { isSimilar, type Precedent, precedentOf, similarCases } from '#shared/domain/review/similar.ts';
import { missingPapers } from '#shared/domain/volume/missing.ts';
import { scoreVolume } from '#shared/domain/volume/score.ts';
import { walkTo } from '#tests/helpers/cases.ts';

function precedent(fineFen: number, decidedOn: string, baseFen: number | null = null): Precedent {
  return { caseId: null, caseNo: null, title: null, channel: 'JC', district: '320506', decidedOn, tier: 'normal', result: fineFen > 0 ? 'fined' : 'unpunished', fineFen, baseFen };
}

describe('similar cases', () => {
  it('gives minimum, median and maximum of the fined ones, an even number by the mean of the middle two', () => {
    const { items, statistics } = similarCases([precedent(300, '2026-01-03', 10_000), precedent(100, '2026-01-01'), precedent(0, '2026-01-04'), precedent(201, '2026-01-02', 10_050), precedent(900, '2026-01-05')]);
    expect(items.map((item) => item.decidedOn)).toEqual(['2026-01-05', '2026-01-04', '2026-01-03', '2026-01-02', '2026-01-01']);
    expect(statistics).toEqual({ count: 5, fineFen: { min: 100, median: 251, max: 900 }, share: { min: 0.02, median: 0.025, max: 0.03 } });
  });

  it('keeps the last twenty, and has no figures where nobody was fined', () => {
    const many = Array.from({ length: 30 }, (_, day) => precedent(1000 + day, `2026-03-${String(day + 1).padStart(2, '0')}`));
    expect(similarCases(many).items).toHaveLength(20);
    expect(similarCases(many).statistics.fineFen).toEqual({ min: 1010, median: 1020, max: 1029 });
    expect(similarCases([]).statistics).toEqual({ count: 0, fineFen: null, share: null });
  });

  it('takes a decided case of the same violation, tier and result, without names where they are not the reader\'s', () => {
    const { file } = walkTo('CLOSED');
    expect(isSimilar(file, { violationId: 'J16', tier: 'light', result: 'fined' })).toBe(true);
    expect(isSimilar(file, { violationId: 'J16', caseId: file.id })).toBe(false);
    expect(isSimilar(file, { violationId: 'J16', tier: 'heavy' })).toBe(false);
    expect(precedentOf(file, false)).toMatchObject({ caseId: null, caseNo: null, title: null, fineFen: 2_000_000, result: 'fined' });
    expect(precedentOf(walkTo('INVEST').file, true)).toBeNull();
  });
});

describe('marks of a review', () => {
  const { file } = walkTo('CLOSED');
  const automatic = scoreVolume(file, missingPapers(file));
  const manual = Object.fromEntries(automatic.items.filter((item) => item.result === 'manual').map((item) => [item.key, { pass: true, note: '' }]));

  it('may stand half done, but finish only with every answer and every reason', () => {
    expect(checkMarks(automatic, {}, false).ok).toBe(true);
    expect(checkMarks(automatic, {}, true)).toMatchObject({ error: { code: 'FIELD_INVALID' } });
    expect(checkMarks(automatic, manual, true).ok).toBe(true);
    expect(checkMarks(automatic, { ...manual, cover: { pass: false, note: ' ' } }, true)).toMatchObject({ error: { details: { path: 'cover' } } });
    expect(checkMarks(automatic, { ...manual, cover: { pass: false, note: '封面缺归档日期' } }, true).ok).toBe(true);
  });

  it('keeps those away who took part in the case', () => {
    expect(['officer-1', 'officer-2', 'reviewer-1', 'leader-1', 'publicist'].map((id) => tookPart(file, id))).toEqual([true, true, true, true, false]);
  });
});
