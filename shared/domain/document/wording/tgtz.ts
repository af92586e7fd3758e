import { CONTACT_TEXT } from './contact.ts';
import type { Wording } from './wording.ts';

type Key = 'basis' | 'found' | 'breached' | 'whole' | 'part' | 'evacuate' | 'conditionsLead' | 'resume' | 'consequence' | 'remedies' | 'noStay' | 'contact' | 'copies';

/**
 * Regulations on Work Safety in Construction (建设工程安全生产管理条例) article 43(4); Administrative Reconsideration Law (行政复议法, 2023)
 * articles 20, 24, 42; Administrative Litigation Law (行政诉讼法, 2017) articles 46, 56.
 */
export const TGTZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'TGTZ-2026-01',
    from: '2026-01-01',
    texts: {
      basis: '《建设工程安全生产管理条例》第四十三条第（四）项',
      found: '经查，{project}存在下列问题：',
      breached: '上述情形违反了{breached}的规定。',
      whole: '依照{basis}的规定，现责令{you}自{from}起停止该工程的全部施工作业（为消除隐患和保证安全所必需的作业除外）。',
      part: '依照{basis}的规定，现责令{you}自{from}起暂时停止该工程下列部位（范围）的施工作业（为消除隐患和保证安全所必需的作业除外）：{scope}。',
      evacuate: '请立即从危险区域内撤出作业人员，设置警戒和警示标志，采取防止隐患扩大的措施，并将本通知的内容告知各参建单位。',
      conditionsLead: '具备下列条件后，方可申请复工：',
      resume: '具备复工条件的，请向本机关提出书面复工申请并附整改报告，经本机关复查合格并书面通知复工后，方可恢复施工。',
      consequence: '拒不执行本通知或者擅自恢复施工的，本机关将依法处理；造成事故的，依法追究责任。',
      remedies: '{you}如不服本通知，可以自收到本通知书之日起六十日内，依照《中华人民共和国行政复议法》的规定向{organ}申请行政复议；也可以自收到本通知书之日起六个月内，依照《中华人民共和国行政诉讼法》的规定直接向{court}提起行政诉讼。',
      noStay: '行政复议或者行政诉讼期间，本通知不停止执行，法律另有规定的除外。',
      contact: CONTACT_TEXT,
      copies: '本通知书一式二份，一份送达当事人，一份由本机关存档备查。',
    },
  },
];
