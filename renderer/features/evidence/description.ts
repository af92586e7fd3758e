import type { FieldChange } from '#renderer/composables/field-edits.ts';
import type { Evidence } from '#shared/domain/evidence/evidence.ts';
import type { IncomingEvidence } from './incoming.ts';
import { instantOfLocal, localOfInstant } from './local-time.ts';

const TEXTS = ['kind', 'title', 'proves', 'takenPlace', 'takenBy'] as const;

/** Only what really changed: a time the editor did not touch keeps its seconds. */
export function descriptionChanges(seen: Evidence, item: IncomingEvidence): readonly FieldChange[] {
  const texts = TEXTS.filter((key) => seen[key] !== item[key].trim()).map((key) => ({ path: key, from: seen[key], to: item[key].trim() }));
  if (item.takenAt === localOfInstant(seen.takenAt)) return texts;
  return [...texts, { path: 'takenAt', from: seen.takenAt, to: instantOfLocal(item.takenAt) }];
}
