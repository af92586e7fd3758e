import { describe, expect, it } from 'vitest';
import { handoverRows, loanRows } from '#renderer/features/volume/archive-rows.ts';
import { hitsOn, squeezed } from '#renderer/features/volume/text-search.ts';
import { pagesOf, placeOf, segmentsOf } from '#renderer/features/volume/volume-pages.ts';
import type { VolumePlan, VolumeSheets } from '#shared/contract/volume-views.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { Loan } from '#shared/domain/case-file/archive.ts';
import { arrange, numberPages } from '#shared/domain/volume/arrange.ts';
import { walkTo } from '#tests/helpers/cases.ts';

const { file } = walkTo('CLOSED');
const sheet = (pages: number) => ({ bytes: new Uint8Array(), pages });
const SHEETS: VolumeSheets = { cover: sheet(1), catalogue: sheet(2), notes: sheet(1) };
const PLAN: VolumePlan = {
  profile: 'eight-classes', items: numberPages(arrange(file, 'eight-classes', '局'), (item) => (item.kind === 'evidence' ? 0 : 2)),
  absent: [], foreign: [], missing: [], score: { items: [], points: 100, rejected: false }, leftOut: [],
};

describe('the pages of a volume on the screen', () => {
  const segments = segmentsOf(PLAN, SHEETS, 'main');
  const pages = pagesOf(segments);

  it('follow each other as bound: cover, catalogue, papers, 备考表; exhibits without pages only in the catalogue', () => {
    expect(segments.map((segment) => segment.title).slice(0, 2)).toEqual(['封面', '卷内文件目录']);
    expect(segments.at(-1)?.title).toBe('卷内备考表');
    expect(pages).toHaveLength(4 + PLAN.items.filter((item) => item.pages > 0).length * 2);
    segments.filter((segment) => segment.pages > 0).forEach((segment) => { expect(pages[segment.first]?.segment).toBe(segment); });
  });

  it('carry the numbers of the bound volume; the sheets around carry none', () => {
    expect(pages.slice(0, 5).map((view) => view.number)).toEqual([null, null, null, 1, 2]);
    expect(pages.map(placeOf).slice(2, 4)).toEqual(['卷内文件目录', `${PLAN.items[0]?.title ?? ''}　第 1 页`]);
  });
});

describe('searching in a volume', () => {
  it('finds words that a line breaks in two, in either width, whatever their case', () => {
    const page = squeezed('当事人 未取\n得施工许可证，合同编号ＳＺ－01');
    expect(hitsOn(7, page, '未取得 施工')).toEqual([{ index: 7, before: '当事人', match: '未取得施工', after: '许可证,合同编号SZ-01' }]);
    expect(hitsOn(0, page, 'sz-01')).toHaveLength(1);
    expect(hitsOn(0, page, ' ')).toEqual([]);
    expect(hitsOn(0, '局局局局局', '局')).toHaveLength(3);
  });
});

describe('the archive', () => {
  const loan = (id: string, dueOn: string, returnedOn: string | null): Loan => ({ id, borrower: '示例人', unit: '', purpose: '复议', lentOn: '2026-05-01', dueOn, lentByName: '档案员', returnedOn, condition: '' });
  const archived = (archiveNo: string, loans: readonly Loan[] = []): CaseFile => ({ ...file, archive: { archiveNo, archivedOn: '2026-05-08', retention: 'permanent', pages: 42, archivistName: '档案员', loans } });

  it('lists what is out first, the earliest due on top, and says what is late', () => {
    const rows = loanRows([archived('1', [loan('a', '2026-05-10', '2026-05-09'), loan('b', '2026-06-01', null)]), archived('2', [loan('c', '2026-05-12', null)])], '2026-05-20');
    expect(rows.map((row) => [row.loan.id, row.overdue])).toEqual([['c', true], ['b', false], ['a', false]]);
  });

  it('hands over by archive number, as numbers count', () => {
    const rows = handoverRows([archived('2026-CF-10'), archived('2026-CF-2'), file]);
    expect(rows.map((row) => [row[0], row[1]])).toEqual([['1', '2026-CF-2'], ['2', '2026-CF-10']]);
    expect(rows[0]?.[9]).toBe('永久');
  });
});
