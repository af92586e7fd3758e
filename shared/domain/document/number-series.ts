import { channelOf } from '../channel/in-force.ts';
import type { Channel } from '../organisation/organisation.ts';
import type { Settings } from '../setting/settings.ts';
import { CATALOGUE, type DocumentCode } from './catalogue/catalogue.ts';

/** A number the server must give: the case's or task's own, or a document's (domain notes §2.4). */
export interface NumberRequest {
  readonly target: { readonly kind: 'case' } | { readonly kind: 'task' } | { readonly kind: 'document'; readonly documentId: string };
  /** Counter key: one counter per series and year, gap-free. */
  readonly series: string;
  readonly year: number;
}

const CASE_PREFIX = 'SZZJ';

/**
 * The series of a document, e.g. `苏住建监罚字`: what stands before the year, and at once the counter's key, so that two
 * documents of one series can never carry the same number. `null` for kinds without a number. The channel's characters
 * are those configured for the day (domain notes §2.4: the bureau must confirm them).
 */
export function documentSeries(settings: Pick<Settings, 'authorityShort' | 'channels'>, channel: Channel, code: DocumentCode): string | null {
  const kind = CATALOGUE[code].series;
  return kind === null ? null : `${settings.authorityShort}${channelOf(settings, channel)?.numberCharacters ?? channel}${kind}字`;
}

/**
 * How the literals of a number are written (domain notes §2.4: not verified, the bureau decides). Enforcement documents
 * commonly have 字 and 第; 公文 after GB/T 9704-2012 have no 第.
 */
export const NUMBER_FORMS = { 'zi-di': '字〔年〕第×号', zi: '字〔年〕×号', plain: '〔年〕×号' } as const;
export type NumberForm = keyof typeof NUMBER_FORMS;
export const NUMBER_FORM_KEYS = Object.keys(NUMBER_FORMS) as [NumberForm, ...NumberForm[]];
export const DEFAULT_NUMBER_FORM: NumberForm = 'zi-di';

/**
 * e.g. `苏住建监罚字〔2026〕第1号`: brackets U+3014/U+3015, four-digit year, no leading zeros; the literals as the settings
 * of the day have them. The counter goes by series and year alone, so that a change of form neither repeats nor skips a number.
 */
export function documentNumber(series: string, year: number, n: number, { numberForm = DEFAULT_NUMBER_FORM }: Pick<Settings, 'numberForm'>): string {
  const prefix = numberForm === 'plain' ? series.replace(/字$/u, '') : series;
  return `${prefix}\u3014${year}\u3015${numberForm === 'zi-di' ? '第' : ''}${n}号`;
}

/** What a channel's first decision of a year is called, to be shown beside its configuration. */
export function exampleNumber(settings: Pick<Settings, 'authorityShort' | 'numberForm'>, numberCharacters: string, year: number): string {
  return documentNumber(`${settings.authorityShort}${numberCharacters}${CATALOGUE.CFJD.series}字`, year, 1, settings);
}

/** Counter key of the internal case numbers of a channel, e.g. `SZZJ-JC`. */
export function caseSeries(channel: Channel): string {
  return `${CASE_PREFIX}-${channel}`;
}

/** Counter key of the supervision tasks of a channel, e.g. `RW-JC`. */
export function taskSeries(channel: Channel): string {
  return `RW-${channel}`;
}

/** e.g. `SZZJ-JC-2026-00001`. */
export function caseNumber(series: string, year: number, n: number): string {
  return `${series}-${year}-${String(n).padStart(5, '0')}`;
}

/** Year in which a number is given, from a day `YYYY-MM-DD`. */
export function numberYear(today: string): number {
  return Number(today.slice(0, 4));
}
