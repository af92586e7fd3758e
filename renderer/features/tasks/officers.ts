import { type Officer, scopeOf } from '#shared/domain/officer/officer.ts';
import { inScope } from '#shared/domain/organisation/organisation.ts';

/** Those who inspect where the reader may look, by unit and name. */
export function inspectors(officers: Iterable<Officer>, reader: Officer | null): readonly Officer[] {
  if (reader === null) return [];
  return [...officers]
    .filter((officer) => officer.active && officer.roles.includes('officer') && inScope(scopeOf(reader), { district: officer.district, channel: officer.channel ?? reader.channel ?? '' }))
    .sort((one, other) => one.unitName.localeCompare(other.unitName, 'zh-CN') || one.name.localeCompare(other.name, 'zh-CN'));
}

/** Choices of a box; the reader himself stands apart as `me` and is left out. */
export function officerChoices(officers: Iterable<Officer>, reader: Officer | null): Readonly<Record<string, string>> {
  return Object.fromEntries(inspectors(officers, reader).filter((officer) => officer.id !== reader?.id).map((officer) => [officer.id, `${officer.name}　${officer.unitName}`]));
}
