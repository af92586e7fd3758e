import type { Wording } from './wording.ts';

type Key = 'method' | 'statement';

/** Random draw of objects and officers; the draw is logged with its seed so that it can be repeated. */
export const SJDX_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'SJDX-2026-01',
    from: '2026-01-01',
    texts: {
      method: '从检查对象名录库和执法检查人员名录库中，由系统按登记的随机种子随机抽取。',
      statement: '抽取过程由监督人现场监督，抽取结果由系统自动生成，未经人工调整；依法应当回避的，重新抽取并注明原因。',
    },
  },
];
