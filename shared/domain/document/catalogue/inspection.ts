import type { CataloguePart } from './entry.ts';

/** A. Inspection (行政检查). */
export const INSPECTION = {
  JCSP: { no: 'A1', name: '行政检查审批表', direction: 'internal', series: '检审', copies: 1 },
  JCTZ: { no: 'A2', name: '行政检查通知书', direction: 'external', series: '检通', copies: 2 },
  XCJC: { no: 'A3', name: '现场检查笔录', direction: 'external', series: null, copies: 1 },
  CYQZ: { no: 'A4', name: '抽样取证凭证', direction: 'external', series: '抽', copies: 2 },
  KYBL: { no: 'A5', name: '勘验笔录', direction: 'external', series: null, copies: 1 },
  XWBL: { no: 'A6', name: '询问笔录', direction: 'external', series: null, copies: 1 },
  JGGZ: { no: 'A7', name: '行政检查结果告知书', direction: 'external', series: '检告', copies: 2 },
  SJDX: { no: 'A8', name: '双随机抽查任务单', direction: 'internal', series: '抽任', copies: 1 },
  ZGTZ: { no: 'A9', name: '责令改正通知书', direction: 'external', series: '责改', copies: 2 },
  TGTZ: { no: 'A10', name: '责令停止施工通知书', direction: 'external', series: '停', copies: 2 },
  FGTZ: { no: 'A11', name: '复工通知书', direction: 'external', series: '复', copies: 2 },
  FCJL: { no: 'A12', name: '整改复查记录', direction: 'external', series: '复查', copies: 2 },
  JYS: { no: 'A13', name: '行政建议书', direction: 'external', series: '建', copies: 2 },
} as const satisfies CataloguePart;
