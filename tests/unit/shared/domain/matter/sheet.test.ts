import { describe, expect, test } from 'vitest';
import { readMatters } from '#api/db/seed/matters.ts';
import { readViolations } from '#api/db/seed/violations.ts';
import { CHANNELS } from '#shared/domain/organisation/organisation.ts';
import { PROVINCE_COLUMNS, readProvinceRow, type ProvinceColumn } from '#shared/domain/matter/province.ts';
import { readMatterRows, type SheetContext, type SheetMatter } from '#shared/domain/matter/sheet-read.ts';
import { capOfCell, dayOfCell, districtsOfCell } from '#shared/domain/matter/sheet-values.ts';
import { MATTER_COLUMNS, rowsOfMatter, type MatterCells, type MatterColumn } from '#shared/domain/matter/sheet.ts';

const MATTERS = readMatters();
const context: SheetContext = {
  channelNames: CHANNELS, channels: new Set(Object.keys(CHANNELS)), violationIds: new Set(readViolations().map((violation) => violation.id)),
  existing: new Map(MATTERS.map((matter) => [matter.code, matter])), today: '2026-11-20',
};
const EMPTY = Object.fromEntries(MATTER_COLUMNS.map(({ key }) => [key, ''])) as Record<MatterColumn, string>;

function read(...rows: readonly Partial<MatterCells>[]): readonly SheetMatter[] {
  return readMatterRows(rows.map((cells, index) => ({ no: index + 2, cells: { ...EMPTY, ...cells }, problems: [] })), context);
}

const NEW: Partial<MatterCells> = {
  code: 'SZZJ-JG-034', name: '示例事项', channel: '质安监', object: '施工企业', measures: '抽查', basis: '《建设工程质量管理条例》第二十八条', content: '示例检查内容', clause: '《建设工程质量管理条例》第二十八条', subName: '示例子项', form: '现场检查',
};

describe('the sheet of matters', () => {
  test('written and read again says the same', () => {
    const rows = MATTERS.flatMap((matter) => rowsOfMatter(matter, null));
    expect(rows).toHaveLength(129);
    const again = read(...rows);
    expect(again.map((each) => [each.code, each.state, each.problems])).toEqual(MATTERS.map((matter) => [matter.code, 'same', []]));
  });

  test('adds a matter with the next number, and numbers items that have none', () => {
    const [added] = read(NEW, { ...NEW, content: '另一检查内容' }, { ...NEW, subName: '另一子项' });
    expect(added).toMatchObject({ state: 'new', itemsBefore: 0, items: 3, matter: { no: 34, claim: 'unclaimed', system: 'general', channel: 'ZA', version: 0 } });
    expect(added?.matter?.subs.map((sub) => [sub.code, ...sub.items.map((item) => item.id)])).toEqual([
      ['SZZJ-JG-034-01', 'SZZJ-JG-034-01-01', 'SZZJ-JG-034-01-02'], ['SZZJ-JG-034-02', 'SZZJ-JG-034-02-01'],
    ]);
  });

  test('changes only what is filled in, and says which items would go', () => {
    expect(read({ code: 'SZZJ-JG-001', name: '房地产开发企业资质与经营行为监管', cap: '２次/年' })[0]).toMatchObject({ state: 'changed', items: 4, removed: [], matter: { cap: 2, publishedOn: '2024-01-15' } });
    const [one] = rowsOfMatter(MATTERS[0]!, null);
    expect(read(one!)[0]).toMatchObject({ state: 'changed', itemsBefore: 4, items: 1, removed: ['SZZJ-JG-001-01-02', 'SZZJ-JG-001-02-01', 'SZZJ-JG-001-02-02'] });
  });

  test('names row and column of every mistake, and leaves the whole matter out', () => {
    const [wrong, right] = read(
      { ...NEW, channel: '市场监管', claim: '已认', cap: '两次' }, { ...NEW, name: '另一名称', violationId: 'Z99' }, { code: 'szzj-jg-001', name: '房地产开发企业资质与经营行为监管', nationalCode: '３２０５００１２３４５６７８' },
    );
    expect(wrong).toMatchObject({ state: 'wrong', matter: null, rows: [2, 3] });
    expect(wrong?.problems.map(({ row, column }) => `${row} ${column}`)).toEqual(['2 年度频次上限', '2 认领状态', '3 事项名称', '3 渠道', '2 渠道']);
    expect(right).toMatchObject({ state: 'changed', matter: { nationalCode: '32050012345678' } });
    const [late] = read(NEW, { ...NEW, violationId: 'Z99' });
    expect(late?.problems).toEqual([{ row: 3, column: '违法行为编号', message: '违法行为目录中没有 Z99，请另选或者留空。' }]);
  });

  test('refuses a publication without claim, and a row without code', () => {
    expect(read({ ...NEW, publishedOn: '2026年1月5日' })[0]?.problems).toMatchObject([{ row: 2, column: '公布日期' }]);
    expect(read({ ...NEW, claim: '已认领', claimedOn: '2026.1.4', publishedOn: '2026/1/5' })[0]).toMatchObject({ state: 'new', matter: { claimedOn: '2026-01-04', publishedOn: '2026-01-05' } });
    expect(read({ ...NEW, code: '' })[0]?.problems[0]).toMatchObject({ row: 2, column: '事项编码' });
  });
});

