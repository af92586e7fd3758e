import type { ChannelBody } from '../channel/channel.ts';
import { type ConfigVersion, configInForce } from '../config/version.ts';
import type { Settings } from '../setting/settings.ts';
import type { DiscretionBody, DiscretionTable } from './table.ts';

/** Which table a channel goes by from a day on; `null`: from then on none, the tiers of the catalogue hold. */
export interface ChannelTable {
  readonly channel: string;
  readonly from: string;
  readonly table: DiscretionTable | null;
}

/** Every change, up to a day, of the table a channel goes by: of the table it names, or of that table's content. Oldest first. */
export function channelTables(configs: readonly ConfigVersion[], date: string): readonly ChannelTable[] {
  const begun = configs.filter(({ kind, effectiveFrom }) => (kind === 'channel' || kind === 'discretion') && effectiveFrom <= date);
  if (!begun.some(({ kind }) => kind === 'discretion')) return [];
  const days = [...new Set(begun.map(({ effectiveFrom }) => effectiveFrom))].sort();
  const channels = [...new Set(begun.filter(({ kind }) => kind === 'channel').map(({ key }) => key))];
  return channels.flatMap((channel) => days.map((from) => ({ channel, from, table: tableOn(begun, channel, from) })));
}

function tableOn(configs: readonly ConfigVersion[], channel: string, day: string): DiscretionTable | null {
  const named = configInForce(configs, 'channel', channel, day);
  const version = named === null ? null : configInForce(configs, 'discretion', (named.body as ChannelBody).discretionTable, day);
  return version === null ? null : { ...(version.body as DiscretionBody), key: version.key, effectiveFrom: version.effectiveFrom };
}

/** The table a channel went by on a day; `null` where it had none. */
export function tableOf(settings: Pick<Settings, 'discretionTables'> | null, channel: string, day: string): DiscretionTable | null {
  return settings?.discretionTables?.findLast((each) => each.channel === channel && each.from <= day)?.table ?? null;
}
