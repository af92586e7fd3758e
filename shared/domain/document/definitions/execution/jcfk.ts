import type { DocumentContext, DocumentDefinition } from '../../definition.ts';
import { JCFK_WORDING } from '../../wording/jcfk.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { BANK_SETTINGS, DECISION_REQUIRED, decisionFacts, decisionWords, duesFacts, fen, payPlace, sum } from '../parts/decided.ts';
import { REMEDY_FIELDS, REMEDY_SETTINGS, remedyFacts, remedyWords } from '../parts/remedies.ts';
import { paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { struck, text } from '../parts/read.ts';

type Texts = (typeof JCFK_WORDING)[0]['texts'];

function facts(context: DocumentContext, texts: Texts): Record<string, unknown> {
  return { ...decisionFacts(context), ...duesFacts(context), ...remedyFacts(context), where: payPlace(context.settings, texts) };
}

export const JCFK: DocumentDefinition = letter({
  code: 'JCFK',
  wording: JCFK_WORDING,
  addressee: 'party-block',
  facts,
  body: (data, texts, you) => {
    const words = {
      ...decisionWords(data), ...remedyWords(data), you,
      fine: sum(data, 'fineFen'), dueOn: struck(longDate(text(data, 'payDueOn'))), from: struck(longDate(text(data, 'surchargeFrom'))),
      base: sum(data, 'overdueFen'), daily: sum(data, 'dailyFen'), cap: sum(data, 'capFen'),
      on: struck(longDate(text(data, 'countedOn'))), days: String(fen(data, 'surchargeDays')), surcharge: sum(data, 'surchargeFen'), where: text(data, 'where') || '／',
    };
    const paid = fen(data, 'paidFen') > 0 ? texts.paid : texts.unpaid;
    return [
      paragraph(fillIn(texts.lead, { ...words, paid: fillIn(paid, { you, paid: sum(data, 'paidFen'), unpaid: sum(data, 'unpaidFen') }) })),
      paragraph(fillIn(texts.decide, words)),
      paragraph(fillIn(texts.today, words)),
      paragraph(fillIn(texts.pay, words)),
      paragraph(texts.freeze),
      paragraph(fillIn(texts.remedies, words)),
    ];
  },
  copies: 'copies',
  fields: REMEDY_FIELDS,
  requires: [...DECISION_REQUIRED, { key: 'servedOn', label: '行政处罚决定书的送达日期' }, { key: 'surchargeFrom', label: '逾期未缴纳的罚款（缴纳期限届满后自动计算）' }],
  settings: [...REMEDY_SETTINGS, ...BANK_SETTINGS],
});
