import type { CataloguePart } from './entry.ts';

/** B. Intake and filing (受理立案). */
export const FILING = {
  LASP: { no: 'B4', name: '立案审批表', direction: 'internal', series: '立', copies: 1 },
} as const satisfies CataloguePart;
