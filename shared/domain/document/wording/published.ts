import { configInForce, type ConfigVersion } from '../../config/version.ts';
import type { Channel } from '../../organisation/organisation.ts';
import type { Wording } from './wording.ts';

/** Where published wordings come from, and the day and the channel that are asked for. */
export interface WordingSource {
  /** Every published configuration, of any kind. */
  readonly configs?: readonly ConfigVersion[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The case the document belongs to; its channel may have a variant of its own. Absent: the bureau's wording. */
  readonly file?: { readonly channel: Channel };
}

/** What a version of a wording holds. `ended`: from its day on a channel's variant is over and the bureau's text holds. */
export interface WordingBody {
  readonly texts: Readonly<Record<string, string>>;
  readonly ended?: boolean;
}

/** The set a version belongs to: what stands before its first hyphen. */
export function setOf(version: string): string {
  return version.slice(0, version.indexOf('-'));
}

/** Key of a channel's variant of a set, e.g. `CFJD@ZA`; `null` is the bureau's own wording, for every channel without one. */
export function wordingKey(set: string, channel: Channel | null): string {
  return channel === null ? set : `${set}@${channel}`;
}

/** The other way round. */
export function wordingKeyParts(key: string): { readonly set: string; readonly channel: Channel | null } {
  const [set = '', channel] = key.split('@');
  return { set, channel: channel ?? null };
}

/** e.g. `CFJD-P002`: the second version the bureau made of the wording of the decision; `CFJD@ZA-P001`: the first of a channel's variant. */
export function publishedId(key: string, version: number): string {
  return `${key}-P${String(version).padStart(3, '0')}`;
}

/**
 * What was published of a set and is in force that day, the one that holds first: the variant of the case's channel, then
 * the bureau's. Empty where neither is.
 */
export function publishedInForce(set: string, source: WordingSource): readonly Wording<string>[] {
  const channel = source.file?.channel ?? null;
  const keys = channel === null ? [set] : [wordingKey(set, channel), set];
  return keys.flatMap((key) => ofKey(key, source) ?? []);
}

function ofKey(key: string, { configs, today }: WordingSource): Wording<string> | null {
  const found = configInForce(configs ?? [], 'wording', key, today);
  if (found === null) return null;
  const { texts, ended } = found.body as WordingBody;
  return ended === true ? null : { version: publishedId(key, found.version), from: found.effectiveFrom, texts };
}
