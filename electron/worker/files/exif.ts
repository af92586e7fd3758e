import { photoFacts } from '#shared/domain/evidence/exif.ts';

const TURNS: Readonly<Record<number, 90 | 180 | 270>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };

/** Degrees clockwise by which a JPEG is to be turned to stand upright; mirrored ones count as their unmirrored kind. */
export function uprightTurn(jpeg: Uint8Array): 0 | 90 | 180 | 270 {
  return TURNS[photoFacts(jpeg)?.orientation ?? 1] ?? 0;
}
