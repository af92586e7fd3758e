import { call } from '#renderer/bridge/ipc.ts';
import { newId } from '#renderer/bridge/id.ts';
import { useReference } from '#renderer/composables/reference.ts';
import { useTasks } from '#renderer/composables/tasks.ts';
import { csvOf, saveCsv } from '#renderer/ui/csv.ts';
import { dateTimeOf } from '#renderer/ui/format.ts';
import type { AppError } from '#shared/contract/result.ts';
import type { CaseListItem, TaskProgress } from '#shared/contract/views.ts';
import { channelName } from '#shared/domain/channel/in-force.ts';
import { DISTRICTS } from '#shared/domain/organisation/organisation.ts';
import { STAGES } from '#shared/domain/procedure/stages.ts';
import { errorFrom } from '#renderer/bridge/failure.ts';
import { COLUMNS, type ColumnKey } from './columns.ts';
import type { CaseView } from './view.ts';

/** Most rows one export holds; more is the business of statistics. */
export const EXPORT_CAP = 20_000;
const STEP = 200;

/** What a column says in a file. */
export function cellOf(item: CaseListItem, key: ColumnKey): string {
  switch (key) {
    case 'stage': return STAGES[item.stage];
    case 'channel': return channelName(useReference().settings, item.channel);
    case 'district': return DISTRICTS[item.district];
    case 'due': return item.dueOn ?? '';
    case 'updatedAt': return dateTimeOf(item.updatedAt);
    default: return item[key] ?? '';
  }
}

/** Fetches what the list shows and hands it over as a CSV file; a visible task. Throws `AppFailure`. */
export async function exportCases(view: CaseView, columns: readonly ColumnKey[], total: number): Promise<void> {
  const wanted = Math.min(total, EXPORT_CAP);
  const report = reporter(wanted);
  try {
    const items: CaseListItem[] = [];
    while (items.length < wanted) {
      const page = await call('case.list', { ...view, offset: items.length, limit: STEP });
      if (page.items.length === 0) break;
      items.push(...page.items);
      report('running', items.length, null);
    }
    saveCsv('案件列表', csvOf(columns.map((key) => COLUMNS[key].label), items.map((item) => columns.map((key) => cellOf(item, key)))));
    report('done', items.length, null);
  } catch (cause) {
    report('failed', 0, errorFrom(cause));
    throw cause;
  }
}

function reporter(total: number): (state: TaskProgress['state'], done: number, error: AppError | null) => void {
  const tasks = useTasks();
  const taskId = newId();
  return (state, done, error) => { tasks.show({ taskId, label: '导出案件列表', done, total, state, error }); };
}
