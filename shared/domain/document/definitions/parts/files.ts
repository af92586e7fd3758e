/** How documents print files: sizes, hashes and names that must fold inside a narrow cell. */

/** `1.2 MB`, `820 KB`, `96 B`. */
export function fileSize(bytes: number): string {
  if (bytes >= 1_048_576) return `${(bytes / 1_048_576).toFixed(1)} MB`;
  return bytes >= 1024 ? `${Math.round(bytes / 1024)} KB` : `${bytes} B`;
}

/** A hash in groups of 16 characters, so that it folds and can be compared by eye. */
export function digest(hash: string): string {
  return hash.replace(/\s/gu, '').replace(/([0-9A-Fa-f]{16})(?=[0-9A-Fa-f])/gu, '$1 ');
}

/** Lets a run of Latin letters and digits fold after so many of them; the places are of zero width. */
export function foldable(value: string, run = 12): string {
  return value.replace(new RegExp(`[!-~]{${run}}(?=[!-~])`, 'gu'), '$&\u200B');
}
