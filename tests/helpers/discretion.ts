import type { ChannelBody } from '#shared/domain/channel/channel.ts';
import { DEFAULT_CHANNELS } from '#shared/domain/channel/defaults.ts';
import type { ConfigVersion } from '#shared/domain/config/version.ts';
import type { DiscretionBody, DiscretionRow } from '#shared/domain/discretion/table.ts';

type Bounds = readonly [number, number];

export function discretionRow(violationId: string, light: Bounds, normal: Bounds, heavy: Bounds, stage: DiscretionRow['stage'] = null): DiscretionRow {
  const tier = ([min, max]: Bounds, when: string): DiscretionRow['light'] => ({ min, max, when });
  return { violationId, stage, light: tier(light, '首次违法且在通知前改正'), normal: tier(normal, '经催告后改正'), heavy: tier(heavy, '造成危害后果') };
}

/** An invented table: J16 (law: 10,000–100,000 yuan) and J01 (law: 1–2 % of the contract price). */
export const TABLE: DiscretionBody = {
  name: '示例市工程建设行政处罚裁量基准', documentNo: '示建规〔2026〕1号', unverified: true,
  weights: { scale: 30, consequence: 50, repeats: 20 },
  rows: [discretionRow('J16', [10_000, 15_000], [15_000, 50_000], [50_000, 100_000]), discretionRow('J01', [1, 1.2], [1.2, 1.6], [1.6, 2])],
};

/** The channel JC as it comes, going by a table from a day on. */
export function channelBody(discretionTable: string): ChannelBody {
  const [jc] = DEFAULT_CHANNELS;
  if (jc === undefined) throw new Error('no channels');
  const { key: _key, ...body } = jc;
  return { ...body, discretionTable };
}

/** The table published from `tableFrom` on, and JC going by it from `channelFrom` on. */
export function tableConfigs(tableFrom: string, channelFrom: string, body: DiscretionBody = TABLE): readonly ConfigVersion[] {
  return [
    { kind: 'discretion', key: 'GCJS', version: 1, effectiveFrom: tableFrom, body },
    { kind: 'channel', key: 'JC', version: 1, effectiveFrom: channelFrom, body: channelBody('GCJS') },
  ];
}
