import type { Discretion, Penalty } from '#shared/domain/case-file/case-file.ts';
import { CLUE_SOURCE_KEYS, type ClueSource } from '#shared/domain/case-file/case-file.ts';
import { reachesHearingThreshold } from '#shared/domain/case-file/hearing.ts';
import { needsBase, statutoryRange, tierRange } from '#shared/domain/money/fine-range.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { CHANNEL_KEYS, CITY, DISTRICT_KEYS, DISTRICTS, inScope, type Channel, type District } from '#shared/domain/organisation/organisation.ts';
import { certificateValidOn, scopeOf } from '#shared/domain/officer/officer.ts';
import { copyOfParty, type Party, type PartyRecord } from '#shared/domain/party/party.ts';
import type { Project, ProjectRecord } from '#shared/domain/project/project.ts';
import type { Settings } from '#shared/domain/setting/settings.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import type { Tier, Violation } from '#shared/domain/violation/violation.ts';
import { companyKind, inventedPersonParty } from '../people.ts';
import type { Random } from '../random.ts';
import { PERSONAL_SUBJECT } from '../words.ts';
import type { Line } from './side-lines.ts';
import { factors } from './texts.ts';

/** Everything a case is laid out from, before any history. */
export interface Outline {
  readonly id: string;
  readonly channel: Channel;
  readonly district: District;
  readonly source: ClueSource;
  readonly violation: Violation;
  readonly party: Party;
  readonly project: Project;
  readonly officers: readonly Officer[];
  readonly head: Officer;
  readonly reviewer: Officer;
  readonly leader: Officer;
  /** Host and recorder, where there are. */
  readonly hosts: readonly Officer[];
  readonly archivist: Officer | undefined;
  readonly discretion: Discretion;
  readonly penalty: Penalty;
}

/** What outlines choose from. */
export interface Pool {
  readonly officers: readonly Officer[];
  readonly violations: readonly Violation[];
  /** Companies by district and kind of subject (`companyKind`). */
  readonly companies: ReadonlyMap<string, readonly PartyRecord[]>;
  readonly projects: ReadonlyMap<District, readonly ProjectRecord[]>;
}

/** Four cases of ten are the city's own. */
const CITY_SHARE = 0.4;
const DISTRICTS_ONLY = DISTRICT_KEYS.filter((district) => district !== CITY);

export function chooseDistrict(random: Random): District {
  return random.chance(CITY_SHARE) ? CITY : random.pick(DISTRICTS_ONLY);
}

/** Violations the whole line can be walked with: a fine, not only after an order, in a range that is not unsure. */
export function punishable(violations: readonly Violation[]): readonly Violation[] {
  return violations.filter(({ unit, fineOnlyAfterOrder, evidenceFlag }) => unit !== 'none' && !fineOnlyAfterOrder && evidenceFlag !== 'U');
}

/** At most so many days before it is found does an act lie. */
export const ACT_DAYS_BEFORE = 60;

/** The pool as a case found on `day` may draw from it: what the law knew when its act took place. */
export function poolOn(pool: Pool, day: string): Pool {
  const actOn = addCalendarDays(day, -ACT_DAYS_BEFORE);
  return { ...pool, violations: pool.violations.filter(({ from }) => from === undefined || from <= actOn) };
}

export function outlineCase(random: Random, pool: Pool, staff: StaffTable): Outline {
  const district = chooseDistrict(random);
  const channel = random.pick(CHANNEL_KEYS);
  const violation = random.pick(pool.violations.filter((entry) => entry.channel === channel));
  const { district: projectDistrict, developer: _developer, contractor: _contractor, ...project } = random.pick(pool.projects.get(district) ?? []);
  const team = staff(district, channel);
  const discretion = chooseDiscretion(random, violation, project);
  return {
    id: random.uuid(), channel, district: projectDistrict, source: random.pick(CLUE_SOURCE_KEYS), violation, project,
    party: chooseParty(random, pool, district, violation),
    officers: twoOf(random, team.officers), head: random.pick(team.heads), reviewer: random.pick(team.reviewers), leader: random.pick(team.leaders), hosts: team.hosts, archivist: team.archivists[0],
    discretion, penalty: choosePenalty(random, violation, discretion),
  };
}

interface Team {
  readonly officers: readonly Officer[];
  readonly heads: readonly Officer[];
  readonly reviewers: readonly Officer[];
  readonly leaders: readonly Officer[];
  readonly hosts: readonly Officer[];
  readonly archivists: readonly Officer[];
}
export type StaffTable = (district: District, channel: Channel) => Team;

