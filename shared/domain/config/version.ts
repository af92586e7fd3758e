/** Configuration in force from a day on, as the server published it. */
export interface ConfigVersion<Body = unknown> {
  /** A key of `CONFIG_KINDS`. */
  readonly kind: string;
  /** Which one of the kind, e.g. the channel's key. */
  readonly key: string;
  /** 1, 2, … within kind and key, in the order of proposal. */
  readonly version: number;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly effectiveFrom: string;
  readonly body: Body;
}

/** The version of one configuration in force on a day: of those that had begun the one that began last; `null` where none had. */
export function configInForce(versions: readonly ConfigVersion[], kind: string, key: string, date: string): ConfigVersion | null {
  return versions.filter((each) => each.kind === kind && each.key === key && each.effectiveFrom <= date)
    .reduce<ConfigVersion | null>((found, each) => (found === null || isLater(each, found) ? each : found), null);
}

/** Every configuration of a kind in force on a day, in the order of the keys' first version. */
export function configsInForce(versions: readonly ConfigVersion[], kind: string, date: string): readonly ConfigVersion[] {
  const keys = [...new Set(versions.filter((each) => each.kind === kind).map((each) => each.key))];
  return keys.flatMap((key) => configInForce(versions, kind, key, date) ?? []);
}

/** Of two that begin the same day the one proposed later holds. */
function isLater(one: ConfigVersion, other: ConfigVersion): boolean {
  return one.effectiveFrom === other.effectiveFrom ? one.version > other.version : one.effectiveFrom > other.effectiveFrom;
}
