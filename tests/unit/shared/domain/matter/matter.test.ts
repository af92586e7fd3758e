import { describe, expect, test } from 'vitest';
import { readMatters } from '#api/db/seed/matters.ts';
import { readViolations } from '#api/db/seed/violations.ts';
import { checkMatter, type MatterContext } from '#shared/domain/matter/check.ts';
import { checklistOf } from '#shared/domain/matter/checklist.ts';
import { coverageFigures, percentOf, TEN_DISTRICTS, type CoverageCell } from '#shared/domain/matter/coverage.ts';
import { isUsable, itemsOf, type Matter } from '#shared/domain/matter/matter.ts';
import { claimMatter, publishMatter, unusableReason, withdrawPublication } from '#shared/domain/matter/standing.ts';
import { changesBetween, putInForce, sameMatter } from '#shared/domain/matter/versions.ts';
import { DISTRICT_KEYS } from '#shared/domain/organisation/organisation.ts';

const MATTERS = readMatters();
const TODAY = '2026-11-20';
const context: MatterContext = { channels: new Set(['JC', 'FDC', 'ZA']), violationIds: new Set(readViolations().map((violation) => violation.id)) };

function matter(code: string): Matter {
  const found = MATTERS.find((each) => each.code === code);
  if (found === undefined) throw new Error(`No matter ${code}`);
  return found;
}

const USABLE = matter('SZZJ-JG-001');

describe('the seeded matters', () => {
  test('each keep the rules, and have two to six check items with a clause', () => {
    for (const each of MATTERS) {
      expect([each.code, checkMatter(each, context)]).toEqual([each.code, []]);
      expect(itemsOf(each).length).toBeGreaterThanOrEqual(2);
      expect(itemsOf(each).length).toBeLessThanOrEqual(6);
      for (const item of itemsOf(each)) expect(`${item.id} ${item.clause}`).toMatch(/^\S+ 《.+》/);
    }
    expect(new Set(MATTERS.flatMap((each) => itemsOf(each).map((item) => item.id))).size).toBe(129);
  });

  test('show every state: one unpublished, one unclaimed, one not applicable, the rest usable', () => {
    expect(MATTERS.filter((each) => each.claim === 'claimed' && each.publishedOn === null).map((each) => each.code)).toEqual(['SZZJ-JG-006']);
    expect(MATTERS.filter((each) => each.claim === 'unclaimed').map((each) => each.code)).toEqual(['SZZJ-JG-031']);
    expect(MATTERS.filter((each) => each.claim === 'not-applicable').map((each) => each.code)).toEqual(['SZZJ-JG-019']);
    expect(MATTERS.filter((each) => isUsable(each, TODAY))).toHaveLength(30);
  });

  test('mark a clause as verified only where the catalogue read the law\'s text', () => {
    const items = new Map(MATTERS.flatMap((each) => itemsOf(each).map((item) => [item.id, item])));
    expect(items.get('SZZJ-JG-001-01-01')).toMatchObject({ violationId: 'F01', clause: '《城市房地产开发经营管理条例》第九条', verified: true });
    // F28 rests on memory (flag M), a clause of its own on nothing read.
    expect(items.get('SZZJ-JG-011-01-01')).toMatchObject({ violationId: 'F28', verified: false });
    expect(items.get('SZZJ-JG-001-01-02')).toMatchObject({ violationId: null, verified: false });
  });
});

