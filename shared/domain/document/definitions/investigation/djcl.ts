import { MEASURE_OUTCOMES, type MeasureOutcome } from '../../../case-file/side-lines.ts';
import { DJCL_WORDING } from '../../wording/djcl.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { ITEMS_FIELD, listAnnex, measureItemLines, measureOf, PRESERVATION } from '../parts/measures.ts';
import { clause, sentence, strings, struck, text } from '../parts/read.ts';

const OUTCOMES: Readonly<Record<string, MeasureOutcome>> = Object.fromEntries((Object.keys(MEASURE_OUTCOMES) as MeasureOutcome[]).map((key) => [MEASURE_OUTCOMES[key], key]));

/** 先行登记保存证据处理决定书 (C7; Administrative Penalty Law, art. 56). */
export const DJCL = letter({
  code: 'DJCL',
  wording: DJCL_WORDING,
  addressee: 'party-block',
  fields: [
    { key: 'startedOn', label: '登记保存日期', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'noticeNo', label: '登记保存通知书文号', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'outcome', label: '处理决定', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(MEASURE_OUTCOMES) },
    { key: 'receiver', label: '接收移送的单位', kind: 'text', required: false, filledFrom: 'case', help: '移送有关部门的填写。' },
    { key: 'explanation', label: '处理的理由和补充说明', kind: 'long-text', required: false, filledFrom: 'none' },
    ITEMS_FIELD,
  ],
  requires: [{ key: 'party', label: '当事人' }],
  facts: ({ file }) => {
    const measure = measureOf(file, PRESERVATION);
    const notice = file.documents.findLast((document) => document.code === 'DJTZ' && document.status === 'issued');
    return {
      startedOn: measure?.startedOn ?? '', noticeNo: notice?.docNo ?? '', outcome: measure?.outcome === null || measure === null ? '' : MEASURE_OUTCOMES[measure.outcome],
      receiver: file.transfer?.receivingBody ?? '', items: measureItemLines(measure),
    };
  },
  body: (data, texts, you) => {
    const outcome = OUTCOMES[text(data, 'outcome')];
    const explanation = text(data, 'explanation');
    return [
      paragraph(fillIn(texts.lead, { you, startedOn: struck(longDate(text(data, 'startedOn'))), noticeNo: text(data, 'noticeNo'), count: String(strings(data, 'items').length) })),
      paragraph(outcome === undefined ? '／' : fillIn(texts[outcome], { you, receiver: clause(text(data, 'receiver')) || '有关部门' })),
      ...(explanation === '' ? [] : [paragraph(sentence(explanation))]),
      ...(outcome === 'released' ? [paragraph(fillIn(texts.fetch, { you }))] : []),
    ];
  },
  contact: 'contact',
  copies: 'copies',
  receipt: (data, texts) => listAnnex('先行登记保存物品处理清单', data, '', texts.listConfirm),
});
