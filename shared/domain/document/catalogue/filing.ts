import type { CataloguePart } from './entry.ts';

/** B. Intake and filing (受理立案). B5 is two papers: the approval inside, and the answer to the person who reported. */
export const FILING = {
  AYDJ: { no: 'B1', name: '案件来源登记表', direction: 'internal', series: '线', copies: 1 },
  HCQK: { no: 'B2', name: '线索核查情况报告', direction: 'internal', series: null, copies: 1 },
  YCHC: { no: 'B3', name: '延长核查期限审批表', direction: 'internal', series: null, copies: 1 },
  LASP: { no: 'B4', name: '立案审批表', direction: 'internal', series: '立', copies: 1 },
  BYLA: { no: 'B5', name: '不予立案审批表', direction: 'internal', series: '不立', copies: 1 },
  BYGZ: { no: 'B5-1', name: '不予立案告知书', direction: 'external', series: '不立告', copies: 2 },
  CXLA: { no: 'B6', name: '撤销立案审批表', direction: 'internal', series: null, copies: 1 },
  YSH: { no: 'B7', name: '案件移送函', direction: 'external', series: '移', copies: 2 },
  HBSQ: { no: 'B8', name: '回避决定书', direction: 'external', series: '回', copies: 2 },
} as const satisfies CataloguePart;
