import type { CataloguePart } from './entry.ts';

/** D. Notice, defence and hearing (告知听证). */
export const NOTICE = {
  GZSP: { no: 'D1', name: '行政处罚意见告知审批表', direction: 'internal', series: null, copies: 1 },
  GZS: { no: 'D2', name: '行政处罚意见告知书', direction: 'external', series: '罚告', copies: 2 },
  TZGZ: { no: 'D3', name: '行政处罚听证告知书', direction: 'external', series: '听告', copies: 2 },
  SSBL: { no: 'D4', name: '陈述申辩笔录', direction: 'external', series: null, copies: 1 },
  FQSM: { no: 'D4-1', name: '放弃陈述申辩（听证）声明', direction: 'external', series: null, copies: 1 },
  SSFH: { no: 'D5', name: '陈述申辩复核意见书', direction: 'internal', series: null, copies: 1 },
  TZSL: { no: 'D6', name: '听证申请受理通知书', direction: 'external', series: '听受', copies: 2 },
  TZBS: { no: 'D6-1', name: '听证申请不予受理通知书', direction: 'external', series: '听受', copies: 2 },
  TZTZ: { no: 'D7', name: '行政处罚听证通知书', direction: 'external', series: '听通', copies: 2 },
  TZGG: { no: 'D8', name: '听证公告', direction: 'external', series: '听公', copies: 1 },
  TZBL: { no: 'D9', name: '听证笔录', direction: 'external', series: null, copies: 1 },
  TZBG: { no: 'D10', name: '听证报告', direction: 'internal', series: null, copies: 1 },
} as const satisfies CataloguePart;
