/**
 * Articles that refusals and terms rest on. The ministry's procedure rules (O55) are named without an
 * article number beyond art. 6, because the numbers are unverified (domain notes, evidence tags).
 */
export const ARTICLES = {
  officers: '行政处罚法第四十二条、第五十五条',
  recusal: '行政处罚法第四十三条',
  filing: '行政处罚法第五十四条',
  limitation: '行政处罚法第三十六条',
  evidence: '行政处罚法第四十条、第四十六条',
  records: '行政处罚法第四十七条、第五十五条',
  correction: '行政处罚法第二十八条',
  discretion: '行政处罚法第三十四条',
  notice: '行政处罚法第四十四条、第六十二条',
  defence: '行政处罚法第四十五条、第六十二条',
  hearing: '行政处罚法第六十三条、第六十四条',
  review: '行政处罚法第五十八条',
  discussion: '行政处罚法第五十七条第二款',
  decision: '行政处罚法第五十七条',
  statutoryItems: '行政处罚法第五十九条',
  caseTerm: '行政处罚法第六十条',
  service: '行政处罚法第六十一条',
  electronicService: '行政处罚法第六十一条第二款',
  payment: '行政处罚法第六十七条',
  receipt: '行政处罚法第七十条',
  procedureRules: '住房和城乡建设行政处罚程序规定',
} as const;
