import type { CreditClass } from '../draw/pool.ts';
import type { District } from '../organisation/organisation.ts';

/** 企业类别 of the register, in the words the office uses; several may be held, the first is the main one. */
export const PARTY_CATEGORIES = [
  '房地产开发企业', '施工企业', '监理企业', '勘察设计企业', '检测机构', '物业服务企业', '房地产经纪机构', '住房租赁企业', '房地产估价机构',
  '招标代理机构', '造价咨询企业', '机械租赁安装企业', '预拌混凝土企业', '其他',
] as const;
export type PartyCategory = (typeof PARTY_CATEGORIES)[number];

/** Whether the enterprise does business (经营状态). */
export const PARTY_STATUSES = { active: '存续', suspended: '停业', revoked: '吊销', cancelled: '注销' } as const;
export type PartyStatus = keyof typeof PARTY_STATUSES;
export const PARTY_STATUS_KEYS = Object.keys(PARTY_STATUSES) as [PartyStatus, ...PartyStatus[]];

/** A licence of the trade (资质、安全生产许可证 …). Dates are `YYYY-MM-DD`. */
export interface Licence {
  readonly name: string;
  readonly no: string;
  readonly grade: string;
  readonly issuer: string;
  /** Empty: no end is known. */
  readonly validTo: string;
}

/** What the register knows of an enterprise beyond what a case copies; rows of older registers know none of it. */
export interface PartyRegister {
  readonly district?: District;
  readonly category?: PartyCategory;
  readonly creditClass?: CreditClass;
  readonly status?: PartyStatus;
  readonly licences?: readonly Licence[];
}

/** Days before its end at which a licence or certificate is named as near. */
export const EXPIRY_NOTICE_DAYS = 90;

export type Validity = 'valid' | 'near' | 'expired' | 'unknown';

/** Whether something valid to `validTo` (`YYYY-MM-DD` or empty) still is on `today`; the last day counts. `nearFrom`: today + notice. */
export function validityOf(validTo: string, today: string, nearFrom: string): Validity {
  if (validTo === '') return 'unknown';
  if (validTo < today) return 'expired';
  return validTo <= nearFrom ? 'near' : 'valid';
}

const NOISE = /[\s()（）【】[\]·.,，。、\-—_"'“”《》]/g;
const LEGAL_FORM = /(股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|公司|（集团）|集团|个体工商户|个人独资企业)$/;
const PLACE = /^(中国|江苏省|江苏|苏州市|苏州)/;

/** A name made comparable: without legal form, place and signs. Two of the same core are perhaps one enterprise. */
export function nameCore(name: string): string {
  const plain = name.normalize('NFKC').replace(NOISE, '').toLowerCase();
  const bare = plain.replace(PLACE, '').replace(PLACE, '').replace(LEGAL_FORM, '').replace(LEGAL_FORM, '');
  return bare.length >= 2 ? bare : plain;
}
