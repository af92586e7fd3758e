import { PENALTY_KINDS, type Penalty } from '#shared/domain/case-file/case-file.ts';
import { formatYuan } from '#shared/domain/money/amount.ts';

/** A penalty in one line: `罚款 20,000.00 元；责令限期改正`; empty where none was proposed. */
export function penaltyText(penalty: Penalty | null): string {
  if (penalty === null) return '';
  const kinds = penalty.kinds.map((kind) => {
    if (kind === 'fine') return `罚款 ${formatYuan(penalty.fineFen)} 元`;
    return kind === 'confiscation' ? `没收违法所得 ${formatYuan(penalty.confiscationFen)} 元` : PENALTY_KINDS[kind];
  });
  return [...kinds, ...penalty.otherItems].join('；');
}
