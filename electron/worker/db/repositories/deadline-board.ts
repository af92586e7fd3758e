import type { CaseListItem } from '#shared/contract/views.ts';
import { type BoardBounds, type BoardColumn, columnOf, columnRange, KIND_SEPARATOR } from '#shared/domain/time-limit/board.ts';
import type { Sqlite } from '../open.ts';
import { ITEM, type ListRow, listItem } from './case-list.ts';

/** Absent: any. */
export interface BoardFilter {
  readonly channel?: string | undefined;
  readonly district?: string | undefined;
  readonly officerId?: string | undefined;
  /** A kind of limit, without what it is about. */
  readonly kind?: string | undefined;
}

export interface BoardCount {
  readonly label: string;
  readonly column: BoardColumn;
  readonly n: number;
}

export interface BoardPage {
  readonly column: BoardColumn;
  readonly offset: number;
  readonly limit: number;
}

export interface DeadlineBoardRepository {
  /** How many cases fall due on each day under each label, with the column of the day. */
  counts(filter: Omit<BoardFilter, 'kind'>, bounds: BoardBounds): readonly BoardCount[];
  /** Rows of one column, the first to fall due on top. */
  page(filter: BoardFilter, bounds: BoardBounds, page: BoardPage): readonly CaseListItem[];
}

type Bound = string | number;

/** An officer's own cases are few and found by his name; all others by the index of the board. */
function source(filter: BoardFilter): { readonly from: string; readonly where: string[]; readonly values: Bound[] } {
  const where = ['closed = 0', 'due_label is not null'];
  const values: Bound[] = [];
  function equals(sql: string, value: string | undefined): void {
    if (value === undefined) return;
    where.push(sql);
    values.push(value);
  }
  equals('o.officer_id = ?', filter.officerId);
  equals('channel = ?', filter.channel);
  equals('district = ?', filter.district);
  if (filter.kind !== undefined) {
    where.push('(due_label = ? or substr(due_label, 1, ?) = ?)');
    values.push(filter.kind, filter.kind.length + KIND_SEPARATOR.length, `${filter.kind}${KIND_SEPARATOR}`);
  }
  return { from: filter.officerId === undefined ? 'case_file indexed by case_on_board' : 'case_officer o cross join case_file using (row)', where, values };
}

export function createDeadlineBoardRepository(db: Sqlite): DeadlineBoardRepository {
  return {
    counts(filter, bounds) {
      const { from, where, values } = source(filter);
      // In the order of the index, so that groups are counted as they pass and nothing is sorted.
      const rows = db.prepare<Bound[], { dueOn: string; label: string; n: number }>(
        `select due_sort as dueOn, due_label as label, count(*) as n from ${from} where ${where.join(' and ')} group by due_sort, due_label`,
      ).all(...values);
      return rows.map(({ dueOn, label, n }) => ({ label, column: columnOf(dueOn, bounds), n }));
    },
    page(filter, bounds, { column, offset, limit }) {
      const { from, where, values } = source(filter);
      const range = columnRange(column, bounds);
      return db.prepare<Bound[], ListRow>(
        `select ${ITEM} from ${from} where ${[...where, 'due_sort between ? and ?'].join(' and ')} order by due_sort, due_label, channel, district, row limit ? offset ?`,
      ).all(...values, range.from, range.to, limit, offset).map(listItem);
    },
  };
}
