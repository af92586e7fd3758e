import { creditCodeCheckCharacter, organisationCheckCharacter } from '#shared/domain/party/credit-code.ts';
import { idNumberCheckCharacter } from '#shared/domain/party/id-number.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import type { District } from '#shared/domain/organisation/organisation.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import { COMPANY_KINDS, FIRST, GIVEN, ROADS, SECOND, STAGES_OF_BUILDING, SURNAMES, WORKS } from './words.ts';
import type { Random } from './random.ts';

const CODE_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A person nobody is: 例 stands first in the given name. */
export function inventedPerson(random: Random): string {
  return `${random.pick(SURNAMES)}例${random.pick(GIVEN)}`;
}

/** A unified social credit code with both check characters right; no real organisation code begins with `XN` (虚拟). */
export function inventedCreditCode(random: Random, district: District, kind: '91' | '92'): string {
  const organisation = `XN${Array.from({ length: 6 }, () => random.pick([...CODE_LETTERS])).join('')}`;
  const first17 = `${kind}${district}${organisation}${organisationCheckCharacter(organisation)}`;
  return first17 + creditCodeCheckCharacter(first17);
}

/** An ID number with a right check character, of an adult; the region code is the city's, which no person's number carries. */
export function inventedIdNumber(random: Random, sex: '男' | '女'): { readonly number: string; readonly birthDate: string } {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [year, month, day] = [String(random.between(1960, 2000)), two(random.between(1, 12)), two(random.between(1, 28))];
  const order = random.between(0, 499) * 2 + (sex === '男' ? 1 : 0);
  const first17 = `320500${year}${month}${day}${String(order).padStart(3, '0')}`;
  return { number: first17 + idNumberCheckCharacter(first17), birthDate: `${year}-${month}-${day}` };
}

export function inventedAddress(random: Random, place: string): string {
  const area = place === '苏州市本级' ? '姑苏区' : place.replace(/（.*/, '').replace(/^苏州/, '');
  return `江苏省${area.endsWith('市') ? '' : '苏州市'}${area}${random.pick(ROADS)}${String(random.between(1, 999))}号`;
}

const EMPTY_PERSON = { idNumber: '', sex: '', birthDate: '', workplace: '' } as const;

/** Which of `COMPANY_KINDS` a violation's subject is, e.g. 施工单位. */
export function companyKind(subject: string): number {
  return COMPANY_KINDS.findIndex((entry) => entry.subject.test(subject));
}

/** A company for the register and for cases. `kind`: index in `COMPANY_KINDS`. */
export function inventedCompany(random: Random, district: District, place: string, kind: number): PartyRecord {
  return {
    ...EMPTY_PERSON,
    id: random.uuid(),
    kind: 'unit',
    name: `苏州示例${random.pick(FIRST)}${random.pick(FIRST)}${random.pick(COMPANY_KINDS[kind]?.suffix ?? ['有限公司'])}`,
    creditCode: inventedCreditCode(random, district, '91'),
    representative: inventedPerson(random),
    representativePost: random.pick(['法定代表人', '执行董事', '总经理']),
    address: inventedAddress(random, place),
    phone: `0512-0000${String(random.between(1000, 9999))}`,
  };
}

/** A natural person. Only cases hold such a party, never the shared register. */
export function inventedPersonParty(random: Random, place: string): PartyRecord {
  const sex = random.chance(0.7) ? '男' : '女';
  const { number, birthDate } = inventedIdNumber(random, sex);
  return {
    id: random.uuid(), kind: 'person', name: inventedPerson(random), creditCode: '', representative: '', representativePost: '',
    idNumber: number, sex, birthDate, address: inventedAddress(random, place), phone: `0512-0000${String(random.between(1000, 9999))}`, workplace: '',
  };
}

export function inventedProject(random: Random, district: District, place: string, developer: string, contractor: string): ProjectRecord {
  const year = String(random.between(2021, 2025));
  const works = random.chance(0.5) ? random.pick(WORKS) : '';
  return {
    id: random.uuid(),
    name: `${random.pick(FIRST)}${random.pick(SECOND)}${random.chance(0.6) ? random.pick(STAGES_OF_BUILDING) : ''}${works}`,
    address: inventedAddress(random, place),
    projectCode: `${year}-${district}-${random.pick(['47', '48', '50', '70'])}-${random.pick(['01', '02', '03'])}-${String(random.between(100_000, 999_999))}`,
    permitNo: random.chance(0.6) ? `${district}${year}${String(random.between(1, 12)).padStart(2, '0')}${String(random.between(1, 28)).padStart(2, '0')}${String(random.between(1, 99)).padStart(2, '0')}01` : '',
    // 2 to 400 million yuan, in whole thousands.
    contractPriceFen: random.between(2_000, 400_000) * 100_000,
    areaSquareMetres: random.between(800, 120_000),
    district,
    developer,
    contractor,
  };
}
