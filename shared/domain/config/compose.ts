import type { ChannelBody, ChannelConfig } from '../channel/channel.ts';
import { DEFAULT_CHANNELS } from '../channel/defaults.ts';
import { channelTables } from '../discretion/in-force.ts';
import type { DelegationBody } from '../officer/delegation-config.ts';
import type { Delegation } from '../officer/delegation.ts';
import { settingsInForce } from '../setting/in-force.ts';
import type { Settings } from '../setting/settings.ts';
import { type ConfigVersion, configInForce, configsInForce } from './version.ts';

/**
 * What the rules know of the configuration on a day: the settings in force, with the channels and the delegations in
 * force then, and the discretion tables of the channels. The same on desktop and server. Throws where there are no settings at all.
 */
export function composeSettings(stored: readonly Settings[], configs: readonly ConfigVersion[], date: string): Settings {
  const published = configInForce(configs, 'settings', 'current', date);
  const base = settingsInForce(stored, date);
  const own = published === null || published.effectiveFrom < base.effectiveFrom ? base : { ...(published.body as Settings), effectiveFrom: published.effectiveFrom };
  return { ...own, channels: channelsOn(configs, date), delegations: [...(base.delegations ?? []), ...delegationsOn(configs, date)], discretionTables: channelTables(configs, date) };
}

/** The channels of a new installation, each as configured since, and those published beside them. */
function channelsOn(configs: readonly ConfigVersion[], date: string): readonly ChannelConfig[] {
  const published = new Map(configsInForce(configs, 'channel', date).map((each): [string, ChannelConfig] => [each.key, { ...(each.body as ChannelBody), key: each.key }]));
  const known = DEFAULT_CHANNELS.map((channel) => published.get(channel.key) ?? channel);
  return [...known, ...[...published.values()].filter((channel) => !DEFAULT_CHANNELS.some((each) => each.key === channel.key))];
}

function delegationsOn(configs: readonly ConfigVersion[], date: string): readonly Delegation[] {
  return configsInForce(configs, 'delegation', date).map((each) => ({ ...(each.body as DelegationBody), id: each.key }))
    .filter(({ from, to }) => from <= date && date <= to);
}
