import { toHalfWidth, normaliseCode } from '../../text/normalise.ts';
import { DISTRICT_KEYS, DISTRICTS, type District } from '../organisation/organisation.ts';
import { checkCreditCode } from '../party/credit-code.ts';
import { checkIdNumber } from '../party/id-number.ts';
import { addCalendarDays, isDate } from '../time-limit/days.ts';

/** A cell understood, or a Chinese sentence that says what is wrong and how to write it. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };

export function isRead<T>(reading: Reading<T>): reading is { readonly value: T } {
  return 'value' in reading;
}

/** Days of Excel's serial numbers that a register can mean: 1950 to 2100. */
const SERIAL_FROM = 18_264;
const SERIAL_TO = 73_415;

/** `2026-01-05` of 2026.1.5, 2026/1/5, 2026年1月5日, 20260105, with or without a time, and of serial numbers. */
export function readDay(text: string): Reading<string> {
  const plain = toHalfWidth(text).trim();
  const [, year = '', month = '', day = ''] = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?.*)?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isDate(date)) return { value: date };
  const serial = /^\d{5}(\.\d+)?$/.test(plain) ? Math.floor(Number(plain)) : 0;
  if (serial >= SERIAL_FROM && serial <= SERIAL_TO) return { value: addCalendarDays('1899-12-30', serial) };
  return { problem: `「${text}」不是有效日期，请写成 2026-01-05 的样子。` };
}

const bareDistrict = (name: string): string => toHalfWidth(name).replace(/\s/g, '').replace(/[（(].*$/, '').replace(/^江苏省/, '').replace(/^苏州市(?=.)/, '');
const DISTRICT_NAMES: ReadonlyMap<string, District> = new Map([
  ...DISTRICT_KEYS.flatMap((key) => {
    const name = bareDistrict(DISTRICTS[key]);
    return [key, name, ...(name.length > 2 ? [name.replace(/[区市]$/, '')] : [])].map((each) => [each, key] as const);
  }),
  ...([['本级', '320500'], ['市本级', '320500'], ['苏州市', '320500'], ['苏州', '320500'], ['高新区', '320505'], ['苏州高新区', '320505'], ['工业园区', '320571'], ['园区', '320571'], ['苏州工业园区', '320571']] as const),
]);

/** One of the city's ten districts or the city itself, by name or code (GB/T 2260; 320571 for the industrial park). */
export function readDistrict(text: string): Reading<District> {
  const name = bareDistrict(text);
  const found = DISTRICT_NAMES.get(name);
  if (found !== undefined) return { value: found };
  if (name === '320584' || name === '吴江市') return { problem: '320584（吴江市）已于 2012 年撤销，请改为 320509（吴江区）。' };
  return { problem: `「${text}」不是苏州市的区划代码或者区县名称，请填写 6 位代码（如 320508）或者区县全称。` };
}

const UNITS: Readonly<Record<string, number>> = { 元: 2, 千元: 5, 万元: 6, 万: 6, 百万元: 8, 亿元: 10, 亿: 10 };
/** Beyond it integers are not exact any more: about 90 trillion yuan. */
const MOST_DIGITS = 15;

/** The unit a heading names in brackets, e.g. `合同价款（万元）`; 元 when it names none. */
export function unitOfHeader(text: string): string {
  return /[(（]([^)）]*元)[)）]/.exec(toHalfWidth(text))?.[1]?.trim() ?? '元';
}

/** Integer fen of an amount; `unit`: of the heading, which a unit in the cell outweighs. Exact: decimals are moved, not multiplied. */
export function readMoney(text: string, unit: string): Reading<number> {
  const plain = toHalfWidth(text).replace(/[\s,¥￥]/g, '').replace(/^(人民币|rmb|cny)/i, '');
  const match = /^(\d+)(?:\.(\d+))?(元|千元|万元|万|百万元|亿元|亿)?整?$/.exec(plain);
  const places = UNITS[match?.[3] ?? unit];
  const wrong = `「${text}」不是金额，请只填数字，如 1234.56（单位：${unit}）。`;
  if (match === null || places === undefined) return { problem: wrong };
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  if (decimals.length > places) return { problem: `「${text}」精确到了分以下，请填写到分为止的金额。` };
  const digits = `${match[1] ?? ''}${decimals.padEnd(places, '0')}`.replace(/^0+(?=\d)/, '');
  return digits.length > MOST_DIGITS ? { problem: wrong } : { value: Number(digits) };
}

