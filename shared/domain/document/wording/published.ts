import type { ConfigVersion } from '../../config/version.ts';
import type { Wording } from './wording.ts';

/** Body of a configuration of kind `wording`; its key is the set, e.g. `CFJD`. */
interface WordingBody {
  readonly texts: Readonly<Record<string, string>>;
}

/** The set a version belongs to: what stands before its first hyphen. */
export function setOf(version: string): string {
  return version.slice(0, version.indexOf('-'));
}

/** e.g. `CFJD-P002`: the second version the bureau made of the wording of the decision. */
export function publishedId(set: string, version: number): string {
  return `${set}-P${String(version).padStart(3, '0')}`;
}

/**
 * Wordings published by the bureau, by set, the one that begins last at the end. One table a process, like the built-in
 * wordings themselves: whoever loads the configuration (server, worker, window) hands all of it over.
 */
let published: ReadonlyMap<string, readonly Wording<string>[]> = new Map();

/** Takes over every published version of the configuration; those of other kinds are passed by. */
export function publishWordings(configs: readonly ConfigVersion[]): void {
  const own = configs.filter((config): config is ConfigVersion<WordingBody> => config.kind === 'wording');
  const ordered = [...own].sort((a, b) => (a.effectiveFrom === b.effectiveFrom ? a.version - b.version : a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const bySet = new Map<string, Wording<string>[]>();
  for (const { key, version, effectiveFrom, body } of ordered) {
    const wording = { version: publishedId(key, version), from: effectiveFrom, texts: body.texts };
    bySet.set(key, [...(bySet.get(key) ?? []), wording]);
  }
  published = bySet;
}

export function publishedInForce(set: string, date: string): Wording<string> | null {
  return published.get(set)?.findLast((wording) => wording.from <= date) ?? null;
}

export function publishedVersion(set: string, version: unknown): Wording<string> | null {
  return published.get(set)?.find((wording) => wording.version === version) ?? null;
}

/** Draws with texts that nobody has published, as if they were in force from `from` on: for the preview of the editor. */
export function withTrialWording<T>(trial: { readonly set: string; readonly from: string; readonly texts: Readonly<Record<string, string>> }, draw: () => T): T {
  const before = published;
  published = new Map([...before, [trial.set, [{ version: `${trial.set}-TRIAL`, from: trial.from, texts: trial.texts }]]]);
  try {
    return draw();
  } finally {
    published = before;
  }
}
