import { shallowRef } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import { http } from '#renderer/bridge/http.ts';
import type { FigureView } from '#renderer/ui/figure-route.ts';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import type { AppError } from '#shared/contract/result.ts';
import { type GroupKey, groupOf, type Names, valueLabel } from '#shared/domain/statistics/groups.ts';
import { DISTRICTS } from '#shared/domain/organisation/organisation.ts';

export type FigureRow = HttpOutput<'statisticsRows'>['rows'][number];

const PAGE = 100;
/** Rows before the end at which the next page is asked for. */
const AHEAD = 30;

/** The list behind a figure, read on as it is scrolled: the server gives the pages one after the other. */
export function useFigureRows(figure: () => FigureView | null) {
  const rows = shallowRef<readonly FigureRow[]>([]);
  const total = shallowRef<number | null>(null);
  const error = shallowRef<AppError | null>(null);
  let after: string | null = null;
  let asking = 0;
  let busy = false;

  async function fetch(mine: number): Promise<void> {
    const wanted = figure();
    if (wanted === null || busy) return;
    busy = true;
    try {
      const page = await http('statisticsRows', { ...wanted, at: [...wanted.at], limit: PAGE, ...(after !== null && { after }) });
      if (mine !== asking) return;
      rows.value = after === null ? page.rows : [...rows.value, ...page.rows];
      total.value = page.total;
      after = page.after;
      error.value = null;
    } catch (cause) {
      if (mine === asking) error.value = errorFrom(cause);
    } finally {
      busy = false;
    }
  }

  function restart(): Promise<void> {
    asking += 1;
    after = null;
    busy = false;
    rows.value = [];
    total.value = null;
    return fetch(asking);
  }
  function show(_first: number, last: number): void {
    if (after !== null && last >= rows.value.length - AHEAD) void fetch(asking);
  }
  return { rows, total, error, restart, show };
}

/** What the list is narrowed to, in words. */
export function narrowedBy({ filter, at }: FigureView, names: Names): readonly string[] {
  return [
    ...(filter.district === undefined ? [] : [DISTRICTS[filter.district]]),
    ...(filter.channel === undefined ? [] : [names.channel(filter.channel)]),
    ...(filter.matter === undefined ? [] : [names.matter(filter.matter)]),
    ...(filter.source === undefined ? [] : [`来源：${valueLabel('source', filter.source, names)}`]),
    ...(filter.officer === undefined ? [] : [`人员：${names.officer(filter.officer)}`]),
    ...at.map(({ group, key }: { readonly group: GroupKey; readonly key: string }) => `${groupOf(group).label}：${valueLabel(group, key, names)}`),
  ];
}
