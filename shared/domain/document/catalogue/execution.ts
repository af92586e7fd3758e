import type { CataloguePart } from './entry.ts';

/** F. Service, execution and closing (送达执行结案). */
export const EXECUTION = {
  SDHZ: { no: 'F1', name: '送达回证', direction: 'external', series: null, copies: 1 },
  SDQR: { no: 'F2', name: '送达地址确认书', direction: 'external', series: null, copies: 1 },
  GGSD: { no: 'F3', name: '送达公告', direction: 'external', series: '公送', copies: 2 },
  YQFQ: { no: 'F4', name: '延期（分期）缴纳罚款申请书', direction: 'external', series: null, copies: 1 },
  YQSPB: { no: 'F4-1', name: '延期（分期）缴纳罚款审批表', direction: 'internal', series: null, copies: 1 },
  YQPZ: { no: 'F4-2', name: '延期（分期）缴纳罚款批准书', direction: 'external', series: '缓', copies: 2 },
  JCFK: { no: 'F5', name: '加处罚款决定书', direction: 'external', series: '加罚', copies: 2 },
  CGS: { no: 'F6', name: '履行行政处罚决定催告书', direction: 'external', series: '催', copies: 2 },
  QZZX: { no: 'F7', name: '强制执行申请书', direction: 'external', series: '强申', copies: 2 },
  ZXXY: { no: 'F8', name: '执行协议', direction: 'external', series: '执协', copies: 2 },
  FMPJ: { no: 'F9', name: '罚没票据（缴款凭证）粘贴页', direction: 'internal', series: null, copies: 1 },
  JASP: { no: 'F10', name: '行政处罚案件结案审批表', direction: 'internal', series: null, copies: 1 },
  ZDBA: { no: 'F11', name: '重大行政处罚决定备案报告', direction: 'external', series: '罚备', copies: 2 },
} as const satisfies CataloguePart;
