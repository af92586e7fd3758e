import type { CataloguePart } from './entry.ts';

/** C. Investigation and evidence (调查取证). */
export const INVESTIGATION = {
  DCZJ: { no: 'C17', name: '案件调查终结报告', direction: 'internal', series: null, copies: 1 },
} as const satisfies CataloguePart;
