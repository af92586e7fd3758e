import type { Settings } from './settings.ts';

/**
 * The settings a new installation starts with. Everything the bureau itself must confirm is listed in `unverified`
 * and marked「未核实」on screen (domain notes §1.6, §1.10, §1.12).
 */
export const DEFAULT_SETTINGS: Settings = {
  effectiveFrom: '2026-01-01',
  authorityName: '苏州市住房和城乡建设局',
  authorityShort: '苏住建',
  numberForm: 'zi-di',
  contactAddress: '（待确认的联系地址）',
  contactPhone: '（待确认的联系电话）',
  postcode: '215000',
  reconsiderationOrgan: '苏州市人民政府',
  court: '（有管辖权的人民法院）',
  bankName: '（待确认的代收银行）',
  bankAccount: '（待确认的罚没款专户账号）',
  bankPayee: '（待确认的罚没款专户户名）',
  hearingFinePersonFen: 500_000,
  hearingFineUnitFen: 5_000_000,
  summaryFinePersonFen: 20_000,
  summaryFineUnitFen: 300_000,
  spotCollectionFen: 10_000,
  reviewAllCases: true,
  offlineLeaseDays: 15,
  unverified: [
    'numberForm',
    'contactAddress',
    'contactPhone',
    'postcode',
    'court',
    'bankName',
    'bankAccount',
    'bankPayee',
    'hearingFinePersonFen',
    'hearingFineUnitFen',
    'offlineLeaseDays',
  ],
};

/** What the law itself gives where settings stored before say nothing (Administrative Penalty Law, art. 51, 68). */
export function summaryDefaults(): Required<Pick<Settings, 'summaryFinePersonFen' | 'summaryFineUnitFen' | 'spotCollectionFen'>> {
  return { summaryFinePersonFen: 20_000, summaryFineUnitFen: 300_000, spotCollectionFen: 10_000 };
}
