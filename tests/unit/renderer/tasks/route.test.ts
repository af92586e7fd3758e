import { describe, expect, it } from 'vitest';
import { areaOf, isKeptRoutes, keepRoute, type KeptRoutes, keptRoute, moved, orderedStops, stretches } from '#renderer/features/tasks/route.ts';
import { sheetRows, wrapped } from '#renderer/features/tasks/route-sheet.ts';
import { newTask } from '#shared/domain/task/new-task.ts';
import { taskDraft } from '#tests/helpers/tasks.ts';
import { item } from './items.ts';

describe('the area of a place', () => {
  it.each([
    ['苏州市姑苏区平江街道示例路1号', '姑苏区平江街道'],
    ['江苏省苏州市吴中区木渎镇示例大道20号', '吴中区木渎镇'],
    ['虎丘区枫桥街道示例街5号', '虎丘区枫桥街道'],
    ['昆山市玉山镇示例路', '昆山市玉山镇'],
    ['示例路88号示例花园工地', '苏州市本级'],
    ['', '苏州市本级'],
  ])('%s is in %s', (place, area) => {
    expect(areaOf(place, '320500')).toBe(area);
  });
});

describe('the route of a day', () => {
  const stops = [
    item('a', { place: '苏州市吴中区木渎镇示例路2号' }), item('b', { place: '苏州市姑苏区平江街道示例路9号' }), item('c', { place: '苏州市姑苏区平江街道示例路1号' }), item('d', { place: '苏州市姑苏区沧浪街道示例路1号' }),
  ];
  const ids = (kept: readonly string[]): string[] => orderedStops(stops, kept).map((stop) => stop.id);

  it('goes by area and place until somebody orders it', () => {
    expect(ids([])).toEqual(['d', 'c', 'b', 'a']);
    expect(stretches(orderedStops(stops, [])).map(({ area, stops: in_ }) => [area, in_.length])).toEqual([['姑苏区沧浪街道', 1], ['姑苏区平江街道', 2], ['吴中区木渎镇', 1]]);
  });

  it('keeps the order made by hand, with later visits behind it', () => {
    expect(ids(['a', 'b'])).toEqual(['a', 'b', 'd', 'c']);
    expect(stretches(orderedStops(stops, ['c', 'a', 'b'])).map(({ area }) => area)).toEqual(['姑苏区平江街道', '吴中区木渎镇', '姑苏区平江街道', '姑苏区沧浪街道']);
  });

  it('moves a stop, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect([moved(['a', 'b'], 'a', -1), moved(['a', 'b'], 'b', 1), moved(['a', 'b'], 'x', 1)]).toEqual([['a', 'b'], ['a', 'b'], ['a', 'b']]);
  });

  it('keeps the orders of forty days', () => {
    let routes: KeptRoutes = [];
    for (let day = 0; day < 45; day += 1) routes = keepRoute(routes, `officer|${day}`, [`task-${day}`]);
    routes = keepRoute(routes, 'officer|44', ['changed']);
    expect([routes.length, keptRoute(routes, 'officer|44'), keptRoute(routes, 'officer|4')]).toEqual([40, ['changed'], []]);
    expect([isKeptRoutes(routes), isKeptRoutes([['key', [1]]]), isKeptRoutes({})]).toEqual([true, false, false]);
  });
});

describe('the printed route', () => {
  it('breaks lines where the column ends', () => {
    expect(wrapped('一二三四五\n六', 3, (text) => text.length)).toEqual(['一二三', '四五', '六']);
    expect(wrapped('示例路66号', 4, (text) => text.length)).toEqual(['示例路', '66号']);
    expect(wrapped('0123456', 4, (text) => text.length)).toEqual(['0123', '456']);
    expect(wrapped('一\n\n二', 4, (text) => text.length)).toEqual(['一', '', '二']);
  });

  it('says where, whom to call, and what for', () => {
    const task = newTask('task-one', { ...taskDraft('2026-11-20'), place: '示例路1号' }, { today: '2026-11-20', createdBy: 'head-one' });
    const [row] = sheetRows([task], () => '姑苏区');
    expect(row?.cells.slice(0, 3)).toEqual(['1', '示例路1号', '苏州示例甲建设有限公司\n示例人 0512-00000001']);
  });
});
