import type { CataloguePart } from './entry.ts';

/** F. Service, execution and closing (送达执行结案). */
export const EXECUTION = {
  SDHZ: { no: 'F1', name: '送达回证', direction: 'external', series: null, copies: 1 },
} as const satisfies CataloguePart;
