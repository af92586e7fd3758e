import type { DeadlineBoard } from '#shared/contract/views.ts';
import { BOARD_COLUMN_KEYS, boardBounds, type BoardBounds, type BoardColumn, kindOf } from '#shared/domain/time-limit/board.ts';
import type { BoardCount, BoardFilter } from '#worker/db/repositories/deadline-board.ts';
import type { Workspace } from '#worker/session/workspace.ts';
import type { HandlerDeps, Handlers } from './handlers.ts';

export function deadlineHandlers({ session }: HandlerDeps): Handlers<'deadline.board' | 'deadline.column'> {
  return {
    'deadline.board': ({ limit, ...filter }) => board(session.workspace(), filter, limit),
    'deadline.column': ({ column, offset, limit, ...filter }) => {
      const workspace = session.workspace();
      return workspace.cache.board.page(filter, boundsOf(workspace), { column, offset, limit });
    },
  };
}

function boundsOf({ state }: Pick<Workspace, 'state'>): BoardBounds {
  return boardBounds(state.reference.calendar(), state.today());
}

/** The columns of the cases on this machine, which are those the officer may see. */
export function board(workspace: Pick<Workspace, 'cache' | 'state'>, filter: BoardFilter, limit: number): DeadlineBoard {
  const bounds = boundsOf(workspace);
  const { kind, ...others } = filter;
  const counts = workspace.cache.board.counts(others, bounds);
  const shown = kind === undefined ? counts : counts.filter((count) => kindOf(count.label) === kind);
  const columns = Object.fromEntries(BOARD_COLUMN_KEYS.map((column) => {
    const total = sum(shown.filter((count) => count.column === column));
    return [column, { total, items: total === 0 ? [] : workspace.cache.board.page(filter, bounds, { column, offset: 0, limit }) }];
  })) as Record<BoardColumn, DeadlineBoard['columns'][BoardColumn]>;
  return { today: bounds.today, columns, kinds: kindsOf(counts) };
}

function sum(counts: readonly BoardCount[]): number {
  return counts.reduce((total, { n }) => total + n, 0);
}

function kindsOf(counts: readonly BoardCount[]): DeadlineBoard['kinds'] {
  const kinds = new Map<string, number>();
  for (const { label, n } of counts) kinds.set(kindOf(label), (kinds.get(kindOf(label)) ?? 0) + n);
  return [...kinds].map(([kind, count]) => ({ kind, count })).sort((one, other) => other.count - one.count);
}
