import type { DocumentContext } from '../../definition.ts';
import { CFKY_WORDING } from '../../wording/cfky.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { COERCION, coercionDue, coercionWord, ITEMS_FIELD, listAnnex, measureItemLines, measureOf } from '../parts/measures.ts';
import { clause, strings, struck, text } from '../parts/read.ts';
import { REMEDY_FIELDS, REMEDY_SETTINGS, remedyFacts, remedyParagraph } from '../parts/remedies.ts';
import { typedText } from '../parts/typed.ts';

function facts(context: DocumentContext): Record<string, unknown> {
  const measure = measureOf(context.file, COERCION);
  const from = typedText(context, 'from', measure?.startedOn ?? context.today);
  return {
    ...remedyFacts(context),
    measure: measure === null ? '' : coercionWord(measure), reason: measure?.reason ?? '', powerClause: measure?.powerClause ?? '',
    from, to: coercionDue(context, from, 0), place: measure?.place ?? '', keeper: measure?.keeper ?? '', items: measureItemLines(measure),
  };
}

/** The party that keeps the things itself may not use them; otherwise the authority bears the cost (Coercion Law, art. 26). */
function keptByParty(data: Readonly<Record<string, unknown>>): boolean {
  const party = data['party'];
  const keeper = text(data, 'keeper');
  return keeper === '当事人' || (typeof party === 'object' && party !== null && 'name' in party && party.name === keeper);
}

/** 查封（扣押）决定书 and its list (C11): what Administrative Coercion Law, art. 24 asks a decision to state. */
export const CFKY = letter({
  code: 'CFKY',
  wording: CFKY_WORDING,
  addressee: 'party-block',
  settings: REMEDY_SETTINGS,
  fields: [
    { key: 'measure', label: '措施种类', kind: 'choice', required: true, filledFrom: 'case', choices: ['查封', '扣押'] },
    { key: 'reason', label: '采取措施的事实和理由', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'powerClause', label: '授权采取措施的法律依据', kind: 'long-text', required: true, filledFrom: 'case', help: '法律、法规全称和条、款、项。' },
    { key: 'from', label: '实施日期', kind: 'date', required: true, filledFrom: 'case', help: '决定书和清单应当当场交付。' },
    { key: 'to', label: '期限届满日', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'place', label: '查封、扣押地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'keeper', label: '保管人', kind: 'text', required: true, filledFrom: 'case' },
    ITEMS_FIELD,
    ...REMEDY_FIELDS,
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'reconsiderationOrgan', label: '行政复议机关' }, { key: 'court', label: '有管辖权的人民法院' }],
  facts,
  body: (data, texts, you) => {
    const measure = text(data, 'measure') || '查封（扣押）';
    const words = { you, measure };
    return [
      paragraph(fillIn(texts.lead, { ...words, cause: struck(text(data, 'cause')), reason: clause(text(data, 'reason')) || '／', power: clause(text(data, 'powerClause')) || '／', count: String(strings(data, 'items').length) })),
      paragraph(fillIn(texts.term, { ...words, from: struck(longDate(text(data, 'from'))), to: struck(longDate(text(data, 'to'))), place: struck(text(data, 'place')) })),
      paragraph(fillIn(texts.extend, words)),
      paragraph(keptByParty(data) ? fillIn(texts.keepSelf, words) : fillIn(texts.keep, { ...words, keeper: struck(text(data, 'keeper')) })),
      paragraph(fillIn(texts.duty, words)),
      paragraph(fillIn(texts.rights, words)),
      remedyParagraph(data, texts.remedies, you),
      paragraph(texts.noStay),
    ];
  },
  contact: 'contact',
  copies: 'copies',
  receipt: (data, texts) => {
    const measure = text(data, 'measure') || '查封（扣押）';
    return listAnnex(`${measure}物品清单`, data, fillIn(texts.listLead, { measure, place: struck(text(data, 'place')), from: struck(longDate(text(data, 'from'))) }), texts.listConfirm);
  },
});
