import { CITY, DISTRICT_KEYS, DISTRICTS, type District } from '#shared/domain/organisation/organisation.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import { companyKindKey } from './cases/outline.ts';
import { inventedCompany, inventedProject } from './people.ts';
import type { Random } from './random.ts';
import { COMPANY_KINDS } from './words.ts';

export interface Registers {
  /** By district and kind: `companyKindKey`. */
  readonly companies: ReadonlyMap<string, readonly PartyRecord[]>;
  readonly projects: ReadonlyMap<District, readonly ProjectRecord[]>;
}

/** Companies and projects of every district, about one of each for four cases. The city's own cases lie anywhere. */
export function makeRegisters(random: Random, cases: number): Registers {
  const each = Math.max(3, Math.ceil(cases / 4 / DISTRICT_KEYS.length));
  const perKind = Math.max(2, Math.ceil(each / COMPANY_KINDS.length));
  const companies = new Map<string, PartyRecord[]>();
  const projects = new Map<District, ProjectRecord[]>();
  for (const district of DISTRICT_KEYS) {
    const place = district === CITY ? '苏州市本级' : DISTRICTS[district];
    for (const kind of COMPANY_KINDS.keys()) {
      companies.set(companyKindKey(district, kind), Array.from({ length: perKind }, () => inventedCompany(random, district, place, kind)));
    }
    const nameOf = (kind: number): string => random.pick(companies.get(companyKindKey(district, kind)) ?? []).name;
    projects.set(district, Array.from({ length: each }, () => inventedProject(random, district, place, nameOf(COMPANY_KINDS.length - 1), nameOf(BUILDERS))));
  }
  return { companies, projects };
}

const BUILDERS = COMPANY_KINDS.findIndex((entry) => entry.subject.test('施工单位'));
