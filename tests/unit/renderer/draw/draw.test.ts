import { describe, expect, test } from 'vitest';
import { districtsText, formOf, type Item, newChoice, newPlan, rangeText, shareOf, spanOf, standingText, weightsText } from '#renderer/features/draw/draw.ts';
import type { DrawPlan } from '#shared/domain/draw/plan.ts';

const { planId: _planId, rev: _rev, ...CONTENT } = newPlan('2026-11-23', '320500', 'JC', '监察支队');
const PLAN: DrawPlan = { ...CONTENT, id: 'plan-0001', rev: 3, no: 'SSJ-JC-2026-01', state: 'approved', history: [], name: '示例计划', from: '2026-03-01' };

describe('a plan on screen', () => {
  test('lies on the calendar of its year', () => {
    expect(shareOf('2026-01-01')).toBe(0);
    expect(spanOf({ from: '2026-04-01', to: '2026-07-01' })).toEqual({ left: 25, width: 25 });
    expect(spanOf({ from: '2026-04-01', to: '2026-04-01' }).width).toBe(1);
  });

  test('says its range in words', () => {
    expect([districtsText([], '320500'), districtsText([], '320506'), districtsText(['320506', '320507'], '320500')]).toEqual(['全市', '吴中区', '吴中区、相城区']);
    expect(rangeText({ ...PLAN, categories: ['施工企业'], creditClasses: ['C', 'D'] })).toBe('全市；施工企业；C级、D级');
    expect(weightsText(PLAN.weights)).toBe('A级0.5、B级1、C级1.5、D级2');
  });

  test('comes back into its form without its standing', () => {
    expect(formOf(PLAN)).toEqual({ ...CONTENT, planId: 'plan-0001', rev: 3, name: '示例计划', from: '2026-03-01' });
  });
});

describe('a draw on screen', () => {
  test('begins with visits from tomorrow, within four weeks and the term of the plan', () => {
    expect(newChoice(PLAN, '2026-11-23')).toMatchObject({ ratioPermille: 50, visitOn: '2026-11-24', dueOn: '2026-12-22' });
    expect(newChoice(PLAN, '2026-12-20')).toMatchObject({ visitOn: '2026-12-21', dueOn: '2026-12-31' });
    expect(newChoice({ ...PLAN, from: '2026-12-10' }, '2026-11-23')).toMatchObject({ visitOn: '2026-12-10', dueOn: '2026-12-31' });
    expect(newChoice(PLAN, '2026-12-31')).toMatchObject({ visitOn: '2026-12-31', dueOn: '2026-12-31' });
  });

  test('says what became of each object', () => {
    const item: Item = { position: 1, objectId: 'party-1', objectName: '', partyName: '', creditCode: '', district: '320500', officers: [], taskId: null, setAside: null, together: 1, task: null };
    const task = { state: 'accepted', taskNo: null, result: null, inspectedOn: null, finishedOn: null, publishedOn: null, caseId: null } as const;
    expect([standingText(item), standingText({ ...item, setAside: '达到上限' }), standingText({ ...item, task }), standingText({ ...item, task: { ...task, result: 'clean' } })]).toEqual(['待派发', '未派发', '待检查', '未发现问题']);
  });
});
