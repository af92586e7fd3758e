import { call } from '#renderer/bridge/ipc.ts';
import { csvOf } from '#renderer/ui/csv.ts';
import { deadlineFace } from '#renderer/ui/deadline.ts';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import type { CaseListItem } from '#shared/contract/views.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { type Officer, scopeOf } from '#shared/domain/officer/officer.ts';
import { type District, DISTRICTS, inScope } from '#shared/domain/organisation/organisation.ts';
import { STAGES } from '#shared/domain/procedure/stages.ts';
import { BOARD_COLUMN_KEYS, type BoardColumn, kindOf } from '#shared/domain/time-limit/board.ts';
import { type Deadline, type DeadlineContext, deadlines } from '#shared/domain/time-limit/deadlines.ts';

export interface BoardView {
  readonly channel: string;
  readonly district: District | '';
  readonly officerId: string;
  readonly kind: string;
}

export const EMPTY_VIEW: BoardView = { channel: '', district: '', officerId: '', kind: '' };

/** The view as the worker's filter: an empty choice is none. */
export function filterOf({ channel, district, officerId, kind }: BoardView) {
  return { ...(channel !== '' && { channel }), ...(district !== '' && { district }), ...(officerId !== '' && { officerId }), ...(kind !== '' && { kind }) };
}

/** The term a row stands for, counted from the case's own file; `null` where it can no longer be counted so. */
export function reasonOf(file: CaseFile, context: DeadlineContext, row: Pick<CaseListItem, 'dueOn' | 'dueLabel'>): Deadline | null {
  const result = deadlines(file, context);
  const countable: unknown = result.ok ? result.value : result.error.details?.['countable'];
  const found = Array.isArray(countable) ? (countable as readonly Deadline[]) : [];
  return found.find((deadline) => deadline.dueOn === row.dueOn && deadline.label === row.dueLabel) ?? null;
}

/** What the tip says: date with what is left, then the sentence with event, rule, days, exclusions and article. */
export function reasonLines(row: Pick<CaseListItem, 'dueOn' | 'dueLabel'>, reason: Deadline | null): readonly string[] {
  const first = `${row.dueLabel ?? ''}：至 ${row.dueOn ?? ''}`;
  if (reason === null) return [first, '案件的情况刚刚变化，期限正在重新计算。打开案件可以看到最新的计算说明。'];
  const unit = reason.unit === 'working-days' ? '个工作日' : '天';
  const left = reason.remaining < 0 ? `已逾期${-reason.remaining}${unit}` : reason.remaining === 0 ? '今天届满' : `还剩${reason.remaining}${unit}`;
  return [`${first}（${left}）`, reason.explanation];
}

/** Those who handle cases where the reader may look; the reader first. */
export function officerChoices(officers: Iterable<Officer>, reader: Officer | null): Readonly<Record<string, string>> {
  if (reader === null) return {};
  const handling = [...officers].filter((officer) => officer.active && officer.roles.includes('officer') && inScope(scopeOf(reader), { district: officer.district, channel: officer.channel ?? '' }));
  const others = handling.filter((officer) => officer.id !== reader.id).sort((one, other) => one.unitName.localeCompare(other.unitName, 'zh-CN') || one.name.localeCompare(other.name, 'zh-CN'));
  const own = handling.some((officer) => officer.id === reader.id) ? [[reader.id, `我（${reader.name}）`] as const] : [];
  return Object.fromEntries([...own, ...others.map((officer) => [officer.id, `${officer.name}　${officer.unitName}`] as const)]);
}

/** Most rows of one export. */
export const EXPORT_CAP = 20_000;
const STEP = 500;
const HEAD = ['紧迫程度', '到期日', '期限种类', '期限', '案号', '案件', '环节', '渠道', '地区', '承办人'];

/** Every row under the filter, column by column, as CSV. Throws `AppFailure`. */
export async function boardCsv(view: BoardView, today: string, channelName: (key: string) => string): Promise<string> {
  const items: CaseListItem[] = [];
  for (const column of BOARD_COLUMN_KEYS) await appendColumn(items, view, column);
  return csvOf(HEAD, items.map((item) => rowOf(item, today, channelName)));
}

async function appendColumn(items: CaseListItem[], view: BoardView, column: BoardColumn): Promise<void> {
  for (let offset = 0; items.length < EXPORT_CAP; offset += STEP) {
    const page = await call('deadline.column', { ...filterOf(view), column, offset, limit: Math.min(STEP, EXPORT_CAP - items.length) });
    items.push(...page);
    if (page.length < STEP) return;
  }
}

export function rowOf(item: CaseListItem, today: string, channelName: (key: string) => string): readonly string[] {
  const label = item.dueLabel ?? '';
  return [
    item.dueOn === null ? '' : deadlineFace(item.dueOn, today).text, item.dueOn ?? '', kindOf(label), label, item.caseNo ?? '', item.title, STAGES[item.stage],
    channelName(item.channel), DISTRICTS[item.district], item.officerNames,
  ];
}

export interface DistrictSummary extends Readonly<Record<BoardColumn, number>> {
  readonly district: District;
  readonly total: number;
}

/** The server's counts by district, of one channel or all, those with the most overdue cases first. */
export function byDistrict(rows: HttpOutput<'deadlineSummary'>['rows'], channel: string): readonly DistrictSummary[] {
  const chosen = channel === '' ? rows : rows.filter((row) => row.channel === channel);
  return [...new Set(chosen.map((row) => row.district))].map((district) => {
    const group = chosen.filter((row) => row.district === district);
    const counts = Object.fromEntries(BOARD_COLUMN_KEYS.map((column) => [column, group.reduce((sum, row) => sum + row[column], 0)])) as Record<BoardColumn, number>;
    return { district, ...counts, total: BOARD_COLUMN_KEYS.reduce((sum, column) => sum + counts[column], 0) };
  }).sort((one, other) => other.overdue - one.overdue || one.district.localeCompare(other.district));
}
