import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { MEASURE_KINDS, type Measure, type Remedy } from '#shared/domain/case-file/side-lines.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';

export const REMEDY_KINDS = { reconsideration: '行政复议', suit: '行政诉讼' } as const;

export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** Whether a step can be meant for a measure: its approval, its extension, its end. */
function measureFits(event: CaseEvent, measure: Measure): boolean {
  if (measure.settledOn !== null) return false;
  if (event === 'approve-measure' || event === 'refuse-measure') return measure.approvedOn === null;
  if (measure.startedOn === null) return false;
  return event !== 'extend-measure' || (measure.kind !== 'preservation' && measure.extendedDays === 0);
}

export function measureLabel(measure: Measure): string {
  const [first] = measure.items;
  const more = measure.items.length > 1 ? `等 ${measure.items.length} 件` : '';
  return `${MEASURE_KINDS[measure.kind]}：${first?.name ?? '未列物品'}${more}`;
}

export function measureChoices(file: Pick<CaseFile, 'measures'>, event: CaseEvent): readonly Choice[] {
  return (file.measures ?? []).filter((measure) => measureFits(event, measure)).map((measure) => ({ id: measure.id, label: measureLabel(measure) }));
}

export function remedyLabel(remedy: Remedy): string {
  return `${REMEDY_KINDS[remedy.kind]}：${remedy.organ}，${remedy.acceptedOn} 受理`;
}

/** Reconsiderations and suits that have not ended. */
export function remedyChoices(file: Pick<CaseFile, 'remedies'>): readonly Choice[] {
  return (file.remedies ?? []).filter((remedy) => remedy.endedOn === null).map((remedy) => ({ id: remedy.id, label: remedyLabel(remedy) }));
}
