import type { HttpOutput } from '#shared/contract/http/contract.ts';
import { type ConfigVersion, configsInForce } from '#shared/domain/config/version.ts';

export type StoredConfig = HttpOutput<'configVersions'>['versions'][number];

/** Of each configuration of a kind the published version in force on a day. */
export function inForceOf(versions: readonly StoredConfig[], kind: string, today: string): readonly ConfigVersion[] {
  return configsInForce(versions.filter((version) => version.status === 'published'), kind, today);
}

/** Ids of the versions that are in force. */
export function idsInForce(versions: readonly StoredConfig[], inForce: readonly ConfigVersion[]): ReadonlySet<number> {
  return new Set(versions.filter((each) => each.status === 'published' && inForce.some(({ key, version }) => key === each.key && version === each.version)).map(({ id }) => id));
}
