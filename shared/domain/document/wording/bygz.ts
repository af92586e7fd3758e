import { CONTACT_TEXT } from './contact.ts';
import type { Wording } from './wording.ts';

type Key = 'reported' | 'transferred' | 'decide' | 'again' | 'contact';

/** Administrative Penalty Law (行政处罚法, 2021) article 54(2). */
export const BYGZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'BYGZ-2026-01',
    from: '2026-01-01',
    texts: {
      reported: '{to}于{receivedOn}反映的“{subject}”一事，本机关已指派执法人员进行核查。现将核查和处理结果告知如下：',
      transferred: '{to}于{receivedOn}移送（交办）的“{subject}”一事，本机关已指派执法人员进行核查。现将核查和处理结果告知如下：',
      decide: '经核查，{reason}。上述情况不符合《中华人民共和国行政处罚法》第五十四条第二款规定的立案标准，本机关决定不予立案。',
      again: '如有新的事实、证据或者线索，可以再次向本机关提供。',
      contact: CONTACT_TEXT,
    },
  },
];
