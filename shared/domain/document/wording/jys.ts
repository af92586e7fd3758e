import { CONTACT_TEXT } from './contact.ts';
import type { Wording } from './wording.ts';

type Key = 'advise' | 'remind' | 'talk' | 'talkTime' | 'advisePoints' | 'remindPoints' | 'talkPoints' | 'nature' | 'reply' | 'talked' | 'contact';

/** Guidance that binds nobody: neither a penalty nor a coercive measure. */
export const JYS_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'JYS-2026-01',
    from: '2026-01-01',
    texts: {
      advise: '本机关在履行监督管理职责中发现，{you}在{matter}方面存在下列情况：',
      remind: '为防范风险，就{matter}有关事项向{you}提示如下。目前发现的情况是：',
      talk: '因{matter}有关问题，本机关依职责对{you}进行行政约谈。约谈的问题是：',
      talkTime: '约谈时间：{time}。约谈地点：{place}。约谈人：{hosts}。被约谈人：{attendees}。',
      advisePoints: '为此，建议{you}：',
      remindPoints: '请{you}注意：',
      talkPoints: '约谈要求{you}：',
      nature: '本文书属于行政指导，不代替依法应当作出的行政处理；有违法行为的，本机关将依法处理。',
      reply: '请于{replyBy}前将采纳和落实情况书面反馈本机关。',
      talked: '被约谈人陈述和承诺：{promise}。',
      contact: CONTACT_TEXT,
    },
  },
];
