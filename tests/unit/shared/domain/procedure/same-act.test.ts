import { describe, expect, it } from 'vitest';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { partyNo } from '#shared/domain/case-file/other-cases.ts';
import { advance } from '#shared/domain/procedure/advance.ts';
import { sameActRefusal } from '#shared/domain/procedure/linked-case.ts';
import { contextOf, walkTo } from '#tests/helpers/cases.ts';

const SITE = { id: 'project-01', name: '示范家园二期', address: '', projectCode: '', permitNo: '', contractPriceFen: 0, areaSquareMetres: 0 };

/** Two cases of one party, at one site, inspected on one day. */
function pair(other: Partial<CaseFile>): { file: CaseFile; other: CaseFile } {
  const run = walkTo('FILING');
  const file = { ...run.file, project: SITE };
  return { file, other: { ...file, id: 'case-0002', caseNo: '示例案号2', stage: 'INVEST', ...other } };
}

function approve(file: CaseFile, other: CaseFile, data: Record<string, unknown> = {}) {
  const { world } = walkTo('CLUE');
  return advance(file, 'approve-filing', { opinion: '同意。', data }, { ...contextOf(world, 'leader-1', '2026-03-06'), otherCases: [other] });
}

describe('one act is fined once (行政处罚法第二十九条)', () => {
  it('however the code of the party is typed: small letters, full width, blanks', () => {
    const { file, other } = pair({});
    const typed = { ...other, party: other.party && { ...other.party, creditCode: '９1320508 ma1text06x' } };
    expect(approve(file, typed)).toMatchObject({ ok: false, error: { code: 'SAME_ACT_PUNISHED' } });
    expect(partyNo(typed)).toBe(partyNo(file));
  });

  it('holds for the same violation, whatever is stated', () => {
    const { file, other } = pair({});
    expect(approve(file, other, { distinctAct: true })).toMatchObject({ ok: false, error: { code: 'SAME_ACT_PUNISHED', article: '行政处罚法第二十九条' } });
  });

  it('asks whether two violations found at one site on one day are one act, and keeps the answer for both decisions', () => {
    const { file, other } = pair({ violationId: 'J01' });
    expect(approve(file, other)).toMatchObject({ ok: false, error: { code: 'SAME_ACT_PUNISHED', message: expect.stringContaining('不是同一行为') } });
    const filed = approve(file, other, { distinctAct: true });
    expect(filed).toMatchObject({ ok: true, value: { stage: 'INVEST', distinctCaseIds: ['case-0002'] } });
    if (!filed.ok) return;
    const fined = { ...other, decided: { kinds: ['fine' as const], fineFen: 1, confiscationFen: 0, otherItems: [] } };
    expect(sameActRefusal(filed.value, [fined])).toBeNull();
    // The other case, which said nothing, is not held up by this one either.
    expect(sameActRefusal(other, [filed.value])).toBeNull();
    // Told apart by its violation: one changed to the same rule afterwards is the same act again.
    expect(sameActRefusal({ ...filed.value, violationId: 'J01' }, [fined])?.code).toBe('SAME_ACT_PUNISHED');
  });

  it.each(['CLOSED', 'ARCH'] as const)('does not hold a case that came to nothing against a new one: withdrawn, terminated or transferred, then %s', (stage) => {
    const { file, other } = pair({ stage });
    expect(approve(file, { ...other, decided: null }).ok).toBe(true);
    expect(approve(file, { ...other, decided: { kinds: ['fine'], fineFen: 1, confiscationFen: 0, otherItems: [] } }).ok).toBe(false);
  });
});
