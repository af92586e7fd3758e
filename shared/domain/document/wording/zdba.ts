import type { Wording } from './wording.ts';

type Key = 'lead' | 'facts' | 'decision' | 'close';

/** The rule under which the decision is filed is set by the locality and typed in: none is settled here (domain notes §1.6). */
export const ZDBA_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'ZDBA-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '依照{basis}的规定，现将本机关对{title}（案号：{caseNo}）作出的行政处罚决定报请备案。',
      facts: '本机关查明：{facts}。',
      decision: '本机关认为当事人的行为违反了{breached}的规定，依照{basis}的规定，于{decidedOn}作出《{name}》（{no}），{content}。',
      close: '特此报告，请予备案。',
    },
  },
];
