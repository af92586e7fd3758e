import { describe, expect, it } from 'vitest';
import { findHeaderRow, matchHeaders, normaliseHeader } from '#shared/domain/import/column.ts';
import { judgeRows, TARGETS, type SourceRow } from '#shared/domain/import/judge.ts';
import { factOf, officerOf, partyOf, projectOf } from '#shared/domain/import/record.ts';
import { IMPORT_TARGET_KEYS, mayImport, type ImportTargetKey } from '#shared/domain/import/target.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import { nameCore, validityOf } from '#shared/domain/party/register.ts';

const CODE = '91320508MA1TEXT06X';
const TODAY = '2026-11-20';

function judge(target: ImportTargetKey, ...cells: readonly Record<string, string>[]) {
  const rows = cells.map((each, index): SourceRow => ({ no: index + 2, cells: each, problems: [] }));
  return judgeRows(TARGETS[target], rows, [], TODAY);
}

describe('headings', () => {
  it('are compared without signs, brackets, width and case', () => {
    expect(['合同价款（万元）', ' 企业 名称＊', 'ＮＡＭＥ：', '（元）'].map(normaliseHeader)).toEqual(['合同价款', '企业名称', 'name', '(元)']);
  });

  it('never stand for two columns, nor two columns for one', () => {
    for (const key of IMPORT_TARGET_KEYS) {
      const { columns } = TARGETS[key];
      const report = matchHeaders(columns.map((column) => column.title), columns);
      expect([key, report.duplicates, report.missing, report.headers.map((header) => header.key)]).toEqual([key, [], [], columns.map((column) => column.key)]);
    }
  });

  it('are looked for in the rows with the most known names', () => {
    expect(findHeaderRow([['名录'], ['填报单位', '名称'], ['企业名称', '信用代码'], ['甲', CODE]], TARGETS.party.columns)).toBe(2);
    expect(findHeaderRow([[''], ['甲', '乙'], ['丙', '丁']], TARGETS.party.columns)).toBe(1);
    expect(findHeaderRow([], TARGETS.party.columns)).toBe(-1);
  });
});

describe('rows of enterprises', () => {
  it('join their licences, and clash where they differ otherwise', () => {
    const [first, again, clash, twin] = judge('party',
      { name: '示例甲', creditCode: CODE, licenceName: '施工总承包', licenceNo: 'D1' }, { name: '示例甲', creditCode: CODE, licenceName: '专业承包', licenceNo: 'D2', phone: '0512-00001234' },
      { name: '示例乙', creditCode: CODE }, { name: '示例甲', creditCode: CODE });
    expect(first?.draft).toMatchObject({ phone: '0512-00001234', licences: [{ no: 'D1' }, { no: 'D2' }] });
    expect([again?.joinedTo, twin?.joinedTo]).toEqual([2, 2]);
    expect(clash?.problems).toEqual([{ key: '', message: '与第 2 行是同一条记录，但内容不一致，请只保留一行。' }]);
  });

  it('hold an operator’s ID number for a 个体工商户 alone, and no licence without a name', () => {
    const [unit, business, orphan] = judge('party', { name: '甲', idNumber: '320508199001011232' }, { name: '乙', kind: '个体户', idNumber: '320508199001011232' }, { name: '丙', licenceGrade: '一级' });
    expect(unit?.problems.map(({ key }) => key)).toEqual(['idNumber']);
    expect(business?.draft).toMatchObject({ kind: 'business', idNumber: '320508199001011232' });
    expect(orphan?.problems.map(({ key }) => key)).toEqual(['licenceGrade']);
  });

  it('are not judged twice where the reader found a cell wrong', () => {
    const [row] = judgeRows(TARGETS.party, [{ no: 2, cells: { name: '甲', creditCode: '91320508' }, problems: [{ key: 'creditCode', message: '末尾已经失真' }] }], [], TODAY);
    expect(row?.problems).toEqual([{ key: 'creditCode', message: '末尾已经失真' }]);
  });
});

