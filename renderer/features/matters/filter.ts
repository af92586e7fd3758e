import type { Matter } from '#shared/domain/matter/matter.ts';
import type { Channel } from '#shared/domain/organisation/organisation.ts';

export const SYSTEMS = { city: '市级自建', province: '省级' } as const;
export type MatterSystem = keyof typeof SYSTEMS;

export interface MatterFilter {
  readonly text: string;
  readonly channel: Channel | '' | undefined;
  readonly system: MatterSystem | '' | undefined;
}

/** Every word must stand somewhere in the matter. */
export function filterMatters(matters: readonly Matter[], { text, channel, system }: MatterFilter): readonly Matter[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
  return matters.filter((matter) => {
    if (channel && matter.channel !== channel) return false;
    if (system && matter.system !== system) return false;
    const all = [matter.name, matter.code, matter.category, matter.object, matter.measures, matter.basis].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
