import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { countTerm } from '../../../time-limit/term.ts';
import { CGS_WORDING } from '../../wording/cgs.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { BANK_SETTINGS, DECISION_REQUIRED, decisionFacts, decisionWords, duesFacts, fen, payPlace, sum } from '../parts/decided.ts';
import { numbered, paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { correctionItems } from '../parts/penalty.ts';
import { clause, strings, struck, text } from '../parts/read.ts';

type Texts = (typeof CGS_WORDING)[0]['texts'];

function facts(context: DocumentContext, texts: Texts): Record<string, unknown> {
  const { file, calendar, today } = context;
  const suit = file.servedOn === null ? null : countTerm('suit', file.servedOn, calendar);
  const corrected = file.correctiveOrder === null || file.correctiveOrder.corrected === true;
  return {
    ...decisionFacts(context),
    ...duesFacts(context),
    // Only then may it be said that the party neither applied for reconsideration nor sued.
    remediesOver: suit !== null && suit.ok && suit.value.dueOn < today && (file.remedies ?? []).length === 0,
    method: payPlace(context.settings, texts),
    others: corrected ? [] : correctionItems(file.decided),
  };
}

function capped(data: DocumentData): boolean {
  return fen(data, 'surchargeTotalFen') >= fen(data, 'capFen');
}

/** What is still owed, one sentence each, the sum last. */
function obligations(data: DocumentData, texts: Texts): readonly string[] {
  const on = struck(longDate(text(data, 'countedOn')));
  const items = [
    ...(fen(data, 'unpaidFen') === 0 ? [] : [fillIn(texts.fine, { amount: sum(data, 'unpaidFen') })]),
    ...(fen(data, 'confiscationOpenFen') === 0 ? [] : [fillIn(texts.confiscation, { amount: sum(data, 'confiscationOpenFen') })]),
    ...(fen(data, 'surchargeFen') === 0 ? [] : [fillIn(capped(data) ? texts.surchargeCapped : texts.surcharge, {
      amount: sum(data, 'surchargeFen'), from: struck(longDate(text(data, 'surchargeFrom'))), on, days: String(fen(data, 'surchargeDays')),
    })]),
    ...strings(data, 'others').map((item) => fillIn(texts.other, { item: clause(item) })),
    ...(fen(data, 'openFen') === 0 ? [] : [fillIn(texts.total, { on, amount: sum(data, 'openFen') })]),
  ];
  return items.map((item, index) => `${item}${index === items.length - 1 ? '。' : '；'}`);
}

export const CGS: DocumentDefinition = letter({
  code: 'CGS',
  wording: CGS_WORDING,
  addressee: 'party-block',
  facts,
  body: (data, texts, you) => {
    const words = { ...decisionWords(data), you };
    const items = obligations(data, texts);
    return [
      paragraph(fillIn(data['remediesOver'] === true ? texts.lead : texts.leadPending, words)),
      ...(items.length === 0 ? [paragraph('／')] : numbered(items)),
      paragraph(fillIn(texts.term, { you, method: clause(text(data, 'method')) || '／' })),
      paragraph(fillIn(texts.rights, { you })),
      paragraph(texts.court),
    ];
  },
  contact: 'contact',
  copies: 'copies',
  fields: [
    { key: 'others', label: '尚未履行的其他义务', kind: 'lines', required: false, filledFrom: 'case', help: '每行一项。' },
    { key: 'method', label: '履行方式', kind: 'text', required: true, filledFrom: 'case' },
  ],
  requires: [...DECISION_REQUIRED, { key: 'servedOn', label: '行政处罚决定书的送达日期' }],
  settings: BANK_SETTINGS,
});
