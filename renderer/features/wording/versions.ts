import type { HttpOutput } from '#shared/contract/http/contract.ts';
import type { AppError } from '#shared/contract/result.ts';
import { CATALOGUE } from '#shared/domain/document/catalogue/catalogue.ts';
import { DOCUMENT_CODES, type DocumentCode } from '#shared/domain/document/document-file.ts';
import { PART_TITLES } from '#shared/domain/document/part-titles.ts';
import { wordingTitle } from '#shared/domain/document/wording/check.ts';
import { wordingKey, wordingKeyParts } from '#shared/domain/document/wording/published.ts';
import { wordingInForce } from '#shared/domain/document/wording/wording.ts';
import { builtInVersions, isWordingSet, WORDING_SETS, type WordingSet } from '#shared/domain/document/wording/wordings.ts';
import type { Channel } from '#shared/domain/organisation/organisation.ts';

export type Version = HttpOutput<'configVersions'>['versions'][number];
export type Texts = Readonly<Record<string, string>>;

/** Whose wording of which kind of document: the bureau's (`null`), for every channel, or one channel's own. */
export interface Target {
  readonly set: WordingSet;
  readonly channel: Channel | null;
}

export function keyOf({ set, channel }: Target): string {
  return wordingKey(set, channel);
}

/** The kinds of document a set is printed on: its own, or the papers of the volume. */
export function codesOf(set: WordingSet): readonly [DocumentCode, ...DocumentCode[]] {
  if (set !== 'VOLUME') return [set];
  const [first = 'JF', ...rest] = DOCUMENT_CODES.filter((code) => CATALOGUE[code].no.startsWith('G'));
  return [first, ...rest];
}

/** The texts of a version as the server keeps them. */
export function textsOf(version: Version): Texts {
  const { body } = version;
  const texts = typeof body === 'object' && body !== null && 'texts' in body ? body.texts : null;
  return typeof texts === 'object' && texts !== null ? (texts as Texts) : {};
}

/** Whether it ends a channel's variant instead of changing it. */
export function endsVariant({ body }: Version): boolean {
  return typeof body === 'object' && body !== null && 'ended' in body && body.ended === true;
}

/** Versions of one wording, the newest first. */
export function versionsOf(all: readonly Version[], target: Target): readonly Version[] {
  return all.filter((version) => version.key === keyOf(target)).sort((a, b) => b.version - a.version);
}

/** Where a text comes from, as the page calls it. */
export const SOURCES = { 'built-in': '内置', bureau: '全局', channel: '渠道' } as const;
type Source = keyof typeof SOURCES;

export interface Standing {
  readonly source: Source;
  /** e.g. `内置 CFJD-2026-01`, `全局第 2 版` or `渠道第 1 版`. */
  readonly label: string;
  readonly from: string;
  readonly texts: Texts;
}

/** What documents issued on a day carry, by the rule of the documents themselves. */
export function standingOn(all: readonly Version[], { set, channel }: Target, today: string): Standing {
  const configs = all.filter((version) => version.status === 'published');
  const { version, from, texts } = wordingInForce(builtInVersions(set), { configs, today, ...(channel === null ? {} : { file: { channel } }) });
  const number = /-P(\d+)$/u.exec(version)?.[1];
  const source = number === undefined ? 'built-in' : version.includes('@') ? 'channel' : 'bureau';
  return { source, label: number === undefined ? `${SOURCES[source]} ${version}` : `${SOURCES[source]}第 ${Number(number)} 版`, from, texts };
}

/** What a version is compared with: what was in force on its day without it and its successors. */
export function standingBefore(all: readonly Version[], target: Target, version: Version): Standing {
  return standingOn(all.filter((other) => other.key !== version.key || other.version < version.version), target, version.effectiveFrom);
}

/** What documents carry from the day of a version on: its own texts, or the bureau's where it ends the variant. */
export function standingAfter(all: readonly Version[], target: Target, version: Version): Texts {
  if (endsVariant(version)) return standingOn(all, { ...target, channel: null }, version.effectiveFrom).texts;
  return { ...standingBefore(all, target, version).texts, ...textsOf(version) };
}