/** Who may do what for each district and channel; only those whose certificate is valid. */
export function createStaffTable(officers: readonly Officer[], today: string): StaffTable {
  const teams = new Map<string, Team>();
  for (const district of DISTRICT_KEYS) {
    for (const channel of CHANNEL_KEYS) {
      // Hosts and archivists serve the whole bureau.
      const seeing = officers.filter((officer) => inScope(scopeOf(officer), { district, channel }));
      const own = seeing.filter((officer) => officer.district === district && (officer.channel === null || officer.channel === channel));
      teams.set(district + channel, {
        officers: own.filter((officer) => officer.roles.length === 1 && officer.roles.includes('officer') && certificateValidOn(officer, today)),
        heads: own.filter((officer) => officer.roles.includes('unit-head')),
        reviewers: own.filter((officer) => officer.roles.includes('legal-reviewer') && officer.legallyQualified),
        leaders: own.filter((officer) => officer.roles.includes('leader')),
        hosts: seeing.filter((officer) => officer.roles.includes('hearing-host')),
        archivists: seeing.filter((officer) => officer.roles.includes('archivist')),
      });
    }
  }
  return (district, channel) => {
    const team = teams.get(district + channel);
    if (team === undefined) throw new Error(`Nobody works in ${district} ${channel}`);
    return team;
  };
}

function twoOf(random: Random, officers: readonly Officer[]): readonly Officer[] {
  const first = random.between(0, officers.length - 1);
  const second = (first + random.between(1, officers.length - 1)) % officers.length;
  return [officers[first], officers[second]].filter((officer) => officer !== undefined);
}

/** Key of `Pool.companies`. `kind`: index in `COMPANY_KINDS`. */
export function companyKindKey(district: District, kind: number): string {
  return `${district} ${String(kind)}`;
}

function chooseParty(random: Random, pool: Pool, district: District, violation: Violation): Party {
  const record = PERSONAL_SUBJECT.test(violation.subject) ? inventedPersonParty(random, DISTRICTS[district]) : random.pick(pool.companies.get(companyKindKey(district, companyKind(violation.subject))) ?? []);
  return copyOfParty(record);
}

const TRIES = 60;

/** An outline that the side line can be walked with: a fine of hearing class, or one small enough to be given on the spot. */
export function outlineFor(line: Line | null, random: Random, pool: Pool, staff: StaffTable, settings: Settings): Outline {
  if (line === 'summary') return smallFine(outlineCase(random, { ...pool, violations: pool.violations.filter(({ unit, min }) => unit === 'yuan' && min === 0) }, staff));
  let outline = outlineCase(random, pool, staff);
  for (let tried = 1; line === 'hearing' && tried < TRIES && !reachesHearingThreshold(outline.penalty, outline.party.kind, settings); tried += 1) outline = outlineCase(random, pool, staff);
  return outline;
}

/** 3000 yuan for a unit, 200 for anybody else (art. 51), or what the light tier ends with. */
function smallFine(outline: Outline): Outline {
  const discretion = { ...outline.discretion, tier: outline.violation.tiers === null ? null : 'light' as const };
  const range = tierRange(outline.violation, discretion) ?? statutoryRange(outline.violation, null);
  const fineFen = Math.min(outline.party.kind === 'unit' ? 30 * YUAN_100 : 2 * YUAN_100, Math.floor((range?.maxFen ?? 0) / YUAN_100) * YUAN_100);
  return { ...outline, discretion, penalty: { kinds: ['fine'], fineFen, confiscationFen: 0, otherItems: [] } };
}

const TIER_CHOICES: readonly Tier[] = ['light', 'normal', 'normal', 'heavy'];

function chooseDiscretion(random: Random, violation: Violation, project: Project): Discretion {
  const priced = needsBase(violation);
  return {
    tier: violation.tiers === null ? null : random.pick(TIER_CHOICES),
    baseFen: priced ? project.contractPriceFen : null,
    baseSource: priced ? '施工合同及补充协议' : '',
    factors: factors(random),
    deviationReason: '',
  };
}

const YUAN_100 = 10_000;

/** A fine inside the tier, in whole hundreds of yuan where the tier leaves room for one. */
function choosePenalty(random: Random, violation: Violation, discretion: Discretion): Penalty {
  const range = tierRange(violation, discretion) ?? statutoryRange(violation, discretion.baseFen) ?? { minFen: 0, maxFen: 0 };
  const [low, high] = [Math.max(1, Math.ceil(range.minFen / YUAN_100)), Math.floor(range.maxFen / YUAN_100)];
  const fineFen = high >= low ? random.between(low, high) * YUAN_100 : range.maxFen;
  return { kinds: ['fine'], fineFen, confiscationFen: 0, otherItems: [] };
}
