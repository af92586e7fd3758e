import type { Settings } from './settings.ts';

/** Anything of which there are versions, each from its day on. */
interface Dated {
  readonly effectiveFrom: string;
}

/** The version in force on a day: the latest that had begun; `null` where none had. */
export function versionInForce<T extends Dated>(versions: readonly T[], date: string): T | null {
  return versions.reduce<T | null>((found, version) => (version.effectiveFrom <= date && (found === null || version.effectiveFrom >= found.effectiveFrom) ? version : found), null);
}

/**
 * The settings in force on a day. Before the first version the earliest holds: an old case is measured by the oldest
 * thresholds known. Throws where there are none at all.
 */
export function settingsInForce(versions: readonly Settings[], date: string): Settings {
  const found = versionInForce(versions, date) ?? versions.reduce<Settings | null>((first, each) => (first === null || each.effectiveFrom < first.effectiveFrom ? each : first), null);
  if (found === null) throw new Error('There are no settings');
  return found;
}
