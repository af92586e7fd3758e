import { expect, test } from 'vitest';
import { sheetOfDraw } from '#shared/domain/draw/sheet.ts';
import { record } from '#tests/helpers/draws.ts';

test('the sheet of a draw says what was drawn from what, by whom, and how to check it', () => {
  const drawn = record();
  const { issuedOn, values } = sheetOfDraw(drawn, 2, (code) => `事项${code}`);
  expect(issuedOn).toBe('2026-11-20');
  expect(values).toMatchObject({
    task: '2026年度建筑企业抽查第2次抽取', planNo: 'SSJ-JC-2026-01', items: ['事项M-1'], objectPool: '50个', officerPool: '8人', ratio: '10%（5个）', drawnAt: '2026-11-20T09:06', dueOn: '2026-12-20',
    operator: '示例管理', supervisor: '示例领导', seed: drawn.seed.match(/.{8}/g)?.join(' '),
  });
  expect(values['objects']).toHaveLength(5);
  // Five objects with two officers each, evenly: ten places among eight officers.
  expect((values['inspectors'] as string[]).map((line) => Number(/检查(\d)个/.exec(line)?.[1])).toSorted()).toEqual([1, 1, 1, 1, 1, 1, 2, 2]);
  expect(values['method']).toContain('监督人的随机词“二十四节气”');
});
