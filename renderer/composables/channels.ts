import { computed } from 'vue';
import { type ChannelConfig } from '#shared/domain/channel/channel.ts';
import { channelName, channelNames, channelsOf } from '#shared/domain/channel/in-force.ts';
import { useReference } from './reference.ts';

/** The channels in force, as configured; the three of a new installation until the reference data are there. */
export function useChannels() {
  const reference = useReference();
  const channels = computed<readonly ChannelConfig[]>(() => channelsOf(reference.settings));
  /** Key → name, for choices. */
  const names = computed(() => channelNames(reference.settings));
  const nameOf = (key: string): string => channelName(reference.settings, key);
  return { channels, names, nameOf };
}
