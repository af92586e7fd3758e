import type { HttpOutput } from '#shared/contract/http/contract.ts';
import type { AppError } from '#shared/contract/result.ts';
import { CATALOGUE } from '#shared/domain/document/catalogue/catalogue.ts';
import { DOCUMENT_CODES, type DocumentCode } from '#shared/domain/document/document-file.ts';
import { PART_TITLES } from '#shared/domain/document/part-titles.ts';
import { wordingTitle } from '#shared/domain/document/wording/check.ts';
import { builtInOn } from '#shared/domain/document/wording/wording.ts';
import { builtInVersions, isWordingSet, WORDING_SETS, type WordingSet } from '#shared/domain/document/wording/wordings.ts';

export type Version = HttpOutput<'configVersions'>['versions'][number];
export type Texts = Readonly<Record<string, string>>;

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

/** Versions of one set, the newest first. */
export function versionsOf(all: readonly Version[], set: WordingSet): readonly Version[] {
  return all.filter((version) => version.key === set).sort((a, b) => b.version - a.version);
}

interface Standing {
  /** e.g. `内置 CFJD-2026-01` or `第2版`. */
  readonly label: string;
  readonly from: string;
  readonly texts: Texts;
}

/** What documents issued on a day carry; the same rule as `wordingInForce`. */
export function standingOn(all: readonly Version[], set: WordingSet, date: string): Standing {
  const builtIn = builtInOn(builtInVersions(set), date);
  const own = published(all, set).findLast((version) => version.effectiveFrom <= date);
  if (own === undefined || own.effectiveFrom < builtIn.from) return { label: `内置 ${builtIn.version}`, from: builtIn.from, texts: builtIn.texts };
  return { label: `本机关第 ${own.version} 版`, from: own.effectiveFrom, texts: complete(set, textsOf(own)) };
}

/** What a version is compared with: the published one before it, else what was built in. */
export function standingBefore(all: readonly Version[], set: WordingSet, version: Version): Standing {
  const before = published(all, set).findLast((other) => other.version < version.version && other.effectiveFrom <= version.effectiveFrom);
  if (before !== undefined) return { label: `本机关第 ${before.version} 版`, from: before.effectiveFrom, texts: complete(set, textsOf(before)) };
  const builtIn = builtInOn(builtInVersions(set), version.effectiveFrom);
  return { label: `内置 ${builtIn.version}`, from: builtIn.from, texts: builtIn.texts };
}

/** Keys whose text differs, in the order of the built-in version. */
export function changedKeys(before: Texts, after: Texts): readonly string[] {
  return Object.keys(before).filter((key) => after[key] !== before[key]);
}

function published(all: readonly Version[], set: WordingSet): readonly Version[] {
  return all.filter((version) => version.key === set && version.status === 'published')
    .sort((a, b) => (a.effectiveFrom === b.effectiveFrom ? a.version - b.version : a.effectiveFrom < b.effectiveFrom ? -1 : 1));
}

function complete(set: WordingSet, texts: Texts): Texts {
  const versions = builtInVersions(set);
  return { ...(versions.at(-1) ?? versions[0]).texts, ...texts };
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
  /** `内置`, `第2版`, with what waits beside it. */
  readonly state: string;
  readonly waiting: boolean;
}

interface SetGroup {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly SetRow[];
}

/** Every set by the parts of the catalogue; `query` is a part of the name. */
export function setGroups(all: readonly Version[], today: string, query: string): readonly SetGroup[] {
  const wanted = query.trim();
  const rows = WORDING_SETS.filter((set) => wordingTitle(set).includes(wanted)).map((set) => ({ row: setRow(all, set, today), no: CATALOGUE[codesOf(set)[0]].no }));
  const inOrder = rows.sort((a, b) => orderOf(a.row.set) - orderOf(b.row.set));
  return Object.entries(PART_TITLES).map(([key, title]) => ({ key, title, rows: inOrder.filter(({ no }) => no.startsWith(key)).map(({ row }) => row) })).filter((group) => group.rows.length > 0);
}

function orderOf(set: WordingSet): number {
  return DOCUMENT_CODES.indexOf(codesOf(set)[0]);
}

function setRow(all: readonly Version[], set: WordingSet, today: string): SetRow {
  const own = standingOn(all, set, today);
  const waiting = all.some((version) => version.key === set && version.status === 'submitted');
  const coming = published(all, set).some((version) => version.effectiveFrom > today);
  const state = [own.label.startsWith('内置') ? '内置' : own.label.replace('本机关', ''), coming ? '另有待生效' : '', waiting ? '待审核' : ''].filter((part) => part !== '').join('，');
  return { set, title: wordingTitle(set), state, waiting };
}

export function setFrom(param: string | undefined): WordingSet {
  return param !== undefined && isWordingSet(param) ? param : 'CFJD';
}
