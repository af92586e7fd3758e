import type { Wording } from './wording.ts';

type Key = 'officerOpinion' | 'report' | 'approved' | 'term';

/** Provisions on the transfer of suspected criminal cases (行政执法机关移送涉嫌犯罪案件的规定, 2020) article 5. */
export const YSSP_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'YSSP-2026-01',
    from: '2026-01-01',
    texts: {
      officerOpinion: '经核实，当事人的行为涉嫌犯罪，建议依照《行政执法机关移送涉嫌犯罪案件的规定》第五条的规定移送{body}。',
      report: '经专案组核实情况，认为本案涉嫌犯罪，提请移送。',
      approved: '同意移送。',
      term: '注：本机关正职负责人应当自接到报告之日起三日内作出批准移送或者不批准移送的决定。决定批准的，应当在二十四小时内向同级公安机关移送；决定不批准的，应当将不予批准的理由记录在案。',
    },
  },
];
