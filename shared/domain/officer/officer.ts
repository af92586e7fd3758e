import type { Channel, District, Scope } from '../organisation/organisation.ts';

/** Roles of the enforcement line. A person may hold several, but the procedure forbids some of them on one case. */
export const ROLES = {
  officer: '执法人员',
  'unit-head': '机构负责人',
  'legal-reviewer': '法制审核员',
  leader: '分管领导',
  'bureau-head': '局主要负责人',
  'hearing-host': '听证主持人',
  publicist: '公示员',
  archivist: '案卷管理员',
  'matter-admin': '事项管理员',
  'draw-admin': '双随机管理员',
  admin: '系统管理员',
} as const;
export type Role = keyof typeof ROLES;
export const ROLE_KEYS = Object.keys(ROLES) as [Role, ...Role[]];

/** An officer as every client knows him: no password, no ID number. Dates are `YYYY-MM-DD`. */
export interface Officer {
  readonly id: string;
  readonly loginName: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly channel: Channel | null;
  readonly district: District;
  /** Team or office, e.g. `监察支队一大队`. */
  readonly unitName: string;
  readonly phone: string;
  /** Number of the enforcement certificate (行政执法证); empty for those who hold none. */
  readonly certificateNo: string;
  readonly certificateFrom: string;
  readonly certificateTo: string;
  /** Holds the legal professional qualification (法律职业资格; Administrative Penalty Law, art. 58(2)). */
  readonly legallyQualified: boolean;
  readonly active: boolean;
  /** Roles he holds for somebody absent today (AB 角); set by `withDelegations`, never stored. */
  readonly actingFor?: readonly ActingFor[];
}

/** A role taken on for an absent colleague. */
export interface ActingFor {
  readonly role: Role;
  readonly officerId: string;
  readonly officerName: string;
}

export function scopeOf(officer: Officer): Scope {
  return { ...placeOf(officer), ...(keepsSystemOnly(officer) ? { sealed: true } : {}) };
}

/** Where he belongs, for figures that name no case. */
export function placeOf({ district, channel }: Officer): Scope {
  return { district, channel };
}

/** A system administrator and nothing else. */
export function keepsSystemOnly({ roles }: Pick<Officer, 'roles'>): boolean {
  return roles.length > 0 && roles.every((role) => role === 'admin');
}

/** Whether the certificate is valid on `date` (`YYYY-MM-DD`), both ends included. */
export function certificateValidOn(officer: Officer, date: string): boolean {
  return officer.certificateNo !== '' && officer.certificateFrom <= date && date <= officer.certificateTo;
}
