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

/** The version in force on `date`; the oldest one before any took effect. */
export function wordingInForce<K extends string>(versions: readonly [Wording<K>, ...Wording<K>[]], date: string): Wording<K> {
  return versions.findLast((wording) => wording.from <= date) ?? versions[0];
}

/** Version and first day of the newest wording, as a definition states them. */
export function newest<K extends string>(versions: readonly [Wording<K>, ...Wording<K>[]]): { readonly wordingVersion: string; readonly wordingFrom: string } {
  const { version, from } = versions.at(-1) ?? versions[0];
  return { wordingVersion: version, wordingFrom: from };
}

export function wordingOf<K extends string>(versions: readonly [Wording<K>, ...Wording<K>[]], version: unknown): Wording<K> {
  const found = versions.find((wording) => wording.version === version);
  if (found === undefined) throw new Error(`unknown wording: ${String(version)}`);
  return found;
}

/** Fills every `{name}`; a name without a value is an error of the programmer, not of the officer. */
export function fillIn(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`wording has no value for {${name}}`);
    return value;
  });
}