/** Square metres and the like: not negative, at most two decimals kept. */
export function readQuantity(text: string): Reading<number> {
  const plain = toHalfWidth(text).replace(/[\s,]/g, '').replace(/(平方米|㎡|m2|m²)$/i, '');
  return /^\d{1,12}(\.\d+)?$/.test(plain) ? { value: Math.round(Number(plain) * 100) / 100 } : { problem: `「${text}」不是数字，请只填数字，如 12000.5。` };
}

/** One of several words; `others`: what else is written for them. */
export function readChoice<K extends string>(text: string, labels: Readonly<Record<K, string>>, others: Readonly<Record<string, K>> = {}): Reading<K> {
  const wanted = toHalfWidth(text).replace(/\s/g, '').toLowerCase();
  const found = (Object.entries<string>(labels) as [K, string][]).find(([key, label]) => key.toLowerCase() === wanted || toHalfWidth(label).replace(/\s/g, '').toLowerCase() === wanted)?.[0] ?? others[wanted];
  return found === undefined ? { problem: `没有「${text}」这一项，请填写${Object.values<string>(labels).join('、')}之一。` } : { value: found };
}

export function readCreditCode(text: string): Reading<string> {
  const checked = checkCreditCode(text);
  return checked.ok ? { value: checked.value } : { problem: checked.error.message };
}

export function readIdNumber(text: string, today: string): Reading<string> {
  const checked = checkIdNumber(text, today);
  return checked.ok ? { value: checked.value.number } : { problem: checked.error.message };
}

/** 投资项目统一代码 `YYYY-AAAAAA-II-TT-NNNNNN`; the hyphens may be missing. */
export function readProjectCode(text: string): Reading<string> {
  const plain = normaliseCode(text).replace(/[—–－_]/g, '-');
  const [, ...parts] = /^(\d{4})-?(\d{6})-?(\d{2})-?(\d{2})-?(\d{6})$/.exec(plain) ?? [];
  const year = Number(parts[0] ?? 0);
  return parts.length === 5 && year >= 1990 && year < 2100 ? { value: parts.join('-') } : { problem: `「${text}」不是项目代码，应为 24 位，如 2024-320508-47-01-123456。` };
}

/** 施工许可证编号: 18 digits, region 6, date 8, serial 2, class 2 (domain notes §3.11). */
export function readPermitNo(text: string): Reading<string> {
  const plain = normaliseCode(text);
  if (!/^\d{18}$/.test(plain)) return { problem: `「${text}」不是施工许可证编号，应为 18 位数字，现在是 ${String(plain.length)} 位。` };
  const day = `${plain.slice(6, 10)}-${plain.slice(10, 12)}-${plain.slice(12, 14)}`;
  return isDate(day) ? { value: plain } : { problem: `施工许可证编号第 7 至 14 位「${plain.slice(6, 14)}」不是日期，请对照证书核对。` };
}

/** A text of at most `most` characters on one line. */
export function readText(text: string, most: number): Reading<string> {
  const plain = text.replace(/\s*\n\s*/g, ' ').trim();
  return plain.length <= most ? { value: plain } : { problem: `内容有 ${String(plain.length)} 个字，最多 ${String(most)} 个字，请精简。` };
}

/** Telephone numbers as they are written, digits in half width. */
export function readPhone(text: string): Reading<string> {
  const plain = toHalfWidth(text).replace(/\s/g, '');
  return /^[\d+\-()转,、;/]{5,40}$/.test(plain) ? { value: plain } : { problem: `「${text}」不是电话号码，请填写手机号码或者带区号的座机号码。` };
}

/** A code of letters, digits and Chinese characters without blanks, e.g. a certificate's number. */
export function readNumberText(text: string, most: number): Reading<string> {
  return readText(toHalfWidth(text).replace(/\s/g, ''), most);
}
