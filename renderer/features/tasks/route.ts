import type { TaskListItem } from '#shared/contract/task-views.ts';
import { type District, DISTRICTS } from '#shared/domain/organisation/organisation.ts';

/** A group of visits near each other. */
export interface Stretch {
  readonly area: string;
  readonly stops: readonly TaskListItem[];
}

const PREFIX = /^(江苏省)?(苏州市)?/;
const AREA = /^(?:(.{2,6}?(?:区|县|市|新城))(?!域))?([^区县市路号]{1,8}?(?:街道|镇|乡|开发区|度假区))?/;

/** Street or town of a place as an address words it, e.g. `吴中区木渎镇`; the task's district where the text names none. */
export function areaOf(place: string, district: District): string {
  const text = place.trim().replace(PREFIX, '');
  const [found = '', , street = ''] = AREA.exec(text) ?? [];
  if (found === '') return DISTRICTS[district];
  return street === found ? `${DISTRICTS[district].replace(/（.*/, '')}${street}` : found;
}

/** Stops in the order kept on this machine; those it does not know come after, by area and place. */
export function orderedStops(items: readonly TaskListItem[], kept: readonly string[]): readonly TaskListItem[] {
  const at = (item: TaskListItem): number => (kept.includes(item.id) ? kept.indexOf(item.id) : kept.length);
  return items.toSorted((one, other) => at(one) - at(other)
    || areaOf(one.place, one.district).localeCompare(areaOf(other.place, other.district), 'zh-CN') || one.place.localeCompare(other.place, 'zh-CN') || one.id.localeCompare(other.id));
}

/** Neighbouring stops of one area under one heading; an area visited twice has two. */
export function stretches(stops: readonly TaskListItem[]): readonly Stretch[] {
  const found: { area: string; stops: TaskListItem[] }[] = [];
  for (const stop of stops) {
    const area = areaOf(stop.place, stop.district);
    const last = found.at(-1);
    if (last?.area === area) last.stops.push(stop);
    else found.push({ area, stops: [stop] });
  }
  return found;
}

/** The ids with one of them moved by so many places; unchanged at the ends. */
export function moved(ids: readonly string[], id: string, by: number): readonly string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  const next = ids.filter((each) => each !== id);
  next.splice(to, 0, id);
  return next;
}

/** Orders kept by officer and day; ids only, nothing of a party. */
export type KeptRoutes = readonly (readonly [key: string, ids: readonly string[]])[];
const KEPT = 40;

export function isKeptRoutes(value: unknown): value is KeptRoutes {
  return Array.isArray(value) && value.every((each: unknown) => Array.isArray(each) && typeof each[0] === 'string' && Array.isArray(each[1]) && each[1].every((id: unknown) => typeof id === 'string'));
}

export function keptRoute(routes: KeptRoutes, key: string): readonly string[] {
  return routes.find(([each]) => each === key)?.[1] ?? [];
}

/** With the newest first; the oldest are let go. */
export function keepRoute(routes: KeptRoutes, key: string, ids: readonly string[]): KeptRoutes {
  return [[key, ids] as const, ...routes.filter(([each]) => each !== key)].slice(0, KEPT);
}
