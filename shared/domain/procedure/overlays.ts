import type { CaseFile } from '../case-file/case-file.ts';
import { MEASURE_KINDS, type MeasureKind } from '../case-file/side-lines.ts';
import type { WorkCalendar } from '../time-limit/calendar.ts';
import { measureTerm } from '../time-limit/term.ts';

/** What holds beside the stage and freezes or starts clocks (domain notes §1.4). */
export const OVERLAYS = {
  reconsideration: '复议中',
  suit: '诉讼中',
  stayed: '停止执行',
  preservation: '登记保存有效期内',
  coercion: '强制措施有效期内',
  lapsed: '登记保存或者强制措施已逾期',
  published: '公示中',
  'crime-reported': '涉嫌犯罪待决定移送',
} as const;
export type OverlayKey = keyof typeof OVERLAYS;

export interface Overlay {
  readonly key: OverlayKey;
  readonly label: string;
  /** Day it began. */
  readonly since: string;
  /** Its last day, where it has one and the calendar reaches that far. */
  readonly until: string | null;
}

function overlay(key: OverlayKey, since: string, until: string | null = null): Overlay {
  return { key, label: OVERLAYS[key], since, until };
}

function remedyOverlays(file: CaseFile): readonly Overlay[] {
  return (file.remedies ?? []).filter((remedy) => remedy.endedOn === null).flatMap((remedy) => [
    overlay(remedy.kind, remedy.acceptedOn), ...(remedy.stay ? [overlay('stayed', remedy.acceptedOn)] : []),
  ]);
}

const KEY_OF: Readonly<Record<MeasureKind, OverlayKey>> = { preservation: 'preservation', sealing: 'coercion', seizure: 'coercion' };

/** A measure in its term; past it the goods are held without right, which is said until they are dealt with. */
function measureOverlays(file: CaseFile, calendar: WorkCalendar, today: string): readonly Overlay[] {
  return (file.measures ?? []).flatMap((measure) => {
    if (measure.startedOn === null || measure.settledOn !== null) return [];
    const term = measureTerm(measure, file.exclusions, calendar, today);
    const until = term?.ok === true ? term.value.dueOn : null;
    if (until === null || today <= until) return [overlay(KEY_OF[measure.kind], measure.startedOn, until)];
    return [{ ...overlay('lapsed', measure.startedOn, until), label: `${MEASURE_KINDS[measure.kind]}已逾期` }];
  });
}

/** The conditions that hold today beside the case's stage, in the order of the table above. */
export function overlays(file: CaseFile, calendar: WorkCalendar, today: string): readonly Overlay[] {
  const published = file.publication !== undefined && file.publication.takenDownOn === null ? [overlay('published', file.publication.publishedOn)] : [];
  const crime = file.transfer?.kind === 'police' && file.transfer.decidedAt === null ? [overlay('crime-reported', file.transfer.reportedOn ?? '')] : [];
  return [...remedyOverlays(file), ...measureOverlays(file, calendar, today), ...published, ...crime];
}
