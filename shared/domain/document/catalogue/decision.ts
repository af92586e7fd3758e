import type { CataloguePart } from './entry.ts';

/** E. Review and decision (审核决定). */
export const DECISION = {
  FZSH: { no: 'E1', name: '法制审核意见书', direction: 'internal', series: '法审', copies: 1 },
  JTTL: { no: 'E2', name: '重大案件集体讨论笔录', direction: 'internal', series: null, copies: 1 },
  CFSP: { no: 'E3', name: '行政处罚决定审批表', direction: 'internal', series: null, copies: 1 },
  DCCF: { no: 'E4', name: '当场行政处罚决定书', direction: 'external', series: '当罚', copies: 2 },
  CFJD: { no: 'E5', name: '行政处罚决定书', direction: 'external', series: '罚', copies: 3 },
  BYCF: { no: 'E6', name: '不予行政处罚决定书', direction: 'external', series: '不罚', copies: 2 },
  JZGZ: { no: 'E7', name: '行政处罚信息公示和信用修复告知书', direction: 'external', series: null, copies: 2 },
  YSSX: { no: 'E8', name: '涉嫌犯罪案件移送书', direction: 'external', series: '刑移', copies: 3 },
  YSSP: { no: 'E8-1', name: '涉嫌犯罪案件移送审批表', direction: 'internal', series: null, copies: 1 },
  YSQD: { no: 'E8-2', name: '涉案物品清单', direction: 'external', series: null, copies: 3 },
  YSHZ: { no: 'E8-3', name: '涉嫌犯罪案件移送回执', direction: 'external', series: null, copies: 2 },
  BGCX: { no: 'E9', name: '变更（撤销）行政处罚决定书', direction: 'external', series: '罚变', copies: 3 },
  BZTZ: { no: 'E9-1', name: '行政处罚文书补正通知书', direction: 'external', series: '补正', copies: 3 },
} as const satisfies CataloguePart;
