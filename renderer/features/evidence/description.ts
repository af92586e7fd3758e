import type { FieldChange } from '#renderer/composables/field-edits.ts';
import type { Evidence } from '#shared/domain/evidence/evidence.ts';
import { particularsOf } from '#shared/domain/evidence/particulars.ts';
import type { IncomingEvidence } from './incoming.ts';
import { instantOfLocal, localOfInstant } from './local-time.ts';

const TEXTS = ['kind', 'title', 'proves', 'takenPlace', 'takenBy'] as const;

/** An exhibit as its description is edited. */
export function descriptionOf(seen: Evidence): IncomingEvidence {
  const { file } = seen;
  return {
    id: seen.id, kind: seen.kind, title: seen.title, proves: seen.proves, takenAt: localOfInstant(seen.takenAt), takenPlace: seen.takenPlace, takenBy: seen.takenBy,
    file: file === null ? null : { ...file, takenAt: null, takenPlace: '' },
    particulars: seen.particulars ?? {}, origin: seen.origin ?? { takenAt: 'typed', takenPlace: 'typed' }, measureId: seen.measureId ?? null, scanKey: null,
  };
}

/** Only what really changed: a time the editor did not touch keeps its seconds. */
export function descriptionChanges(seen: Evidence, item: IncomingEvidence): readonly FieldChange[] {
  const texts = TEXTS.filter((key) => seen[key] !== item[key].trim()).map((key) => ({ path: key, from: seen[key], to: item[key].trim() }));
  const time = item.takenAt === localOfInstant(seen.takenAt) ? [] : [{ path: 'takenAt', from: seen.takenAt, to: instantOfLocal(item.takenAt) }];
  const before = seen.measureId ?? null;
  const measure = item.measureId === before ? [] : [{ path: 'measureId', from: before, to: item.measureId }];
  return [...texts, ...time, ...particularChanges(seen, item), ...measure];
}

function particularChanges(seen: Evidence, item: IncomingEvidence): readonly FieldChange[] {
  return particularsOf(item).flatMap(({ key }) => {
    const [from, to] = [seen.particulars?.[key] ?? '', (item.particulars[key] ?? '').trim()];
    return from === to ? [] : [{ path: `particulars.${key}`, from, to }];
  });
}
