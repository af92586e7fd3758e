import { expect, test, vi } from 'vitest';
import { usePagedRows } from '#renderer/composables/paged-rows.ts';
import { AppFailure } from '#shared/contract/result.ts';

function table(total: number) {
  const offsets: number[] = [];
  const source = { total, prefix: 'row', broken: false };
  const rows = usePagedRows<string>(async (offset, limit) => {
    offsets.push(offset);
    await Promise.resolve();
    if (source.broken) throw new AppFailure({ code: 'INTERNAL', message: '坏了' });
    const count = Math.max(0, Math.min(limit, source.total - offset));
    return { items: Array.from({ length: count }, (_, index) => `${source.prefix} ${offset + index}`), total: source.total };
  });
  return { rows, offsets, source };
}

const idle = (rows: { fetching: { value: boolean } }) => vi.waitFor(() => { expect(rows.fetching.value).toBe(false); });

test('fetches only the pages in sight', async () => {
  const { rows, offsets } = table(100_000);
  rows.restart();
  await idle(rows);
  rows.show(99_950, 99_999);
  await idle(rows);
  expect(offsets).toEqual([0, 99_900]);
  expect([rows.rowAt.value(0), rows.rowAt.value(99_999), rows.rowAt.value(50_000), rows.total.value]).toEqual(['row 0', 'row 99999', undefined, 100_000]);
});

test('dragging through the list serves where it ended, not every place passed', async () => {
  const { rows, offsets } = table(100_000);
  rows.restart();
  await idle(rows);
  for (let first = 0; first < 90_000; first += 500) rows.show(first, first + 20);
  await idle(rows);
  expect(offsets.length).toBeLessThan(5);
  expect(rows.rowAt.value(89_510)).toBe('row 89510');
});

test('old rows stay until the new ones are there, and an answer to an old question is dropped', async () => {
  const { rows, source } = table(300);
  rows.restart();
  await idle(rows);
  source.prefix = 'new';
  source.total = 5;
  rows.restart();
  expect(rows.rowAt.value(3)).toBe('row 3');
  rows.restart();
  await idle(rows);
  expect([rows.rowAt.value(3), rows.rowAt.value(150), rows.total.value]).toEqual(['new 3', undefined, 5]);
});

test('a refresh replaces what is in sight, and a shrunken list does not ask beyond its end', async () => {
  const { rows, offsets, source } = table(1000);
  rows.restart();
  await idle(rows);
  rows.show(950, 999);
  await idle(rows);
  source.total = 420;
  rows.refresh();
  await idle(rows);
  expect(rows.total.value).toBe(420);
  rows.show(400, 419);
  await idle(rows);
  expect(offsets.at(-1)).toBe(400);
});

test('a long walk keeps only so many pages, and fetches a forgotten one again', async () => {
  const { rows, offsets } = table(10_000);
  rows.restart();
  await idle(rows);
  for (let page = 1; page < 60; page += 1) {
    rows.show(page * 100, page * 100 + 20);
    await idle(rows);
  }
  expect(rows.rowAt.value(0)).toBeUndefined();
  rows.show(0, 20);
  await idle(rows);
  expect([rows.rowAt.value(0), offsets.filter((offset) => offset === 0).length]).toEqual(['row 0', 2]);
});

test('an error is shown and a refresh clears it', async () => {
  const { rows, source } = table(10);
  source.broken = true;
  rows.restart();
  await idle(rows);
  expect(rows.error.value).toEqual({ code: 'INTERNAL', message: '坏了' });
  source.broken = false;
  rows.refresh();
  await idle(rows);
  expect([rows.error.value, rows.rowAt.value(9)]).toEqual([null, 'row 9']);
});
