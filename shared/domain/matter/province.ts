import { normaliseCode } from '../../text/normalise.ts';
import type { ColumnSpec } from '../import/column.ts';
import type { District } from '../organisation/organisation.ts';
import { checkCreditCode } from '../party/credit-code.ts';
import type { Matter } from './matter.ts';
import type { RowProblem } from './sheet-read.ts';
import { dayOfCell, districtOfCell, type Understood } from './sheet-values.ts';

/** A visit made in the province's system, as its export tells. */
export interface ProvinceVisit {
  readonly matterCode: string;
  readonly district: District;
  readonly partyName: string;
  /** Empty where the export has none. */
  readonly creditCode: string;
  readonly visitedOn: string;
  readonly result: string;
  /** Number of the record in the province's system; empty where the export has none. */
  readonly recordNo: string;
}

export const PROVINCE_COLUMNS = [
  { key: 'matterCode', title: '事项编码', aliases: ['监管事项编码'], required: true },
  { key: 'district', title: '区县', aliases: ['所属区县', '行政区划', '属地', '地区'], required: true },
  { key: 'partyName', title: '检查对象', aliases: ['当事人', '行政相对人', '行政相对人名称', '监管对象', '企业名称'], required: true },
  { key: 'creditCode', title: '统一社会信用代码', aliases: ['信用代码', '行政相对人证件编码'] },
  { key: 'visitedOn', title: '检查日期', aliases: ['检查时间'], required: true },
  { key: 'result', title: '检查结果', aliases: ['结果'] },
  { key: 'recordNo', title: '检查行为编号', aliases: ['记录编号', '检查单编号'] },
] as const satisfies readonly ColumnSpec[];

export type ProvinceColumn = (typeof PROVINCE_COLUMNS)[number]['key'];

export interface ProvinceRow {
  readonly no: number;
  readonly cells: Readonly<Record<ProvinceColumn, string>>;
  readonly problems: readonly { readonly key: string; readonly message: string }[];
}

export type ReadProvinceRow = { readonly row: number; readonly visit: ProvinceVisit } | { readonly row: number; readonly problems: readonly RowProblem[] };

const TITLES = new Map<string, string>(PROVINCE_COLUMNS.map(({ key, title }) => [key, title]));
const LONGEST = 200;

/** What identifies a visit, so that the same export read twice counts once. */
export function provinceVisitKey({ matterCode, district, visitedOn, partyName, recordNo }: ProvinceVisit): string {
  return [matterCode, district, visitedOn, partyName, recordNo].join('\n');
}

/** Reads one row; only matters of the province's system are recorded this way. */
export function readProvinceRow({ no, cells, problems }: ProvinceRow, matters: ReadonlyMap<string, Matter>, today: string): ReadProvinceRow {
  const faults: RowProblem[] = problems.map(({ key, message }) => ({ row: no, column: TITLES.get(key) ?? '', message }));
  const take = <T>(key: ProvinceColumn, understood: Understood<T>): T | null => {
    if ('value' in understood) return understood.value;
    faults.push({ row: no, column: TITLES.get(key) ?? '', message: understood.problem });
    return null;
  };
  const matterCode = take('matterCode', matterOf(cells.matterCode, matters));
  const district = take('district', cells.district === '' ? { problem: '请填写区县。' } : districtOfCell(cells.district));
  const partyName = take('partyName', named(cells.partyName));
  const creditCode = take('creditCode', creditCodeOf(cells.creditCode));
  const visitedOn = take('visitedOn', visitDay(cells.visitedOn, today));
  if (faults.length > 0 || matterCode === null || district === null || partyName === null || creditCode === null || visitedOn === null) return { row: no, problems: faults };
  return { row: no, visit: { matterCode, district, partyName, creditCode, visitedOn, result: cells.result.slice(0, LONGEST), recordNo: cells.recordNo.slice(0, LONGEST) } };
}

function matterOf(text: string, matters: ReadonlyMap<string, Matter>): Understood<string> {
  if (text === '') return { problem: '请填写事项编码。' };
  const code = normaliseCode(text);
  const matter = matters.get(code) ?? [...matters.values()].find((each) => each.nationalCode !== '' && each.nationalCode === code);
  if (matter === undefined) return { problem: `没有编码为“${text}”的监管事项，请核对。` };
  return matter.system === 'province' ? { value: matter.code } : { problem: `“${matter.name}”不是省级系统的事项，请在监管任务中办理。` };
}

function named(text: string): Understood<string> {
  if (text === '') return { problem: '请填写检查对象。' };
  return text.length <= LONGEST ? { value: text } : { problem: `检查对象不能超过 ${LONGEST} 字。` };
}

function creditCodeOf(text: string): Understood<string> {
  if (text === '') return { value: '' };
  const checked = checkCreditCode(text);
  return checked.ok ? { value: checked.value } : { problem: checked.error.message };
}

function visitDay(text: string, today: string): Understood<string> {
  // Times of day follow the date in the province's exports.
  const day = dayOfCell(text.replace(/[ T]\d{1,2}:\d{2}(:\d{2})?$/, ''));
  return 'value' in day && day.value > today ? { problem: `检查日期 ${day.value} 晚于今天（${today}），请核对。` } : day;
}
