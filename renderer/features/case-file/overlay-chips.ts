import type { Overlay } from '#shared/domain/procedure/overlays.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { workingDaysBetween } from '#shared/domain/time-limit/count.ts';
import { daysBetween } from '#renderer/ui/format.ts';

export interface OverlayChip {
  readonly key: string;
  readonly text: string;
  readonly title: string;
  readonly kind: 'active' | 'near' | 'danger';
}

/** Calendar days before the end from which a chip warns. */
const NEAR = 3;

/** A preservation lasts seven working days, and is counted as its section counts it. */
function remaining({ key }: Overlay, until: string, today: string, calendar: WorkCalendar): string | null {
  const days = key === 'preservation' ? workingDaysBetween(calendar, today, until) : null;
  return days?.ok === true ? `${days.value} 个工作日` : null;
}

/** What holds beside the stage, in a few words: 「复议中」, 「登记保存 剩 2 个工作日」. */
export function overlayChips(overlays: readonly Overlay[], today: string, calendar: WorkCalendar): readonly OverlayChip[] {
  return overlays.map((overlay, index) => {
    const left = overlay.until === null ? null : daysBetween(today, overlay.until);
    const rest = left === null || left < 0 ? '' : left === 0 ? ' 今天到期' : ` 剩 ${remaining(overlay, overlay.until ?? today, today, calendar) ?? `${left} 天`}`;
    return {
      key: `${overlay.key}-${index}`,
      text: rest === '' ? overlay.label : `${overlay.label.replace('有效期内', '')}${rest}`,
      title: [overlay.since === '' ? '' : `自 ${overlay.since} 起`, overlay.until === null ? '' : `至 ${overlay.until}`].filter((part) => part !== '').join('，'),
      kind: overlay.key === 'lapsed' ? 'danger' : left !== null && left <= NEAR ? 'near' : 'active',
    };
  });
}
