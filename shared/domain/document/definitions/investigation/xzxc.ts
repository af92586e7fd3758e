import { XZXC_WORDING } from '../../wording/xzxc.ts';
import { fillIn } from '../../wording/wording.ts';
import { caseNumberText, numberText } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { aligned, flush, numbered, paragraph } from '../parts/draw.ts';
import { letter, receiptBlocks } from '../parts/letter.ts';
import { sentence, strings, struck, text } from '../parts/read.ts';

/** 协助调查函 with the slip to return (C9; Administrative Penalty Law, art. 26). */
export const XZXC = letter({
  code: 'XZXC',
  wording: XZXC_WORDING,
  addressee: (data) => text(data, 'recipient'),
  fields: [
    { key: 'recipient', label: '受函单位', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'title', label: '案件名称', kind: 'text', required: true, filledFrom: 'case', help: '涉及未公开信息的，可以概括表述。' },
    { key: 'asked', label: '请求协助的事项', kind: 'lines', required: true, filledFrom: 'none', help: '每行一项，写明需要查证的事实。' },
    { key: 'materials', label: '请求提供的材料', kind: 'lines', required: false, filledFrom: 'none' },
    { key: 'dueOn', label: '函复期限', kind: 'date', required: true, filledFrom: 'none' },
  ],
  requires: [{ key: 'officers', label: '承办人' }],
  facts: ({ file }) => ({ title: file.party === null ? '' : `${file.party.name}涉嫌${file.cause === '' ? '违法' : file.cause}一案` }),
  body: (data, texts) => {
    const asked = strings(data, 'asked').map(sentence);
    const materials = strings(data, 'materials').map(sentence);
    return [
      paragraph(fillIn(texts.lead, { title: struck(text(data, 'title')), caseNo: caseNumberText(data) })),
      ...(asked.length === 0 ? [paragraph('／')] : numbered(asked)),
      ...(materials.length === 0 ? [] : [paragraph(texts.materials), ...numbered(materials)]),
      paragraph(fillIn(texts.reply, { dueOn: struck(longDate(text(data, 'dueOn'))) })),
    ];
  },
  contact: 'contact',
  receipt: (data, texts) => receiptBlocks(texts.receipt, [
    flush(`${text(data, 'authority')}：`),
    paragraph(fillIn(texts.receiptBody, { docNo: numberText(data) })),
    aligned('right', '（受函单位印章）　　　　年　　月　　日'),
  ]),
});
