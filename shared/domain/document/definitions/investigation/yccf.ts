import { addCalendarDays, daysBetween, isDate } from '../../../time-limit/days.ts';
import type { DocumentContext } from '../../definition.ts';
import { YCCF_WORDING } from '../../wording/yccf.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { COERCION, coercionDue, coercionWord, measureOf } from '../parts/measures.ts';
import { clause, struck, text } from '../parts/read.ts';
import { REMEDY_FIELDS, REMEDY_SETTINGS, remedyFacts, remedyParagraph } from '../parts/remedies.ts';
import { typedText } from '../parts/typed.ts';

function facts(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const measure = measureOf(file, COERCION);
  const startedOn = measure?.startedOn ?? '';
  const firstDue = coercionDue(context, startedOn, 0);
  const to = typedText(context, 'to', measure === null || measure.extendedDays === 0 ? '' : coercionDue(context, startedOn, measure.extendedDays));
  return {
    ...remedyFacts(context),
    measure: measure === null ? '' : coercionWord(measure), startedOn, firstDue, to,
    from: firstDue === '' ? '' : addCalendarDays(firstDue, 1),
    days: isDate(firstDue) && isDate(to) ? String(daysBetween(firstDue, to)) : '',
    decisionNo: file.documents.findLast((document) => document.code === 'CFKY' && document.status === 'issued')?.docNo ?? '',
    reason: file.approvals.findLast((approval) => approval.event === 'extend-measure')?.opinion ?? '',
  };
}

/** 延长查封（扣押）期限通知书 (C12; Administrative Coercion Law, art. 25(1), (2)): once, at most thirty days, with reasons. */
export const YCCF = letter({
  code: 'YCCF',
  wording: YCCF_WORDING,
  addressee: 'party-block',
  settings: REMEDY_SETTINGS,
  fields: [
    { key: 'decisionNo', label: '查封（扣押）决定书文号', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'reason', label: '延长的理由', kind: 'long-text', required: true, filledFrom: 'case', help: '写明情况复杂的具体情形。' },
    { key: 'to', label: '延长后的届满日', kind: 'date', required: true, filledFrom: 'case', help: '延长不得超过三十日。' },
    ...REMEDY_FIELDS,
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'startedOn', label: '查封、扣押的实施日期' }],
  facts,
  body: (data, texts, you) => {
    const measure = text(data, 'measure') || '查封（扣押）';
    const day = (key: string) => struck(longDate(text(data, key)));
    return [
      paragraph(fillIn(texts.lead, { you, measure, startedOn: day('startedOn'), firstDue: day('firstDue'), decisionNo: text(data, 'decisionNo') })),
      paragraph(fillIn(texts.decide, { measure, reason: clause(text(data, 'reason')) || '／', days: struck(text(data, 'days')), from: day('from'), to: day('to') })),
      paragraph(fillIn(texts.rights, { you })),
      remedyParagraph(data, texts.remedies, you),
    ];
  },
  contact: 'contact',
  copies: 'copies',
});
