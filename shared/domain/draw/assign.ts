import type { Channel, District } from '../organisation/organisation.ts';
import { mayLead, maySee, type PoolObject, type PoolOfficer, type Recusal } from './pool.ts';
import type { Stream } from './stream.ts';

/** Two officers for an object: 主检 first. */
export type Pair = readonly [string, string];

/** Who may go where, as indexes into the list of officers. */
interface Team {
  readonly all: readonly number[];
  readonly leading: readonly number[];
}

/** The officers who may be sent to an object: those who may see its task and have no stake in it. */
export type TeamOf = (object: Pick<PoolObject, 'id' | 'district'>) => Team;

export function teamsOf(officers: readonly PoolOfficer[], channel: Channel, recusals: readonly Recusal[]): TeamOf {
  const teams = new Map<District, Team>();
  const recused = new Map<string, Set<string>>();
  for (const { officerId, objectId } of recusals) recused.set(objectId, (recused.get(objectId) ?? new Set()).add(officerId));
  const ofDistrict = (district: District): Team => {
    const all = officers.flatMap((officer, index) => (maySee(officer, district, channel) ? [index] : []));
    return { all, leading: all.filter((index) => leads(index)) };
  };
  const leads = (index: number): boolean => {
    const officer = officers[index];
    return officer !== undefined && mayLead(officer, channel);
  };
  return ({ id, district }) => {
    const team = teams.get(district) ?? ofDistrict(district);
    teams.set(district, team);
    const away = recused.get(id);
    if (away === undefined) return team;
    const free = (index: number): boolean => !away.has(officers[index]?.id ?? '');
    return { all: team.all.filter(free), leading: team.leading.filter(free) };
  };
}

/** Whether two of them, one leading, can be found. */
export function canBePaired({ all, leading }: Team): boolean {
  return all.length >= 2 && leading.length > 0;
}

/**
 * Officers for the drawn objects, in the order of drawing. Of those eligible only the ones sent out least in this draw stand
 * in the pot, in the order of the list, each with the same chance; first who leads, then the second. Earlier work does not
 * count: nobody can be kept out of a draw by giving him other tasks.
 */
export function assignPairs(objects: readonly PoolObject[], officers: readonly PoolOfficer[], channel: Channel, recusals: readonly Recusal[], stream: Stream): readonly Pair[] {
  const teamOf = teamsOf(officers, channel, recusals);
  const sent = new Uint32Array(officers.length);
  const take = (from: readonly number[], except: number): number => {
    let [least, count] = [Number.POSITIVE_INFINITY, 0];
    for (const index of from) {
      const times = sent[index] ?? 0;
      if (index === except || times > least) continue;
      count = times < least ? 1 : count + 1;
      least = times;
    }
    let left = stream.below(count);
    const found = from.find((index) => index !== except && sent[index] === least && left-- === 0) ?? except;
    sent[found] = least + 1;
    return found;
  };
  return objects.map((object): Pair => {
    const team = teamOf(object);
    const leader = take(team.leading, -1);
    return [officers[leader]?.id ?? '', officers[take(team.all, leader)]?.id ?? ''];
  });
}
