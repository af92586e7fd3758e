import type { Wording } from './wording.ts';

type Key = 'applied' | 'self' | 'ordered' | 'reviewed' | 'law' | 'hearingLaw' | 'granted' | 'refused' | 'goesOn';

/** Administrative Penalty Law (行政处罚法, 2021) articles 43 and, for the host of a hearing, 64(4). */
export const HBSQ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'HBSQ-2026-01',
    from: '2026-01-01',
    texts: {
      applied: '在本机关办理{caseTitle}（案号：{caseNo}）过程中，{applicant}于{appliedOn}申请{role}{person}回避，理由是：{ground}。',
      self: '在本机关办理{caseTitle}（案号：{caseNo}）过程中，{role}{person}于{appliedOn}提出自行回避，理由是：{ground}。',
      ordered: '在本机关办理{caseTitle}（案号：{caseNo}）过程中，本机关于{appliedOn}发现{role}{person}可能具有应当回避的情形：{ground}。',
      reviewed: '经审查，{review}。',
      law: '依照《中华人民共和国行政处罚法》第四十三条的规定，经本机关负责人决定：',
      hearingLaw: '依照《中华人民共和国行政处罚法》第六十四条第（四）项的规定，经本机关负责人决定：',
      granted: '{role}{person}回避，不再参与本案的办理；本机关另行指派人员接替其工作。',
      refused: '{role}{person}不具有应当回避的情形，不予回避。',
      goesOn: '作出本决定之前，不停止对本案的调查。',
    },
  },
];
