import { CONTACT_TEXT } from './contact.ts';
import type { Wording } from './wording.ts';

type Key = 'stopped' | 'rechecked' | 'resume' | 'requirementsLead' | 'liability' | 'contact' | 'copies';

/** Ends an order under the Regulations on Work Safety in Construction (建设工程安全生产管理条例), article 43(4). */
export const FGTZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'FGTZ-2026-01',
    from: '2026-01-01',
    texts: {
      stopped: '本机关于{stoppedOn}以《责令停止施工通知书》（{stopNo}）责令{you}停止{project}的施工作业。',
      rechecked: '{you}提出复工申请后，本机关于{recheckedOn}进行了复查{recheckNo}，认为：{opinion}。',
      resume: '经研究，同意上述工程（{scope}）自{from}起恢复施工。',
      requirementsLead: '恢复施工后，请做好下列工作：',
      liability: '本通知不免除{you}依法应当承担的质量安全责任，也不影响本机关对已经发生的违法行为依法处理。',
      contact: CONTACT_TEXT,
      copies: '本通知书一式二份，一份送达当事人，一份由本机关存档备查。',
    },
  },
];
