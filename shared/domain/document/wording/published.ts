import { configInForce, type ConfigVersion } from '../../config/version.ts';
import type { Wording } from './wording.ts';

/** Where published wordings come from, and the day that is asked for. */
export interface WordingSource {
  /** Every published configuration, of any kind. */
  readonly configs?: readonly ConfigVersion[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** The set a version belongs to: what stands before its first hyphen. */
export function setOf(version: string): string {
  return version.slice(0, version.indexOf('-'));
}

/** e.g. `CFJD-P002`: the second version the bureau made of the wording of the decision. */
export function publishedId(set: string, version: number): string {
  return `${set}-P${String(version).padStart(3, '0')}`;
}

/** What the bureau published of a set and is in force that day; `null` where nothing is. */
export function publishedInForce(set: string, { configs, today }: WordingSource): Wording<string> | null {
  const found = configInForce(configs ?? [], 'wording', set, today);
  if (found === null) return null;
  const { texts } = found.body as { readonly texts: Readonly<Record<string, string>> };
  return { version: publishedId(set, found.version), from: found.effectiveFrom, texts };
}
