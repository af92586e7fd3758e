import type { Overlay } from '#shared/domain/procedure/overlays.ts';
import { daysBetween } from '#renderer/ui/format.ts';

export interface OverlayChip {
  readonly key: string;
  readonly text: string;
  readonly title: string;
  readonly kind: 'active' | 'near' | 'danger';
}

/** Calendar days before the end from which a chip warns. */
const NEAR = 3;

/** What holds beside the stage, in a few words: 「复议中」, 「登记保存有效期内 剩 2 天」. */
export function overlayChips(overlays: readonly Overlay[], today: string): readonly OverlayChip[] {
  return overlays.map((overlay, index) => {
    const left = overlay.until === null ? null : daysBetween(today, overlay.until);
    const rest = left === null || left < 0 ? '' : left === 0 ? ' 今天到期' : ` 剩 ${left} 天`;
    return {
      key: `${overlay.key}-${index}`,
      text: `${overlay.label}${rest}`,
      title: [overlay.since === '' ? '' : `自 ${overlay.since} 起`, overlay.until === null ? '' : `至 ${overlay.until}`].filter((part) => part !== '').join('，'),
      kind: overlay.key === 'lapsed' ? 'danger' : left !== null && left <= NEAR ? 'near' : 'active',
    };
  });
}
