import { describe, expect, it, test } from 'vitest';
import type { ChannelBody } from '#shared/domain/channel/channel.ts';
import { routeFaults } from '#shared/domain/channel/check-route.ts';
import { DEFAULT_CHANNELS } from '#shared/domain/channel/defaults.ts';
import { signersAt, spelledOut, unitFits } from '#shared/domain/channel/route.ts';
import { checkConfig } from '#shared/domain/config/kinds.ts';
import { APPROVAL_POINT_KEYS, APPROVAL_POINTS } from '#shared/domain/procedure/approval-points.ts';
import { transitionOf } from '#shared/domain/procedure/table.ts';
import { GJJ } from '../../../../helpers/channel.ts';
import { LONG_ROUTE } from '../../../../helpers/route.ts';

type Route = ChannelBody['route'];

const OLD: Route = GJJ.route.map(({ role, title }) => ({ role, title }));
const titles = (route: Route, key: (typeof APPROVAL_POINT_KEYS)[number]) => signersAt(route, key).map((node) => node.title);
const faults = (route: Route) => routeFaults(route).map(({ message, article, details }) => [String(details?.['path']), article ?? '', message] as const);
const changed = (title: string, change: Partial<Route[number]>): Route => LONG_ROUTE.map((node) => (node.title === title ? { ...node, ...change } : node));

test('the points are those of the procedure, and their decider is the one the table names', () => {
  for (const key of APPROVAL_POINT_KEYS) {
    const { stage, decides, returns, decider } = APPROVAL_POINTS[key];
    for (const event of [...decides, ...returns]) expect(transitionOf(stage, event)?.actors, event).toEqual([decider]);
  }
});

describe('a route without points', () => {
  it('gives titles and steers nothing: at every point the core decides alone', () => {
    for (const route of [OLD, ...DEFAULT_CHANNELS.map((channel) => channel.route)]) {
      for (const key of APPROVAL_POINT_KEYS) expect(signersAt(route, key).map((node) => [node.role, node.unit]), key).toEqual([[APPROVAL_POINTS[key].decider, '']]);
    }
    expect(checkConfig('channel', 'GJJ', { ...GJJ, route: OLD }).ok).toBe(true);
  });

  it('may name a rank twice, of which the last decides as before', () => {
    const twice: Route = [OLD[0]!, { role: 'unit-head', title: '大队审核' }, ...OLD.slice(1)];
    expect([titles(twice, 'report'), titles(twice, 'filing')]).toEqual([['稽核科审核'], ['分管局领导']]);
    expect(spelledOut(twice).map((node) => node.points.length)).toEqual([0, 0, 1, 1, 5]);
  });

  it('keeps the core decider even where a stored route has lost him', () => {
    expect(signersAt([], 'decision')).toEqual([{ role: 'leader', title: '分管领导', unit: '', unitOnly: false }]);
    expect(titles([{ role: 'unit-head', title: '大队审核', points: ['decision', 'review'] }], 'decision')).toEqual(['大队审核', '分管领导']);
    expect(titles([{ role: 'unit-head', title: '大队审核', points: ['decision', 'review'] }], 'review')).toEqual(['法制审核员']);
  });
});

it('a route with points names who signs, in its order, the last to decide', () => {
  expect(APPROVAL_POINT_KEYS.map((key) => titles(LONG_ROUTE, key).join('→'))).toEqual([
    '大队审核→支队审核→分管局领导', '大队审核→支队审核', '分管局领导', '法制审核', '大队审核→支队审核→分管局领导', '分管局领导', '大队审核→分管局领导',
  ]);
  expect(checkConfig('channel', 'GJJ', { ...GJJ, route: LONG_ROUTE })).toEqual({ ok: true, value: null });
});

it('a unit is the one named or a part of it; 本级 is the unit alone; none named is any', () => {
  const fits = (unit: string, unitOnly: boolean) => ['监察支队', '监察支队一大队', '房产处'].map((name) => unitFits({ unit, unitOnly }, name));
  expect([fits('', false), fits('监察支队', false), fits('监察支队', true)]).toEqual([[true, true, true], [true, true, false], [true, false, false]]);
});

describe('what the law asks of a route', () => {
  it.each([
    ['the decider taken away', changed('分管局领导', { points: ['filing', 'notice', 'no-penalty', 'closing'] }), 'route.2', '行政处罚法第五十七条', '“决定审批”应当由分管领导或者局主要负责人最后决定'],
    ['nobody left at a point', changed('分管局领导', { points: ['filing', 'decision', 'no-penalty', 'closing'] }), 'route', '行政处罚法第四十四条、第六十二条', '“事先告知审批”应当由'],
    ['a reviewer who approves', changed('法制审核', { points: ['review', 'filing'] }), 'route.3', '行政处罚法第五十八条', '“法制审核”只能在法制审核环节签署'],
    ['a head who reviews', changed('支队审核', { points: ['report', 'review'] }), 'route.2', '行政处罚法第五十八条', '“支队审核”不能在法制审核环节签署'],
    ['no reviewer', LONG_ROUTE.filter((node) => node.role !== 'legal-reviewer'), 'route', '行政处罚法第五十八条', '缺少“法制审核员”'],
    ['no officers', LONG_ROUTE.filter((node) => node.role !== 'officer'), 'route', '行政处罚法第四十二条、第五十五条', '缺少“执法人员”'],
    ['an officer who approves', changed('大队承办', { points: ['filing'] }), 'route.0', '行政处罚法第四十三条', '承办人不得审核本人承办的案件'],
    ['one name for two nodes', changed('支队审核', { title: '大队审核' }), 'route.2', '', '节点名称“大队审核”重复'],
    ['a node that signs nothing', changed('大队审核', { points: [] }), 'route.1', '', '没有选择签署的环节'],
    ['a clerk who approves', changed('大队审核', { role: 'archivist' }), 'route.1', '', '不参加案件审批'],
    ['本级 of no unit', changed('支队审核', { unit: '' }), 'route.2', '', '没有填写单位'],
  ])('%s is refused at the node, with the article', (_what, route, path, article, words) => {
    expect(faults(route)).toContainEqual([path, article, expect.stringContaining(words)]);
    expect(checkConfig('channel', 'GJJ', { ...GJJ, route }).ok).toBe(false);
  });

  it('is met where the head of the bureau decides instead of the leader (行政处罚法第五十七条), and not where a head of a unit does', () => {
    expect(faults(changed('分管局领导', { role: 'bureau-head', title: '局长' }))).toEqual([]);
    expect(faults(changed('支队审核', { role: 'leader' })).map(([path, , message]) => `${path} ${message}`)).toEqual([expect.stringContaining('route.2 “调查终结审核”应当由机构负责人最后决定') as string]);
  });
});
