import type { CataloguePart } from './entry.ts';

/** C. Investigation and evidence (调查取证). */
export const INVESTIGATION = {
  DCTZ: { no: 'C1', name: '调查（询问）通知书', direction: 'external', series: '调', copies: 2 },
  ZJTQ: { no: 'C2', name: '证据提取（复制）单', direction: 'internal', series: null, copies: 1 },
  DZSJ: { no: 'C3', name: '电子数据提取笔录', direction: 'external', series: null, copies: 1 },
  SPTP: { no: 'C4', name: '现场照片、视听资料说明', direction: 'internal', series: null, copies: 1 },
  DJSP: { no: 'C5', name: '先行登记保存证据审批表', direction: 'internal', series: null, copies: 1 },
  DJTZ: { no: 'C6', name: '先行登记保存证据通知书', direction: 'external', series: '登保', copies: 2 },
  DJCL: { no: 'C7', name: '先行登记保存证据处理决定书', direction: 'external', series: '登处', copies: 2 },
  JDWT: { no: 'C8', name: '鉴定（检测）委托书', direction: 'external', series: '鉴', copies: 3 },
  JDQJ: { no: 'C8-1', name: '鉴定（检测）期间告知书', direction: 'external', series: '鉴', copies: 2 },
  XZXC: { no: 'C9', name: '协助调查函', direction: 'external', series: '协', copies: 2 },
  QZSP: { no: 'C10', name: '行政强制措施审批表', direction: 'internal', series: null, copies: 1 },
  CFKY: { no: 'C11', name: '查封（扣押）决定书', direction: 'external', series: '强', copies: 2 },
  YCCF: { no: 'C12', name: '延长查封（扣押）期限通知书', direction: 'external', series: '强延', copies: 2 },
  JCCF: { no: 'C13', name: '解除查封（扣押）决定书', direction: 'external', series: '强解', copies: 2 },
  QZBL: { no: 'C14', name: '行政强制措施现场笔录', direction: 'external', series: null, copies: 1 },
  ZZDC: { no: 'C15', name: '中止（恢复、终止）调查审批表', direction: 'internal', series: null, copies: 1 },
  YQSP: { no: 'C16', name: '延长办案期限审批表', direction: 'internal', series: null, copies: 1 },
  DCZJ: { no: 'C17', name: '案件调查终结报告', direction: 'internal', series: null, copies: 1 },
} as const satisfies CataloguePart;
