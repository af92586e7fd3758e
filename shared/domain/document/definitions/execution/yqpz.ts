import type { DocumentData, DocumentDefinition } from '../../definition.ts';
import type { Block } from '../../blocks.ts';
import { YQPZ_WORDING } from '../../wording/yqpz.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { DECISION_REQUIRED, decisionWords, planTable } from '../parts/decided.ts';
import { paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { money } from '../parts/penalty.ts';
import { struck, text } from '../parts/read.ts';
import { DEFERRALS, deferralFacts, plan } from './deferral.ts';

/** One row reads as a sentence, several as a table. */
function planBlocks(data: DocumentData, sentence: string, you: string): readonly Block[] {
  const rows = plan(data);
  const [only] = rows;
  if (rows.length !== 1 || only === undefined) return [planTable(data)];
  return [paragraph(fillIn(sentence, { you, dueOn: struck(longDate(only.dueOn)), amount: money(only.amountFen) }))];
}

export const YQPZ: DocumentDefinition = letter({
  code: 'YQPZ',
  title: (data) => `${text(data, 'kind') === '' ? '延期（分期）缴纳罚款' : text(data, 'kind')}批准书`,
  wording: YQPZ_WORDING,
  addressee: 'party-block',
  facts: deferralFacts,
  body: (data, texts, you) => {
    const words = { ...decisionWords(data), you, kind: struck(text(data, 'kind')), appliedOn: struck(longDate(text(data, 'appliedOn'))) };
    return [
      paragraph(fillIn(texts.lead, words)),
      paragraph(fillIn(texts.approve, words)),
      ...planBlocks(data, texts.deferred, you),
      paragraph(fillIn(texts.surcharge, { you })),
      paragraph(texts.rest),
    ];
  },
  copies: 'copies',
  fields: [{ key: 'kind', label: '批准的种类', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(DEFERRALS) }],
  requires: [...DECISION_REQUIRED, { key: 'approvedOn', label: '分管领导批准的日期（批准后自动填入）' }, { key: 'plan', label: '缴纳计划' }],
});
