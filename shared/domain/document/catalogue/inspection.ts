import type { CataloguePart } from './entry.ts';

/** A. Inspection (行政检查). */
export const INSPECTION = {
  XCJC: { no: 'A3', name: '现场检查笔录', direction: 'external', series: null, copies: 1 },
  XWBL: { no: 'A6', name: '询问笔录', direction: 'external', series: null, copies: 1 },
} as const satisfies CataloguePart;
