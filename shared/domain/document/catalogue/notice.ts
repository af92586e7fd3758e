import type { CataloguePart } from './entry.ts';

/** D. Notice, defence and hearing (告知听证). */
export const NOTICE = {
  GZS: { no: 'D2', name: '行政处罚意见告知书', direction: 'external', series: '罚告', copies: 2 },
} as const satisfies CataloguePart;
