import type { Area } from '#shared/domain/evidence/annotation.ts';

/** Where an area of the unturned page stands once the page is turned clockwise by 0, 90, 180 or 270 degrees. */
export function turnArea(area: Area, turn: number): Area {
  const { x, y, width, height } = area;
  switch (((turn % 360) + 360) % 360) {
    case 90: return { x: 1 - y - height, y: x, width: height, height: width };
    case 180: return { x: 1 - x - width, y: 1 - y - height, width, height };
    case 270: return { x: y, y: 1 - x - width, width: height, height: width };
    default: return area;
  }
}

/** The area between two points of a page, kept within it; `null` when it is too small to have been meant. */
export function areaBetween(from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }): Area | null {
  const [left, right] = [within(Math.min(from.x, to.x)), within(Math.max(from.x, to.x))];
  const [top, bottom] = [within(Math.min(from.y, to.y)), within(Math.max(from.y, to.y))];
  const area = { x: left, y: top, width: right - left, height: bottom - top };
  return area.width < 0.008 || area.height < 0.008 ? null : area;
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}
