import { CHANNELS } from '../organisation/organisation.ts';
import type { Settings } from '../setting/settings.ts';
import type { ChannelConfig } from './channel.ts';
import { DEFAULT_CHANNELS } from './defaults.ts';

/** The channels in force: those of the settings as composed for the day, else the three of a new installation. */
export function channelsOf(settings: Pick<Settings, 'channels'> | null): readonly ChannelConfig[] {
  return settings?.channels ?? DEFAULT_CHANNELS;
}

/** `null` for a key that no configuration in force knows. */
export function channelOf(settings: Pick<Settings, 'channels'> | null, key: string): ChannelConfig | null {
  return channelsOf(settings).find((channel) => channel.key === key) ?? null;
}

/** What an officer reads; a channel no longer known keeps its key. */
export function channelName(settings: Pick<Settings, 'channels'> | null, key: string): string {
  return channelOf(settings, key)?.name ?? (CHANNELS as Readonly<Record<string, string>>)[key] ?? key;
}

/** Key → name, in the order of the keys' first publication. */
export function channelNames(settings: Pick<Settings, 'channels'> | null): Readonly<Record<string, string>> {
  return Object.fromEntries(channelsOf(settings).map(({ key, name }) => [key, name]));
}
