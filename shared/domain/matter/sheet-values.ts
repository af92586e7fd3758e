import { toHalfWidth } from '../../text/normalise.ts';
import { DISTRICT_KEYS, DISTRICTS, type District } from '../organisation/organisation.ts';
import { isDate } from '../time-limit/days.ts';
import { ALL_DISTRICTS } from './sheet.ts';

/** A cell understood, or why not: a Chinese sentence. */
export type Understood<T> = { readonly value: T } | { readonly problem: string };

/** `2024-01-02`, `2024.1.2`, `2024/1/2`, `2024年1月2日`. */
export function dayOfCell(text: string): Understood<string> {
  const match = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})日?$/.exec(toHalfWidth(text).trim());
  const [, year = '', month = '', day = ''] = match ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return match !== null && isDate(date) ? { value: date } : { problem: `“${text}”不是有效的日期，请写成 2026-01-05。` };
}

/** A key by its label (or by itself), blanks and width of no account. */
export function keyOfCell<K extends string>(text: string, labels: Readonly<Record<K, string>>): Understood<K> {
  const wanted = toHalfWidth(text).replace(/\s/g, '');
  const found = (Object.entries<string>(labels) as [K, string][]).find(([key, label]) => key === wanted || toHalfWidth(label).replace(/\s/g, '') === wanted);
  return found === undefined ? { problem: `没有“${text}”，请写 ${Object.values<string>(labels).join('、')}。` } : { value: found[0] };
}

const bare = (name: string): string => toHalfWidth(name).replace(/[（(].*$/, '').replace(/\s/g, '');
const BY_NAME: ReadonlyMap<string, District> = new Map(DISTRICT_KEYS.flatMap((key) => [key, bare(DISTRICTS[key]), bare(DISTRICTS[key]).replace(/[区市]$/, '')].map((name) => [name, key] as const)));
const OTHER_NAMES: Readonly<Record<string, District>> = { 市本级: '320500', 苏州市: '320500', 高新区: '320505', 园区: '320571', 工业园区: '320571' };

/** One district by name or code. */
export function districtOfCell(text: string): Understood<District> {
  const name = bare(text);
  const found = BY_NAME.get(name) ?? OTHER_NAMES[name];
  return found === undefined ? { problem: `没有“${text}”这个区县，请写区县全称或者 6 位区划代码。` } : { value: found };
}

/** Districts divided by 、，,; or blanks; `全部` is all eleven. */
export function districtsOfCell(text: string): Understood<readonly District[]> {
  if (text.trim() === ALL_DISTRICTS) return { value: [...DISTRICT_KEYS] };
  const found = text.split(/[、，,；;\s]+/).filter((name) => name !== '').map(districtOfCell);
  const problem = found.find((each) => 'problem' in each);
  if (problem !== undefined && 'problem' in problem) return problem;
  const named = new Set(found.flatMap((each) => ('value' in each ? [each.value] : [])));
  return { value: DISTRICT_KEYS.filter((key) => named.has(key)) };
}

/** A whole number from 1; empty is none. */
export function capOfCell(text: string): Understood<number> {
  const plain = toHalfWidth(text).trim().replace(/次?(\/年)?$/, '');
  return /^[1-9]\d{0,2}$/.test(plain) ? { value: Number(plain) } : { problem: `“${text}”不是次数，请写 1 至 366 的整数；没有次数的请留空。` };
}
