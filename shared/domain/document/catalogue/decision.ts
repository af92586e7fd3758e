import type { CataloguePart } from './entry.ts';

/** E. Review and decision (审核决定). */
export const DECISION = {
  FZSH: { no: 'E1', name: '法制审核意见书', direction: 'internal', series: '法审', copies: 1 },
  CFJD: { no: 'E5', name: '行政处罚决定书', direction: 'external', series: '罚', copies: 3 },
} as const satisfies CataloguePart;
