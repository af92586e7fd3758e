import { describe, expect, it } from 'vitest';
import { emptyChannel } from '#renderer/features/admin/channel-form.ts';
import { chainsOf, isFixed, isRequired, messagesByNode, moved, patched, routeText, withNode, withoutNode, withPoint } from '#renderer/features/admin/route-form.ts';
import { routeFaults } from '#shared/domain/channel/check-route.ts';
import { LONG_ROUTE } from '#tests/helpers/route.ts';

const titles = (route: readonly { readonly title: string }[]) => route.map((node) => node.title);

describe('the editor of a route', () => {
  it('begins with what the law requires, and keeps a route without points as it signs', () => {
    const { route } = emptyChannel();
    expect(routeFaults(route)).toEqual([]);
    expect(moved(route, 0, -1).map((node) => node.points)).toEqual([[], ['report'], ['review'], ['filing', 'notice', 'decision', 'no-penalty', 'closing']]);
  });

  it('adds a node before the one who approves, moves it and takes it away again', () => {
    const added = withNode(LONG_ROUTE);
    expect(titles(added)).toEqual(['大队承办', '大队审核', '支队审核', '法制审核', '', '分管局领导']);
    expect(titles(moved(added, 4, -1))).toEqual(['大队承办', '大队审核', '支队审核', '', '法制审核', '分管局领导']);
    expect(titles(moved(added, 5, 1))).toEqual(titles(added));
    expect(titles(withoutNode(added, 4))).toEqual(titles(LONG_ROUTE));
  });

  it('lets points fall away that a new post may not sign, and keeps them in the order of the procedure', () => {
    expect(patched(LONG_ROUTE, 2, { role: 'legal-reviewer' })[2]?.points).toEqual([]);
    expect(withPoint(LONG_ROUTE, 1, 'notice', true)[1]?.points).toEqual(['filing', 'report', 'notice', 'decision', 'closing']);
    expect(withPoint(LONG_ROUTE, 1, 'filing', false)[1]?.points).toEqual(['report', 'decision', 'closing']);
  });

  it('fixes the posts and deciders the law requires, as long as nobody else can take their place', () => {
    expect(LONG_ROUTE.map((_node, index) => isRequired(LONG_ROUTE, index))).toEqual([true, false, false, true, true]);
    expect([isFixed(LONG_ROUTE, 4, 'decision'), isFixed(LONG_ROUTE, 1, 'decision'), isFixed(LONG_ROUTE, 2, 'report')]).toEqual([true, false, false]);
    const two = [...LONG_ROUTE, { role: 'bureau-head' as const, title: '局主要负责人', points: ['decision' as const] }];
    expect([isFixed(two, 4, 'decision'), isRequired(two, 4)]).toEqual([false, false]);
  });

  it('says what is wrong at the node, with the article', () => {
    const messages = messagesByNode(LONG_ROUTE.map((node) => (node.title === '支队审核' ? { ...node, title: '大队审核' } : node)));
    expect([...messages]).toEqual([[2, [expect.stringContaining('节点名称“大队审核”重复')]]]);
    expect(messagesByNode(withoutNode(LONG_ROUTE, 3)).get(-1)?.[0]).toContain('（依据：行政处罚法第五十八条）');
  });
});

it('a route is read point by point, the last of each to decide', () => {
  expect(chainsOf(LONG_ROUTE)[0]).toMatchObject({ title: '立案审批', signers: [{ title: '大队审核' }, { title: '支队审核' }, { title: '分管局领导' }] });
  expect(routeText(LONG_ROUTE).split('\n').slice(0, 2)).toEqual(['承办：大队承办', '立案审批：大队审核（监察支队一大队）〔机构负责人〕 → 支队审核（监察支队本级）〔机构负责人〕 → 分管局领导〔分管领导〕']);
});
