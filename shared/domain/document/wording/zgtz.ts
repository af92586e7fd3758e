import { CONTACT_TEXT } from './contact.ts';
import type { Wording } from './wording.ts';

type Key = 'found' | 'breached' | 'orderNow' | 'orderBy' | 'report' | 'recheck' | 'consequence' | 'remedies' | 'noStay' | 'contact' | 'copies';

/**
 * Administrative Penalty Law (行政处罚法, 2021) article 28(1); Administrative Reconsideration Law (行政复议法, 2023) articles 20, 24, 42;
 * Administrative Litigation Law (行政诉讼法, 2017) articles 46, 56.
 */
export const ZGTZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'ZGTZ-2026-01',
    from: '2026-01-01',
    texts: {
      found: '经查，{you}存在下列违法行为：',
      breached: '上述行为违反了{breached}的规定。',
      orderNow: '依照{basis}的规定，现责令{you}自收到本通知书之时起立即改正下列事项：',
      orderBy: '依照{basis}的规定，现责令{you}于{dueOn}前（含当日）改正下列事项：',
      report: '改正完成后，请将改正情况书面报告本机关，并附证明材料（改正前后的照片、检测报告等）。',
      recheck: '本机关将于{recheckOn}对改正情况进行复查。',
      consequence: '逾期不改正或者改正不符合要求的，本机关将依法处理。改正期间，{you}应当采取必要的安全防护措施。',
      remedies: '{you}如不服本通知，可以自收到本通知书之日起六十日内，依照《中华人民共和国行政复议法》的规定向{organ}申请行政复议；也可以自收到本通知书之日起六个月内，依照《中华人民共和国行政诉讼法》的规定直接向{court}提起行政诉讼。',
      noStay: '行政复议或者行政诉讼期间，本通知不停止执行，法律另有规定的除外。',
      contact: CONTACT_TEXT,
      copies: '本通知书一式二份，一份送达当事人，一份由本机关存档备查。',
    },
  },
];