describe('the check of a matter', () => {
  const faults = (changes: Partial<Matter>) => checkMatter({ ...USABLE, ...changes }, context).map((problem) => problem.path);

  test('asks for a national code of 14 digits, or none', () => {
    expect(faults({ nationalCode: '' })).toEqual([]);
    expect(faults({ nationalCode: '32050012345678' })).toEqual([]);
    expect(faults({ nationalCode: '3205001234567' })).toEqual(['nationalCode']);
    expect(faults({ nationalCode: '3205001234567A' })).toEqual(['nationalCode']);
  });

  test('asks for a cap of at least one visit, or none', () => {
    expect(faults({ cap: null })).toEqual([]);
    expect(faults({ cap: 1 })).toEqual([]);
    expect(faults({ cap: 0 })).toEqual(['cap']);
    expect(faults({ cap: 1.5 })).toEqual(['cap']);
  });

  test('names each empty field, unknown channel, district and violation', () => {
    expect(faults({ name: ' ', object: '', channel: 'XX', risk: '很高' })).toEqual(['name', 'object', 'channel', 'risk']);
    expect(faults({ districts: ['320505', '320505'] })).toEqual(['districts']);
    const [sub] = USABLE.subs;
    const [item] = sub?.items ?? [];
    if (sub === undefined || item === undefined) throw new Error('no item');
    expect(faults({ subs: [{ ...sub, items: [{ ...item, violationId: 'F99', clause: '' }] }] })).toEqual(['subs.0.items.0.clause', 'subs.0.items.0.violationId']);
    expect(faults({ subs: [{ ...sub, items: [item, item] }] })).toEqual(['subs.0.items.1.id']);
    expect(faults({ subs: [{ ...sub, items: [] }] })).toContain('subs.0');
  });

  test('lets only claimed matters be published, and not before their claim', () => {
    expect(faults({ claim: 'unclaimed', claimedOn: null })).toEqual(['publishedOn']);
    expect(faults({ publishedOn: '2023-12-31' })).toEqual(['publishedOn']);
    expect(faults({ claim: 'not-applicable', claimedOn: null, publishedOn: null })).toEqual(['claimReason']);
    expect(faults({ subs: [] })).toEqual(['publishedOn']);
  });
});

