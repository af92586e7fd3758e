import type { PartyRegister } from './register.ts';

/** The party (当事人) as the case file holds it: a copy taken for this case, not a live reference. */
export const PARTY_KINDS = { unit: '法人或其他组织', person: '自然人', business: '个体工商户' } as const;
export type PartyKind = keyof typeof PARTY_KINDS;

export interface Party {
  readonly kind: PartyKind;
  /** Name exactly as on the licence or ID card; for a 个体工商户 the trade name. */
  readonly name: string;
  /** Unified social credit code (GB 32100-2015), 18 characters; empty for a person. */
  readonly creditCode: string;
  /** Legal representative, principal or operator. */
  readonly representative: string;
  readonly representativePost: string;
  /** Citizen ID number (GB 11643-1999), 18 characters; empty for a unit. */
  readonly idNumber: string;
  readonly sex: '' | '男' | '女';
  /** `YYYY-MM-DD` or empty. */
  readonly birthDate: string;
  readonly address: string;
  readonly phone: string;
  readonly workplace: string;
}

/** A party in the shared register (企业库). */
export interface PartyRecord extends Party, PartyRegister {
  readonly id: string;
}

/** What a case or a visit takes over of a party of the register: who it is, and nothing of what the register knows beside. */
export function copyOfParty(record: PartyRecord): Party {
  const { id: _id, district: _district, category: _category, creditClass: _class, status: _status, licences: _licences, ...party } = record;
  return party;
}
