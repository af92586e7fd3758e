/** The register of numbers (文号登记): which were given in a year, which are cancelled, whether one is missing. */

/** A number as it stands on a document. */
export interface GivenNumber {
  readonly docNo: string;
  readonly cancelled: boolean;
}

export interface NumberSeries {
  /** Counter key, e.g. `苏住建监罚字`, whatever the form of its numbers. */
  readonly series: string;
  readonly given: number;
  readonly cancelled: number;
  readonly last: number;
  /** Numbers up to the last that no document carries: none, where every number of the series is in sight. */
  readonly missing: readonly number[];
}

/** Series, year and serial number of a 文号 in any of its forms; `null` where it is none. */
export function parseNumber(docNo: string): { readonly series: string; readonly year: number; readonly n: number } | null {
  const found = /^(.+?)字?\u3014(\d{4})\u3015第?([1-9]\d*)号$/u.exec(docNo);
  return found === null ? null : { series: `${found[1] ?? ''}字`, year: Number(found[2]), n: Number(found[3]) };
}

/** The numbers of one year by series, in the order of their names. */
export function numberSeries(numbers: readonly GivenNumber[], year: number): readonly NumberSeries[] {
  const bySeries = new Map<string, { readonly n: number; readonly cancelled: boolean }[]>();
  for (const { docNo, cancelled } of numbers) {
    const parsed = parseNumber(docNo);
    if (parsed?.year === year) add(bySeries, parsed.series, { n: parsed.n, cancelled });
  }
  return [...bySeries].map(([series, given]) => seriesOf(series, given)).sort((one, other) => one.series.localeCompare(other.series, 'zh-CN'));
}

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

function seriesOf(series: string, given: readonly { readonly n: number; readonly cancelled: boolean }[]): NumberSeries {
  const numbers = new Set(given.map(({ n }) => n));
  const last = Math.max(...numbers);
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((n) => !numbers.has(n));
  return { series, given: numbers.size, cancelled: given.filter((each) => each.cancelled).length, last, missing };
}
