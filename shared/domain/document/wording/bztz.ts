import type { Wording } from './wording.ts';

type Key = 'lead' | 'unchanged' | 'together' | 'copies';

/** Correction of slips that leave facts, grounds and penalty untouched; anything else needs 变更 (Administrative Penalty Law, 行政处罚法, 2021, article 75). */
export const BZTZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'BZTZ-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关于{issuedOn}向{you}作出的《{name}》（{no}）存在文字表述错误，现补正如下：',
      unchanged: '本次补正不改变原文书认定的事实、适用的依据和决定的内容，不影响{you}依法享有的权利及其行使期限。',
      together: '本通知书是《{name}》（{no}）的组成部分，与原文书一并使用。',
      copies: '本通知书一式三份，一份送达当事人，其余由本机关存档备查。',
    },
  },
];