describe('claim and publication (国办发〔2024〕54号)', () => {
  const unclaimed = matter('SZZJ-JG-031');

  test('an unclaimed matter is claimed, then published, and only then used', () => {
    expect(publishMatter(unclaimed, TODAY, TODAY)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    const claimed = claimMatter(unclaimed, { claim: 'claimed', on: '2026-11-10', reason: '' }, TODAY);
    if (!claimed.ok) throw new Error(claimed.error.message);
    expect(unusableReason(claimed.value, TODAY)).toBe('尚未公布检查事项，不能据以检查');
    expect(publishMatter(claimed.value, '2026-11-09', TODAY)).toMatchObject({ ok: false, error: { details: { path: 'on' } } });
    expect(publishMatter(claimed.value, '2026-11-21', TODAY)).toMatchObject({ ok: false, error: { details: { path: 'on' } } });
    const published = publishMatter(claimed.value, '2026-11-15', TODAY);
    if (!published.ok) throw new Error(published.error.message);
    expect(isUsable(published.value, '2026-11-14')).toBe(false);
    expect(isUsable(published.value, '2026-11-15')).toBe(true);
    expect(unusableReason(published.value, '2026-11-15')).toBeNull();
  });

  test('a published matter is not given back before its publication is withdrawn, with a reason', () => {
    expect(claimMatter(USABLE, { claim: 'unclaimed', on: TODAY, reason: '职能调整' }, TODAY)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(withdrawPublication(USABLE, ' ')).toMatchObject({ ok: false, error: { details: { path: 'reason' } } });
    const down = withdrawPublication(USABLE, '条款修订');
    if (!down.ok) throw new Error(down.error.message);
    expect(isUsable(down.value, TODAY)).toBe(false);
    expect(claimMatter(down.value, { claim: 'not-applicable', on: TODAY, reason: '' }, TODAY)).toMatchObject({ ok: false, error: { details: { path: 'reason' } } });
    expect(claimMatter(down.value, { claim: 'not-applicable', on: TODAY, reason: '职能划转' }, TODAY)).toMatchObject({ ok: true, value: { claim: 'not-applicable', claimedOn: null, claimReason: '职能划转' } });
  });

  test('a matter without check items is not published', () => {
    expect(publishMatter({ ...USABLE, publishedOn: null, subs: [] }, TODAY, TODAY)).toMatchObject({ ok: false });
  });
});

describe('the checklist', () => {
  test('has every check item of the matters once, nothing looked at yet', () => {
    const lines = checklistOf([USABLE, matter('SZZJ-JG-013'), USABLE]);
    expect(lines).toHaveLength(8);
    expect(lines[0]).toEqual({
      itemId: 'SZZJ-JG-001-01-01', matterCode: 'SZZJ-JG-001', content: '是否取得与经营规模相应的开发资质，证书是否在有效期内', method: '查验资质证书并与资质系统比对',
      clause: '《城市房地产开发经营管理条例》第九条', violationId: 'F01', result: 'unchecked', note: '', evidenceIds: [],
    });
    expect(checklistOf([])).toEqual([]);
  });
});

describe('versions', () => {
  test('name what changed, in words', () => {
    const [sub, ...rest] = USABLE.subs;
    const [first, second] = sub?.items ?? [];
    if (sub === undefined || first === undefined || second === undefined) throw new Error('no item');
    const after: Matter = { ...USABLE, cap: 2, districts: ['320505'], subs: [{ ...sub, items: [{ ...first, standard: '新的标准' }] }, ...rest], version: 2 };
    expect(changesBetween(USABLE, after, null)).toMatchObject([
      { label: '频次上限', before: '每年 1 次', after: '每年 2 次' },
      { label: '承接区县', after: '虎丘区（高新区）' },
      { label: '检查项 SZZJ-JG-001-01-01' },
      { label: '检查项 SZZJ-JG-001-01-02', after: '（删除）' },
    ]);
    expect(sameMatter(USABLE, { ...USABLE, version: 9, effectiveFrom: '2026-12-01' })).toBe(true);
    expect(sameMatter(USABLE, after)).toBe(false);
  });

  test('put in force on their day keep what was claimed and published meanwhile', () => {
    const scheduled: Matter = { ...USABLE, cap: 3, version: 2, effectiveFrom: '2026-12-01' };
    const withdrawn: Matter = { ...USABLE, publishedOn: null, version: 3 };
    expect(putInForce(withdrawn, scheduled)).toMatchObject({ cap: 3, publishedOn: null, claim: 'claimed', version: 2 });
    expect(putInForce(USABLE, { ...scheduled, subs: [] }).publishedOn).toBeNull();
    expect(putInForce(null, scheduled)).toBe(scheduled);
  });
});

describe('coverage', () => {
  const cell = (matterCode: string, district: CoverageCell['district'], counts: Partial<CoverageCell>): CoverageCell => ({ matterCode, district, visits: 0, provinceVisits: 0, open: 0, overdue: 0, ...counts });

  test('counts claimed matters with a visit, the ten districts, and what was not done', () => {
    const figures = coverageFigures(MATTERS, [
      cell('SZZJ-JG-001', '320505', { visits: 3 }), cell('SZZJ-JG-001', '320500', { visits: 1 }), cell('SZZJ-JG-015', '320506', { provinceVisits: 2 }),
      cell('SZZJ-JG-002', '320507', { open: 4, overdue: 1 }),
      // Not claimed: the visit counts as one, the matter does not.
      cell('SZZJ-JG-031', '320508', { provinceVisits: 1 }),
    ], DISTRICT_KEYS);
    expect(figures).toEqual({
      implemented: { done: 2, of: 31 }, city: { done: 1, of: 14 }, province: { done: 1, of: 17 }, districts: { done: 3, of: 10 }, pairs: { done: 3, of: 31 * 11 },
      visits: 4, provinceVisits: 3, open: 4, overdue: 1,
    });
    expect(percentOf(figures.implemented)).toBe('6.5%');
    expect(percentOf({ done: 0, of: 0 })).toBe('—');
    expect(TEN_DISTRICTS).toHaveLength(10);
  });

  test('of one district is that district\'s', () => {
    expect(coverageFigures(MATTERS, [cell('SZZJ-JG-001', '320505', { visits: 3 })], ['320505'])).toMatchObject({ implemented: { done: 1, of: 31 }, districts: { done: 1, of: 1 }, pairs: { done: 1, of: 31 } });
  });
});
