import { DJTZ_WORDING } from '../../wording/djtz.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { ITEMS_FIELD, listAnnex, measureItemLines, measureOf, PRESERVATION, preservationDue } from '../parts/measures.ts';
import { clause, strings, struck, text } from '../parts/read.ts';
import { typedText } from '../parts/typed.ts';

/** 先行登记保存证据通知书 and its list (C6; Administrative Penalty Law, art. 56): settled within seven working days. */
export const DJTZ = letter({
  code: 'DJTZ',
  wording: DJTZ_WORDING,
  addressee: 'party-block',
  fields: [
    { key: 'reason', label: '登记保存的理由', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'startedOn', label: '登记保存日期', kind: 'date', required: true, filledFrom: 'case', help: '通知书应当当日送达当事人。' },
    { key: 'dueOn', label: '处理期限届满日', kind: 'date', required: true, filledFrom: 'case', help: '自登记保存次日起七个工作日；按节假日日历计算。' },
    { key: 'place', label: '登记保存地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'keeper', label: '保管人', kind: 'text', required: true, filledFrom: 'case' },
    ITEMS_FIELD,
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '执法人员' }, { key: 'approvedOn', label: '负责人批准先行登记保存（批准后自动填入）' }],
  facts: (context) => {
    const measure = measureOf(context.file, PRESERVATION);
    const startedOn = typedText(context, 'startedOn', measure?.startedOn ?? context.today);
    return {
      reason: measure?.reason ?? '', startedOn, dueOn: preservationDue(context, startedOn), approvedOn: measure?.approvedOn ?? '',
      place: measure?.place ?? '', keeper: measure?.keeper ?? '', items: measureItemLines(measure),
    };
  },
  body: (data, texts, you) => [
    paragraph(fillIn(texts.lead, {
      you, cause: struck(text(data, 'cause')), reason: clause(text(data, 'reason')) || '／', startedOn: struck(longDate(text(data, 'startedOn'))),
      count: String(strings(data, 'items').length), place: struck(text(data, 'place')),
    })),
    paragraph(fillIn(texts.term, { startedOn: struck(longDate(text(data, 'startedOn'))), dueOn: struck(longDate(text(data, 'dueOn'))) })),
    paragraph(fillIn(texts.keep, { keeper: struck(text(data, 'keeper')) })),
    paragraph(fillIn(texts.duty, { you })),
  ],
  contact: 'contact',
  copies: 'copies',
  receipt: (data, texts) => listAnnex('先行登记保存物品清单', data,
    fillIn(texts.listLead, { place: struck(text(data, 'place')), startedOn: struck(longDate(text(data, 'startedOn'))) }), texts.listConfirm),
});
