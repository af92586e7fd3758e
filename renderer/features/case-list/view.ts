import type { LocationQueryRaw } from 'vue-router';
import { countOf } from '#renderer/ui/format.ts';
import type { CaseFilter, IpcInput } from '#shared/contract/ipc.ts';
import { CLUE_SOURCE_KEYS } from '#shared/domain/case-file/case-file.ts';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS } from '#shared/domain/organisation/organisation.ts';
import { STAGE_KEYS } from '#shared/domain/procedure/stages.ts';

export type CaseSort = IpcInput<'case.list'>['sort'];

/** What the list shows: filter and order. Lives in the address, so that back, forward and links from the workbench work. */
export interface CaseView {
  readonly filter: CaseFilter;
  readonly sort: CaseSort;
}

export const SORTS: Readonly<Record<CaseSort, string>> = { due: '期限先后', updated: '最近更新', registered: '最近登记' };
export const DEADLINES = { overdue: '期限已过', near: '10 天内到期', open: '在办' } as const satisfies Record<NonNullable<CaseFilter['deadline']>, string>;
const SORT_KEYS = Object.keys(SORTS) as CaseSort[];
const DEADLINE_KEYS = Object.keys(DEADLINES) as (keyof typeof DEADLINES)[];

/** Reads an address' query, or one being put together; what it does not know is left out. */
export function viewOf(query: Readonly<Record<string, unknown>>): CaseView {
  const text = textOf(query['text']).slice(0, 60);
  const stages = textOf(query['stages']).split(',').filter((stage) => isOneOf(STAGE_KEYS, stage));
  const channel = channelOf(query['channel']);
  const district = oneOf(DISTRICT_KEYS, query['district']);
  const source = oneOf(CLUE_SOURCE_KEYS, query['source']);
  const deadline = oneOf(DEADLINE_KEYS, query['deadline']);
  const filter: CaseFilter = {
    ...(stages.length > 0 && { stages }),
    ...(channel && { channel }),
    ...(district && { district }),
    ...(source && { source }),
    ...(deadline && { deadline }),
    ...(query['mine'] === '1' && { mine: true }),
    ...(text !== '' && { text }),
  };
  return { filter, sort: oneOf(SORT_KEYS, query['sort']) ?? 'due' };
}

export function queryOf({ filter, sort }: CaseView): LocationQueryRaw {
  const { stages = [], channel, district, source, deadline, mine = false, text = '' } = filter;
  return {
    ...(stages.length > 0 && { stages: stages.join(',') }),
    ...(channel && { channel }),
    ...(district && { district }),
    ...(source && { source }),
    ...(deadline && { deadline }),
    ...(mine && { mine: '1' }),
    ...(text !== '' && { text }),
    ...(sort !== 'due' && { sort }),
  };
}

/** The worker counts exactly up to here, and search hits up to a thousand. */
const COUNT_CAP = 100_000;
const SEARCH_CAP = 1000;

export function totalText(total: number, filter: CaseFilter): string {
  if (filter.text !== undefined && total >= SEARCH_CAP) return `找到 ${countOf(SEARCH_CAP)} 件以上，列出前 ${countOf(SEARCH_CAP)} 件`;
  return total >= COUNT_CAP ? `${countOf(COUNT_CAP)} 件以上` : `共 ${countOf(total)} 件`;
}

export function isFiltered(filter: CaseFilter): boolean {
  return Object.keys(queryOf({ filter, sort: 'due' })).length > 0;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Which channels there are is the configuration's business: any key will do. */
function channelOf(value: unknown): string | undefined {
  const text = textOf(value);
  return new RegExp(CHANNEL_KEY_PATTERN).test(text) ? text : undefined;
}

function isOneOf<const T extends string>(keys: readonly T[], value: string): value is T {
  return (keys as readonly string[]).includes(value);
}

function oneOf<const T extends string>(keys: readonly T[], value: unknown): T | undefined {
  const text = textOf(value);
  return isOneOf(keys, text) ? text : undefined;
}
