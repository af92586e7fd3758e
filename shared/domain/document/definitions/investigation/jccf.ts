import { JCCF_WORDING } from '../../wording/jccf.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { COERCION, coercionWord, ITEMS_FIELD, listAnnex, measureItemLines, measureOf } from '../parts/measures.ts';
import { strings, struck, text } from '../parts/read.ts';

/** Grounds of release, in the order of Administrative Coercion Law, art. 28(1). */
const GROUNDS = ['当事人没有违法行为', '查封、扣押的场所、设施或者财物与违法行为无关', '本机关对违法行为已经作出处理决定，不再需要查封、扣押', '查封、扣押期限已经届满', '其他不再需要采取查封、扣押措施的情形'];
const NUMERALS = ['一', '二', '三', '四', '五'];
const SCOPES = ['全部解除', '部分解除'];

/** 解除查封（扣押）决定书 and the list of what is returned (C13). */
export const JCCF = letter({
  code: 'JCCF',
  wording: JCCF_WORDING,
  addressee: 'party-block',
  fields: [
    { key: 'decisionNo', label: '查封（扣押）决定书文号', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'ground', label: '解除的理由', kind: 'choice', required: true, filledFrom: 'none', choices: GROUNDS },
    { key: 'releasedOn', label: '解除日期', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'scope', label: '解除范围', kind: 'choice', required: true, filledFrom: 'case', choices: SCOPES },
    { key: 'place', label: '退还地点', kind: 'text', required: true, filledFrom: 'case' },
    { ...ITEMS_FIELD, label: '解除、退还的物品' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'startedOn', label: '查封、扣押的实施日期' }],
  facts: ({ file, today }) => {
    const measure = measureOf(file, COERCION);
    return {
      measure: measure === null ? '' : coercionWord(measure), startedOn: measure?.startedOn ?? '', releasedOn: measure?.settledOn ?? today, scope: '全部解除',
      place: measure?.place ?? '', items: measureItemLines(measure), decisionNo: file.documents.findLast((document) => document.code === 'CFKY' && document.status === 'issued')?.docNo ?? '',
    };
  },
  body: (data, texts, you) => {
    const measure = text(data, 'measure') || '查封（扣押）';
    const index = GROUNDS.indexOf(text(data, 'ground'));
    const lead = fillIn(texts.lead, {
      you, measure, startedOn: struck(longDate(text(data, 'startedOn'))), decisionNo: text(data, 'decisionNo'), ground: struck(text(data, 'ground')), item: NUMERALS[index] ?? '／',
      releasedOn: struck(longDate(text(data, 'releasedOn'))),
    });
    const scope = fillIn(text(data, 'scope') === '部分解除' ? texts.partly : texts.all, { measure, count: String(strings(data, 'items').length) });
    return [paragraph(`${lead}${scope}`), paragraph(fillIn(texts.fetch, { you, measure }))];
  },
  contact: 'contact',
  copies: 'copies',
  receipt: (data, texts) => listAnnex(`解除${text(data, 'measure') || '查封（扣押）'}物品清单`, data, fillIn(texts.listLead, { place: struck(text(data, 'place')) }), texts.listConfirm),
});
