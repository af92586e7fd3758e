import { expect, test } from 'vitest';
import { hitsOf, pagesFor } from '#renderer/features/search/hits.ts';
import { markedParts } from '#renderer/features/search/marked.ts';

test('every place the words stand is marked, whatever they contain', () => {
  expect(markedParts('苏州石湖置业(石湖)有限公司', '石湖')).toEqual([
    { text: '苏州', hit: false }, { text: '石湖', hit: true }, { text: '置业(', hit: false }, { text: '石湖', hit: true }, { text: ')有限公司', hit: false },
  ]);
  expect(markedParts('a.b(c', '.b( c').filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['.b(', 'c']);
  expect(markedParts('SZZJ-jc-2026', 'szzj')[0]).toEqual({ text: 'SZZJ', hit: true });
  expect(markedParts('甲', ' ')).toEqual([{ text: '甲', hit: false }]);
});

test('pages are found by other words, and only those the officer may open', () => {
  expect(pagesFor('离线', ['officer']).map(({ name }) => name)).toEqual(['sync']);
  expect(pagesFor('账号', ['officer'])).toEqual([]);
  expect(pagesFor('账号', ['admin']).map(({ name }) => name)).toEqual(['admin']);
  expect(hitsOf([], pagesFor('', ['leader'])).map(({ key }) => key)).toEqual(['workbench', 'cases', 'tasks', 'matters', 'sync']);
});
