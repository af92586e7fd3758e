import { describe, expect, it } from 'vitest';
import { boardCsv, byDistrict, EMPTY_VIEW, filterOf, officerChoices, reasonLines, reasonOf } from '#renderer/features/deadlines/board.ts';
import type { CaseListItem } from '#shared/contract/views.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { BOARD_COLUMN_KEYS } from '#shared/domain/time-limit/board.ts';
import { nextDeadline } from '#shared/domain/time-limit/deadlines.ts';
import { CALENDAR_2026, OFFICERS, walkTo } from '#tests/helpers/cases.ts';
import { openDesk } from '../desk-double.ts';

const context = { calendar: CALENDAR_2026, settings: DEFAULT_SETTINGS, today: '2026-03-12' };

function item(id: string, changes: Partial<CaseListItem> = {}): CaseListItem {
  return {
    id, caseNo: null, title: `示例案件${id}`, partyName: '', projectName: '', cause: '', channel: 'JC', district: '320506', stage: 'INVEST', officerNames: '甲承办', registeredOn: '2026-03-02',
    updatedAt: '2026-03-02T00:00:00.000Z', dueOn: '2026-03-10', dueLabel: '延期、分期缴纳：罚款（第2期）', pending: false, ...changes,
  };
}

describe('why a date', () => {
  it('tells event, rule, days and article of the very term the row shows', () => {
    const { file } = walkTo('INVEST');
    const next = nextDeadline(file, context);
    const row = { dueOn: next?.dueOn ?? '', dueLabel: next?.label ?? '' };
    // Filed on 6 March 2026: 90 days end on 4 June.
    expect(row).toEqual({ dueOn: '2026-06-04', dueLabel: '办案期限' });
    const lines = reasonLines(row, reasonOf(file, context, row));
    expect(lines[0]).toBe('办案期限：至 2026-06-04（还剩84天）');
    expect(lines[1]).toBe('自批准立案（2026年3月6日）次日起算90日，至2026年6月4日届满。依据行政处罚法第六十条。');
  });

  it('says so where the case has moved on since the row was written', () => {
    const { file } = walkTo('INVEST');
    const row = { dueOn: '2026-03-20', dueLabel: '线索核查' };
    expect(reasonOf(file, context, row)).toBeNull();
    expect(reasonLines(row, null)[1]).toMatch(/正在重新计算/);
  });
});

describe('filters of the board', () => {
  it('pass on only what was chosen', () => {
    expect(filterOf({ ...EMPTY_VIEW, kind: '办案期限' })).toEqual({ kind: '办案期限' });
  });

  it('offer the officers a reader may see, himself first', () => {
    const [reader] = OFFICERS;
    const keys = Object.keys(officerChoices(OFFICERS, reader ?? null));
    expect(keys[0]).toBe(reader?.id);
    expect(keys).not.toContain('leader-1');
    const other = reader === undefined ? null : { ...reader, id: 'elsewhere', district: '320583' as const };
    expect(Object.keys(officerChoices([...OFFICERS, ...(other === null ? [] : [other])], other))).toEqual(['elsewhere']);
  });
});

describe('the export of the board', () => {
  it('goes through every column page by page and keeps the kind apart from what it is about', async () => {
    const pages: string[] = [];
    openDesk({
      'deadline.column': ({ column, offset, limit }) => {
        pages.push(`${column} ${String(offset)}`);
        if (column === 'overdue' && offset === 0) return Array.from({ length: limit }, (_, index) => item(String(index)));
        return column === 'later' ? [item('last', { dueOn: '2026-05-01', dueLabel: '办案期限', title: '=危险' })] : [];
      },
    });
    const text = await boardCsv(EMPTY_VIEW, '2026-03-12', () => '监察支队');
    expect(pages).toEqual(['overdue 0', 'overdue 500', ...BOARD_COLUMN_KEYS.slice(1).map((column) => `${column} 0`)]);
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(502);
    expect(lines[1]).toBe('已逾期 2 天,2026-03-10,延期、分期缴纳,延期、分期缴纳：罚款（第2期）,,示例案件0,调查取证,监察支队,吴中区,甲承办');
    expect(lines.at(-1)).toContain("'=危险");
  });
});

it('adds the server\'s counts up by district, the most overdue first', () => {
  const counts = { today: 1, soon: 2, near: 3, later: 4 };
  const rows = [{ district: '320506' as const, channel: 'JC', overdue: 1, ...counts }, { district: '320507' as const, channel: 'JC', overdue: 5, ...counts }, { district: '320506' as const, channel: 'ZA', overdue: 2, ...counts }];
  expect(byDistrict(rows, '').map(({ district, overdue, total }) => [district, overdue, total])).toEqual([['320507', 5, 15], ['320506', 3, 23]]);
  expect(byDistrict(rows, 'ZA')).toMatchObject([{ district: '320506', overdue: 2 }]);
});
