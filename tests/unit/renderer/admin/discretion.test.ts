import { describe, expect, it } from 'vitest';
import { channelTableText, emptyTable, problemsByCell, rowsShown, rowTitle, statutoryText, tableChanges, tablePreview, tierBounds, weightsText, withCatalogue } from '#renderer/features/admin/discretion-form.ts';
import { checkTable, tableProblems } from '#shared/domain/discretion/check.ts';
import { VIOLATIONS } from '../../../helpers/cases.ts';
import { discretionRow, TABLE, tableConfigs } from '../../../helpers/discretion.ts';

const catalogue = new Map(VIOLATIONS.map((violation) => [violation.id, violation]));
const [archive, permit] = TABLE.rows;

describe('the page of a discretion table', () => {
  it('shows each tier beside the statutory range, in the article\'s own unit', () => {
    expect([rowTitle(archive!, catalogue), statutoryText(archive!, catalogue), tierBounds(archive!, 'light', catalogue)]).toEqual(['J16　竣工后未移交建设项目档案', '1万元至10万元', '1万元至1.5万元']);
    expect([statutoryText(permit!, catalogue), tierBounds(permit!, 'heavy', catalogue)]).toEqual(['合同价款的 1%至2%', '1.6%至2%']);
    expect([rowTitle({ ...archive!, violationId: 'X99', stage: 'overdue' }, catalogue), statutoryText({ ...archive!, stage: 'overdue' }, catalogue)]).toEqual(['X99　目录中没有（责令限期改正后逾期未改正）', '']);
    expect(weightsText(TABLE.weights)).toBe('违法规模（面积、造价） 30%，危害后果 50%，两年内违法次数 20%');
  });

  it('starts with the catalogue\'s tiers of a channel, and adds only what is missing', () => {
    const rows = withCatalogue([archive!], catalogue, 'JC');
    expect(rows.map(({ violationId }) => violationId)).toEqual(['J16', 'J01', 'J28', 'J34', 'Z39']);
    expect(rows[0]).toBe(archive);
    expect(withCatalogue(rows, catalogue, 'JC')).toEqual(rows);
    expect(withCatalogue([], catalogue, 'FDC')).toEqual([]);
    expect(checkTable({ ...emptyTable(), rows }).ok).toBe(true);
  });

  it('puts a problem at its cell, and keeps a faulty row in sight while others are looked for', () => {
    const rows = [archive!, discretionRow('J01', [1, 1.3], [1.2, 1.6], [1.6, 2.5])];
    const problems = problemsByCell(tableProblems({ ...TABLE, rows }, catalogue, '2026-03-01'));
    expect([...problems.keys()].sort()).toEqual(['rows.1.heavy', 'rows.1.normal']);
    expect(problems.get('rows.1.heavy')).toContain('超出法定幅度（合同价款的 1%至2%）');
    expect([rowsShown(rows, '档案', catalogue, new Map()), rowsShown(rows, '档案', catalogue, problems), rowsShown(rows, '催告', catalogue, new Map()), rowsShown(rows, ' ', catalogue, new Map())]).toEqual([[0], [0, 1], [0, 1], [0, 1]]);
  });

  it('names what a version changes: head, rows changed, added and removed', () => {
    const after = { ...TABLE, unverified: false, weights: { scale: 1 }, rows: [{ ...archive!, light: { ...archive!.light, max: 14_000 } }, discretionRow('J28', [5, 6], [6, 8], [8, 10])] };
    expect(tableChanges(TABLE, after, catalogue).map(({ label, before, after: next }) => [label, before.split('\n')[0], next.split('\n')[0]])).toEqual([
      ['核实情况', '未核实', '已核实'],
      ['因素权重', '违法规模（面积、造价） 30%，危害后果 50%，两年内违法次数 20%', '违法规模（面积、造价） 100%'],
      ['J16　竣工后未移交建设项目档案', '轻微 1万元至1.5万元：首次违法且在通知前改正', '轻微 1万元至1.4万元：首次违法且在通知前改正'],
      ['J28　规避招标', '（无）', '轻微 5‰至6‰：首次违法且在通知前改正'],
      ['J01　未取得施工许可证擅自施工', '轻微 1%至1.2%：首次违法且在通知前改正', '（无）'],
    ]);
    expect(tableChanges(TABLE, structuredClone(TABLE), catalogue)).toEqual([]);
    expect(tablePreview(null, TABLE, catalogue).at(-1)).toMatchObject({ label: '裁量档次', after: '2 行，见上表' });
    const many = { ...TABLE, rows: Array.from({ length: 20 }, (_, index) => discretionRow(`Y${index}`, [1, 2], [2, 3], [3, 4])) };
    // 20 added and 2 removed, 12 of them shown.
    expect(tablePreview(TABLE, many, catalogue).slice(-1)).toMatchObject([{ after: '另有 10 行，见上表' }]);
  });
});

it('a channel shows its table by name, and a name noted before there were tables as it stands', () => {
  const configs = tableConfigs('2026-03-01', '2026-03-01');
  expect(['GCJS', '', '（待录入）'].map((named) => channelTableText(named, configs))).toEqual(['示例市工程建设行政处罚裁量基准（GCJS）', '不使用，按违法行为目录的档次', '（待录入）']);
});