describe('cells', () => {
  test('dates as people write them', () => {
    for (const text of ['2026-01-05', '2026.1.5', '2026/1/5', '2026年1月5日', '２０２６．１．５']) expect(dayOfCell(text)).toEqual({ value: '2026-01-05' });
    for (const text of ['2026-02-30', '1月5日', '明天']) expect(dayOfCell(text)).toHaveProperty('problem');
  });

  test('districts by name or code, and all of them', () => {
    expect(districtsOfCell('昆山、姑苏区，320571')).toEqual({ value: ['320508', '320571', '320583'] });
    expect(districtsOfCell('全部')).toHaveProperty('value.length', 11);
    expect(districtsOfCell('昆山、上海')).toHaveProperty('problem');
  });

  test('caps', () => {
    expect([capOfCell('2'), capOfCell('2/年'), capOfCell('０')]).toMatchObject([{ value: 2 }, { value: 2 }, { problem: expect.any(String) }]);
  });
});

describe('the province\'s visits', () => {
  const EMPTY_VISIT = Object.fromEntries(PROVINCE_COLUMNS.map(({ key }) => [key, ''])) as Record<ProvinceColumn, string>;
  const row = (cells: Partial<Record<ProvinceColumn, string>>) => readProvinceRow({ no: 5, cells: { ...EMPTY_VISIT, matterCode: 'SZZJ-JG-027', district: '昆山市', partyName: '示例建设有限公司', visitedOn: '2026-03-02 10:30:00', ...cells }, problems: [] }, context.existing, '2026-11-20');

  test('are read with the day alone', () => {
    expect(row({ result: '未发现问题' })).toEqual({ row: 5, visit: { matterCode: 'SZZJ-JG-027', district: '320583', partyName: '示例建设有限公司', creditCode: '', visitedOn: '2026-03-02', result: '未发现问题', recordNo: '' } });
  });

  test('are refused under a matter of the city, in the future, or with a wrong credit code', () => {
    const columns = (cells: Partial<Record<ProvinceColumn, string>>) => { const found = row(cells); return 'problems' in found ? found.problems.map((problem) => problem.column) : []; };
    expect(columns({ matterCode: 'SZZJ-JG-001' })).toEqual(['事项编码']);
    expect(columns({ visitedOn: '2026-11-21', creditCode: '91320500MA1WXYZ' })).toEqual(['统一社会信用代码', '检查日期']);
    expect(columns({ matterCode: '', district: '', partyName: '' })).toEqual(['事项编码', '区县', '检查对象']);
  });
});
