/** A part of a page or picture as fractions (0–1) of its unturned width and height, from the upper left. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Which part of an exhibit a note is about; all `null`: the whole of it. */
export interface Place {
  /** 1-based page of a PDF. */
  readonly page: number | null;
  /** Second of a recording. */
  readonly second: number | null;
  readonly area: Area | null;
}

/** A note beside the original (批注). Kept when withdrawn. */
export interface Annotation extends Place {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly byName: string;
  readonly at: string;
  readonly withdrawn: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

/** `第 3 页`, `01:05`, `图中框选处`; empty for the whole exhibit. */
export function placeText(place: Place): string {
  const page = place.page === null ? '' : `第 ${String(place.page)} 页`;
  const second = place.second === null ? '' : durationText(place.second);
  const area = place.area === null ? '' : place.page === null ? '图中框选处' : '框选处';
  return [page, second, area].filter((part) => part !== '').join('，');
}

/** `01:05` or `1:02:03` of seconds. */
export function durationText(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(rest)}` : `${two(minutes)}:${two(rest)}`;
}

/** Whether an area lies within its page and has a size. */
export function isArea(area: Area): boolean {
  const { x, y, width, height } = area;
  return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1.000001 && y + height <= 1.000001;
}