describe('records', () => {
  const known = { ...partyOf(null, { name: '示例甲', creditCode: CODE }, 'party-1'), licences: [{ name: '施工总承包', no: 'D1', grade: '二级', issuer: '', validTo: '2026-12-31' }] };

  it('keep what a row leaves empty, and replace a licence of the same number', () => {
    const after: PartyRecord = partyOf(known, { name: '示例甲', licences: [{ name: '施工总承包', no: 'D1', grade: '一级', issuer: '', validTo: '2030-12-31' }] }, 'x');
    expect(after).toEqual({ ...known, licences: [{ name: '施工总承包', no: 'D1', grade: '一级', issuer: '', validTo: '2030-12-31' }] });
  });

  it('of projects and facts know their source', () => {
    expect(projectOf(null, { name: '示例家园', district: '320506' }, 'p')).toMatchObject({ id: 'p', contractPriceFen: 0, district: '320506' });
    const [row] = judge('fact', { name: '示例家园', kind: '塔吊', title: '3号塔吊' }).concat(judge('fact', { name: '示例家园', kind: '起重机械', title: '3号塔吊', on: '2026.3.1' }));
    expect(row?.problems[0]?.message).toContain('没有「塔吊」这一项');
    const [fact] = judge('fact', { name: '示例家园', kind: '起重机械', title: '3号塔吊', on: '2026.3.1' });
    expect(factOf(null, fact?.draft ?? {}, 'f', 'p', '2026-11-20T01:00:00.000Z')).toEqual({
      id: 'f', projectId: 'p', kind: 'crane', title: '3号塔吊', no: '', on: '2026-03-01', until: '', unit: '', creditCode: '', person: '', state: '', note: '',
      sourceSystem: '文件导入', sourceRef: '3号塔吊#2026-03-01', fetchedAt: '2026-11-20T01:00:00.000Z',
    });
    expect(judge('fact', { kind: '施工许可' })[0]?.problems[0]?.message).toContain('看不出是哪个工程');
  });

  it('of officers keep login name and roles, whatever a file says', () => {
    const before = officerOf(null, { name: '甲', loginName: 'jc01', certificateNo: '1' }, 'o');
    expect(before).toMatchObject({ roles: ['officer'], loginName: 'jc01' });
    expect(officerOf({ ...before, roles: ['leader'] }, { loginName: 'other', phone: '1' }, 'o')).toMatchObject({ loginName: 'jc01', roles: ['leader'], phone: '1' });
    const [late] = judge('officer', { name: '甲', certificateNo: '1', certificateFrom: '2026-01-01', certificateTo: '2025-01-01', loginName: '张三', channel: '全部渠道' });
    expect(late?.problems.map(({ key }) => key)).toEqual(['loginName', 'certificateTo']);
  });
});

it('registers are imported by their keeper, people by the administrator', () => {
  expect(IMPORT_TARGET_KEYS.filter((target) => mayImport({ roles: ['draw-admin'] }, target))).toEqual(['party', 'project', 'fact']);
  expect(IMPORT_TARGET_KEYS.filter((target) => mayImport({ roles: ['admin'] }, target))).toEqual([...IMPORT_TARGET_KEYS]);
  expect(IMPORT_TARGET_KEYS.filter((target) => mayImport({ roles: ['officer', 'leader'] }, target))).toEqual([]);
});

it('names of one enterprise have one core, licences end on their last day', () => {
  expect(['苏州示例建设（集团）有限公司', '江苏苏州示例建设集团有限公司', '示例建设 集团'].map(nameCore)).toEqual(['示例建设', '示例建设', '示例建设']);
  expect(nameCore('苏州公司')).toBe('苏州公司');
  expect([validityOf('', TODAY, '2027-02-18'), validityOf('2026-11-19', TODAY, '2027-02-18'), validityOf(TODAY, TODAY, '2027-02-18'), validityOf('2027-02-19', TODAY, '2027-02-18')]).toEqual(['unknown', 'expired', 'near', 'valid']);
});
