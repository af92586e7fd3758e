import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import type { WorkCalendar } from './calendar.ts';
import { dayNumber, isDate, weekday } from './days.ts';

/** One announced day: a holiday, or a working day on a weekend. */
export interface CalendarDay {
  readonly date: string;
  readonly type: 'holiday' | 'workday';
  /** e.g. `春节`; empty where the file names none. */
  readonly name: string;
}

/** A validated year, ready to take its place in the calendar. Days ascending. */
export interface CalendarYear {
  readonly year: number;
  readonly days: readonly CalendarDay[];
}

/** A row that cannot be taken over, for the list beside the file. `row` is 1 for the first line. */
export interface CalendarRowError {
  readonly row: number;
  readonly message: string;
}

interface Row extends CalendarDay {
  readonly row: number;
}

interface Read {
  readonly rows: readonly Row[];
  readonly errors: readonly CalendarRowError[];
}

const TYPES: Readonly<Record<string, CalendarDay['type']>> = {
  holiday: 'holiday', 节假日: 'holiday', 放假: 'holiday', 休: 'holiday', workday: 'workday', 工作日: 'workday', 调休上班: 'workday', 上班: 'workday', 班: 'workday',
};
/** Days that every year's notice holds, weekday or not (全国年节及纪念日放假办法). */
const FIXED: readonly (readonly [string, string])[] = [['01-01', '元旦'], ['05-01', '劳动节'], ['10-01', '国庆节'], ['10-02', '国庆节'], ['10-03', '国庆节']];
const SPRING_FESTIVAL_DAYS = 3;

/**
 * Reads one year of the State Council's notice: CSV lines `date,type[,name]` (a heading line is passed over), or the
 * JSON of chinese-days (`holidays`, `workdays`). Refuses with every faulty row in `details.rows`
 * (`CalendarRowError[]`); nothing is taken over in part.
 */
export function importCalendarYear(text: string): Result<CalendarYear> {
  const read = text.trimStart().startsWith('{') ? readJson(text) : ok(readCsv(text));
  if (!read.ok) return read;
  const { rows } = read.value;
  const errors = [...read.value.errors, ...dayErrors(rows)];
  if (errors.length > 0) return fail(refusal(`日历文件有${errors.length}处错误，没有导入。请按行改正后重新导入。`, [...errors].sort((one, other) => one.row - other.row)));
  const first = rows[0];
  if (first === undefined) return fail(refusal('日历文件里没有任何日期，请检查文件内容。', []));
  const year = Number(first.date.slice(0, 4));
  const missing = missingHolidays(rows);
  if (missing.length > 0) return fail(refusal(`${year}年日历不完整，缺少：${missing.join('、')}。请核对国务院办公厅的放假通知。`, missing.map((message) => ({ row: 0, message: `缺少${message}` }))));
  return ok({ year, days: rows.map(({ date, type, name }) => ({ date, type, name })).sort((one, other) => one.date.localeCompare(other.date)) });
}

function refusal(message: string, rows: readonly CalendarRowError[]): AppError {
  return { code: 'FIELD_INVALID', message, details: { path: 'text', rows } };
}

function readCsv(text: string): Read {
  const rows: Row[] = [];
  const errors: CalendarRowError[] = [];
  for (const [index, line] of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).entries()) {
    const [date = '', type = '', name = ''] = line.split(/[,，\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const row = index + 1;
    if (line.trim() === '' || (row === 1 && /^(date|日期)$/i.test(date))) continue;
    const kind = TYPES[type.toLowerCase()];
    if (!isDate(date)) errors.push({ row, message: `“${date}”不是有效的日期，请写成“年-月-日”，例如2027-01-01。` });
    else if (kind === undefined) errors.push({ row, message: `“${type}”不是日期类型，请写“holiday”（放假）或者“workday”（调休上班）。` });
    else rows.push({ row, date, type: kind, name });
  }
  return { rows, errors };
}

function readJson(text: string): Result<Read> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return fail(refusal('文件不是完整的JSON，无法读取。请重新下载日历文件。', []));
  }
  const [holidays, workdays] = [member(body, 'holidays'), member(body, 'workdays')];
  if (holidays === null || workdays === null) return fail(refusal('JSON中没有“holidays”和“workdays”两个对象，不是可识别的日历文件。', []));
  const rows: Row[] = [];
  const errors: CalendarRowError[] = [];
  for (const [type, days] of [['holiday', holidays], ['workday', workdays]] as const) {
    for (const [date, name] of Object.entries(days)) {
      const row = rows.length + errors.length + 1;
      if (isDate(date)) rows.push({ row, date, type, name: chineseName(name) });
      else errors.push({ row, message: `“${date}”不是有效的日期。` });
    }
  }
  return ok({ rows, errors });
}

function member(body: unknown, name: string): Readonly<Record<string, unknown>> | null {
  const found: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : null;
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? { ...found } : null;
}

/** `Spring Festival,春节,4` → `春节`. */
function chineseName(name: unknown): string {
  const parts = typeof name === 'string' ? name.split(',') : [];
  return parts.find((part) => /\p{Script=Han}/u.test(part))?.trim() ?? '';
}

function dayErrors(rows: readonly Row[]): readonly CalendarRowError[] {
  const year = rows[0]?.date.slice(0, 4);
  const seen = new Map<string, number>();
  return rows.flatMap(({ row, date, type }) => {
    const before = seen.get(date);
    seen.set(date, row);
    if (before !== undefined) return [{ row, message: `${date}与第${before}行重复。` }];
    if (date.slice(0, 4) !== year) return [{ row, message: `${date}不属于${year}年。一次只导入一个年度。` }];
    if (type === 'workday' && weekday(dayNumber(date)) <= 5) return [{ row, message: `${date}是星期一至星期五，本来就上班；调休上班日只能是星期六或者星期日。` }];
    return [];
  });
}

function missingHolidays(rows: readonly Row[]): readonly string[] {
  const holidays = rows.filter((row) => row.type === 'holiday').map((row) => row.date.slice(5));
  const fixed = FIXED.filter(([date]) => !holidays.includes(date)).map(([date, name]) => `${name}（${date}）`);
  const spring = holidays.filter((date) => '01-20' <= date && date <= '02-28').length >= SPRING_FESTIVAL_DAYS ? [] : ['春节'];
  const qingming = holidays.some((date) => '04-03' <= date && date <= '04-06') ? [] : ['清明节'];
  return [...fixed, ...spring, ...qingming];
}

/** The calendar with a year added or put in the place of what it was. Holidays on weekends need no entry. */
export function withYear(calendar: WorkCalendar, added: CalendarYear): WorkCalendar {
  const others = Object.entries(calendar.exceptions).filter(([date]) => Number(date.slice(0, 4)) !== added.year);
  const own = added.days.filter((day) => day.type === 'workday' || weekday(dayNumber(day.date)) <= 5).map((day) => [day.date, day.type] as const);
  return {
    years: [...new Set([...calendar.years, added.year])].sort((one, other) => one - other),
    exceptions: Object.fromEntries([...others, ...own].sort(([one], [other]) => one.localeCompare(other))),
  };
}
