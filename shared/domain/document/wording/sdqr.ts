import type { Wording } from './wording.ts';

type Key = 'duty' | 'confirm';

/** Administrative Penalty Law (行政处罚法, 2021) article 61; Civil Procedure Law (民事诉讼法, 2023) articles 87–95. */
export const SDQR_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'SDQR-2026-01',
    from: '2026-01-01',
    texts: {
      duty: '1. 受送达人应当提供准确的送达地址、联系方式，适用于本案各类文书；变更的，应当及时书面告知本机关，未告知的按原确认的地址送达。\n2. 因提供不准确或者变更后未告知，致使文书未能实际接收的，由受送达人承担由此产生的法律后果。\n3. 受送达人同意并签订确认书的，本机关可以依照《中华人民共和国行政处罚法》第六十一条第二款的规定，采用传真、电子邮件等方式送达行政处罚决定书等文书。',
      confirm: '我已阅读并理解上述告知事项，确认以上送达地址和联系方式准确、有效。',
    },
  },
];