/** Whether the channel has a text of its own, in force or to come, that may be ended. */
export function mayEnd(all: readonly Version[], target: Target): boolean {
  const last = published(all, target).at(-1);
  return target.channel !== null && last !== undefined && !endsVariant(last);
}

/** What an administrator should know of a channel's wording beside its text; empty: nothing. */
export function remarkOn(all: readonly Version[], target: Target, today: string): string {
  if (target.channel === null) return '';
  const [own, bureau] = [standingOn(all, target, today), standingOn(all, { ...target, channel: null }, today)];
  if (own.source !== 'channel') return `这个渠道没有自己的文字，现用${bureau.label}。改动任何一段并提交审核，即成为渠道自己的文字。`;
  return bureau.from > own.from ? `全局文字在渠道文字之后又修改过（${bureau.label}，${bureau.from} 起），请对比后决定渠道文字是否一并修改。` : '';
}

/** Keys whose text differs, in the order of the built-in version. */
export function changedKeys(before: Texts, after: Texts): readonly string[] {
  return Object.keys(before).filter((key) => after[key] !== before[key]);
}

function published(all: readonly Version[], target: Target): readonly Version[] {
  return all.filter((version) => version.key === keyOf(target) && version.status === 'published')
    .sort((a, b) => (a.effectiveFrom === b.effectiveFrom ? a.version - b.version : a.effectiveFrom < b.effectiveFrom ? -1 : 1));
}

/** Refusals by the key of the text they stand against. */
export function byKey(refusals: readonly AppError[]): ReadonlyMap<string, readonly AppError[]> {
  const found = new Map<string, readonly AppError[]>();
  for (const refusal of refusals) {
    const key = String(refusal.details?.['path'] ?? '').replace(/^texts\./u, '');
    found.set(key, [...(found.get(key) ?? []), refusal]);
  }
  return found;
}

interface SetRow {
  readonly set: WordingSet;
  readonly title: string;
  /** `内置`, `全局第 2 版`, `渠道第 1 版`, with what waits beside it. */
  readonly state: string;
  readonly waiting: boolean;
}

interface SetGroup {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly SetRow[];
}

/** Every set by the parts of the catalogue, as it stands for the bureau or a channel; `query` is a part of the name. */
export function setGroups(all: readonly Version[], channel: Channel | null, today: string, query: string): readonly SetGroup[] {
  const wanted = query.trim();
  const rows = WORDING_SETS.filter((set) => wordingTitle(set).includes(wanted)).map((set) => ({ row: setRow(all, { set, channel }, today), no: CATALOGUE[codesOf(set)[0]].no }));
  const inOrder = rows.sort((a, b) => orderOf(a.row.set) - orderOf(b.row.set));
  return Object.entries(PART_TITLES).map(([key, title]) => ({ key, title, rows: inOrder.filter(({ no }) => no.startsWith(key)).map(({ row }) => row) })).filter((group) => group.rows.length > 0);
}

function orderOf(set: WordingSet): number {
  return DOCUMENT_CODES.indexOf(codesOf(set)[0]);
}

function setRow(all: readonly Version[], target: Target, today: string): SetRow {
  const own = standingOn(all, target, today);
  const waiting = versionsOf(all, target).some((version) => version.status === 'submitted');
  const coming = published(all, target).some((version) => version.effectiveFrom > today);
  const variants = target.channel === null ? variantsOf(all, target.set, today) : 0;
  const state = [own.source === 'built-in' ? '内置' : own.label, variants > 0 ? `${variants} 个渠道另有文字` : '', coming ? '另有待生效' : '', waiting ? '待审核' : ''].filter((part) => part !== '').join('，');
  return { set: target.set, title: wordingTitle(target.set), state, waiting };
}

/** How many channels have a text of their own in force. */
function variantsOf(all: readonly Version[], set: WordingSet, today: string): number {
  const channels = new Set(all.filter((version) => version.key.startsWith(`${set}@`)).flatMap((version) => wordingKeyParts(version.key).channel ?? []));
  return [...channels].filter((channel) => standingOn(all, { set, channel }, today).source === 'channel').length;
}

export function setFrom(param: string | undefined): WordingSet {
  return param !== undefined && isWordingSet(param) ? param : 'CFJD';
}
