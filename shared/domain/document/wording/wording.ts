import type { DocumentData } from '../definition.ts';
import { publishedInForce, setOf, type WordingSource } from './published.ts';

/**
 * Statutory and standing text of a document, versioned: a document is always drawn with the version it was issued with.
 * `{name}` is a place filled from the data. A new version is a new entry at the end, never a change of an old one.
 */
export interface Wording<K extends string> {
  readonly version: string;
  /** First day on which documents are issued with it, `YYYY-MM-DD`. */
  readonly from: string;
  readonly texts: Readonly<Record<K, string>>;
}

type Versions<K extends string> = readonly [Wording<K>, ...Wording<K>[]];

/**
 * The version in force on a day for a case: its channel's variant, else what the bureau published, unless a built-in
 * version began later, because that is how a change of the law arrives. Before any took effect, the oldest built-in one.
 */
export function wordingInForce<K extends string>(versions: Versions<K>, source: WordingSource): Wording<K> {
  const builtIn = builtInOn(versions, source.today);
  const own = publishedInForce(setOf(versions[0].version), source).find(({ from }) => from >= builtIn.from);
  return own === undefined ? builtIn : completed(own, versions);
}

/** The newest built-in version that had begun on `date`. */
export function builtInOn<K extends string>(versions: Versions<K>, date: string): Wording<K> {
  return versions.findLast((wording) => wording.from <= date) ?? versions[0];
}

/** Version and first day of the newest built-in wording, as a definition states them. */
export function newest<K extends string>(versions: Versions<K>): { readonly wordingVersion: string; readonly wordingFrom: string } {
  const { version, from } = versions.at(-1) ?? versions[0];
  return { wordingVersion: version, wordingFrom: from };
}

/**
 * The wording a document was made with, by the version its data names. A published one has its texts frozen in the data
 * (`wordingTexts`), so that the paper can be drawn where that version never arrived. Throws where neither is known.
 */
export function wordingOf<K extends string>(versions: Versions<K>, data: DocumentData): Wording<K> {
  const version = String(data['wordingVersion']);
  const found = versions.find((wording) => wording.version === version);
  if (found !== undefined) return found;
  const texts = data['wordingTexts'];
  if (typeof texts !== 'object' || texts === null) throw new Error(`unknown wording: ${version}`);
  return completed({ version, from: '', texts: texts as Readonly<Record<string, string>> }, versions);
}

/** A text that a later release brought is taken from there: a published version cannot have had it. */
function completed<K extends string>(own: Wording<string>, versions: Versions<K>): Wording<K> {
  return { ...own, texts: { ...(versions.at(-1) ?? versions[0]).texts, ...own.texts } };
}

/** Fills every `{name}`; a name without a value is an error of the programmer, not of the officer. */
export function fillIn(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`wording has no value for {${name}}`);
    return value;
  });
}
