import { expect, test } from 'vitest';
import { countedFace, deadlineFace } from '#renderer/ui/deadline.ts';

test('a due date alone is told in days, near from ten on', () => {
  const face = (dueOn: string) => deadlineFace(dueOn, '2026-11-22');
  expect([face('2026-12-03'), face('2026-12-02'), face('2026-11-22'), face('2026-11-20')]).toEqual([
    { level: 'running', text: '剩 11 天' }, { level: 'near', text: '剩 10 天' }, { level: 'near', text: '今天到期' }, { level: 'overdue', text: '已逾期 2 天' },
  ]);
});

test('the counting of the procedure is told in its own unit', () => {
  expect([countedFace('running', 3, '工作日').text, countedFace('near', 0, '工作日').text, countedFace('overdue', -2, '自然日').text, countedFace('met', 0, '').text])
    .toEqual(['剩 3 个工作日', '今天到期', '已逾期 2 个自然日', '已完成']);
});
