/** A channel whose route asks the team and the division before the leader, for tests of what a route steers. */
import type { Approval } from '#shared/domain/case-file/case-file.ts';
import { DEFAULT_CHANNELS } from '#shared/domain/channel/defaults.ts';
import type { ChannelBody, ChannelConfig } from '#shared/domain/channel/channel.ts';
import type { Delegation } from '#shared/domain/officer/delegation.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { createWorld, OFFICERS, type World } from './world.ts';

type Route = ChannelBody['route'];

/** 大队 → 支队 → 分管 at filing and decision, 大队 → 支队 at the report; the rest as the core has it. */
export const LONG_ROUTE: Route = [
  { role: 'officer', title: '大队承办', points: [] },
  { role: 'unit-head', title: '大队审核', unit: '监察支队一大队', points: ['filing', 'report', 'decision', 'closing'] },
  { role: 'unit-head', title: '支队审核', unit: '监察支队', unitOnly: true, points: ['filing', 'report', 'decision'] },
  { role: 'legal-reviewer', title: '法制审核', points: ['review'] },
  { role: 'leader', title: '分管局领导', points: ['filing', 'notice', 'decision', 'no-penalty', 'closing'] },
];

function head(id: string, name: string, unitName: string, roles: Officer['roles'] = ['unit-head']): Officer {
  const { certificateNo: _none, ...model } = OFFICERS.find((officer) => officer.id === 'head-one') as Officer;
  return { ...model, id, loginName: id, name, unitName, roles, certificateNo: '' };
}

/** Beside `head-one` of 监察支队一大队: the head of another team, two of the division, and the bureau's. */
const HEADS: readonly Officer[] = [
  head('head-two', '戌二队', '监察支队二大队'), head('division-one', '亥支队', '监察支队'), head('division-two', '金支队', '监察支队'), head('only-bureau', '木局长', '局领导', ['bureau-head']),
];

/** The channels of a new installation, with 监察支队 on this route. */
export function channelsWith(route: Route): readonly ChannelConfig[] {
  return DEFAULT_CHANNELS.map((channel) => (channel.key === 'JC' ? { ...channel, route } : channel));
}

export function worldOf(route: Route, delegations: readonly Delegation[] = []): World {
  const base = createWorld();
  const channels = channelsWith(route);
  return { ...base, officers: new Map([...base.officers, ...HEADS.map((each) => [each.id, each] as const)]), settings: { ...base.settings, channels, delegations } };
}

/** An opinion signed as a node of a route. */
export function signature(from: Approval['from'], node: string, officerName: string, opinion: string, at: string): Approval {
  return { event: 'sign-approval', from, to: from, officerId: `officer-${node}`, officerName, opinion, node, at };
}
