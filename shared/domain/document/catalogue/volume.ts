import type { CataloguePart } from './entry.ts';

/** G. Volume (案卷). */
export const VOLUME = {
  JF: { no: 'G1', name: '案卷封面', direction: 'internal', series: null, copies: 1 },
  JNML: { no: 'G2', name: '卷内文件目录', direction: 'internal', series: null, copies: 1 },
  BKB: { no: 'G3', name: '卷内备考表', direction: 'internal', series: null, copies: 1 },
  ZWD: { no: 'G4', name: '证物袋', direction: 'internal', series: null, copies: 1 },
} as const satisfies CataloguePart;
