import type { DocumentData } from '../../definition.ts';
import { YSH_WORDING } from '../../wording/ysh.ts';
import { fillIn } from '../../wording/wording.ts';
import { numberText } from '../parts/case-facts.ts';
import { numbered, paragraph, paragraphs } from '../parts/draw.ts';
import { letter, receiptBlocks, salutation } from '../parts/letter.ts';
import { clause, sentence, strings, struck, text } from '../parts/read.ts';

const GROUNDS = { jurisdiction: '不属于本机关管辖', shared: '其他机关已先行立案', permit: '属于发证机关等其他机关的法定职权' } as const;
type Ground = keyof typeof GROUNDS;

function groundKey(data: DocumentData): Ground {
  return (Object.keys(GROUNDS) as Ground[]).find((key) => GROUNDS[key] === text(data, 'ground')) ?? 'jurisdiction';
}

function materialItems(data: DocumentData) {
  const items = strings(data, 'materials').map(clause);
  return numbered(items.map((item, index) => `${item}${index === items.length - 1 ? '。' : '；'}`));
}

export const YSH = letter({
  code: 'YSH',
  wording: YSH_WORDING,
  addressee: (data) => text(data, 'receivingBody') || '／',
  fields: [
    { key: 'receivingBody', label: '受移送机关', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'situation', label: '查明的情况', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'ground', label: '移送理由', kind: 'choice', required: true, filledFrom: 'none', choices: Object.values(GROUNDS) },
    { key: 'groundNote', label: '移送理由的说明', kind: 'long-text', required: false, filledFrom: 'case' },
    { key: 'materials', label: '移送材料', kind: 'lines', required: true, filledFrom: 'case', help: '每行一件，写明份数、页数和是否原件。' },
  ],
  requires: [{ key: 'officers', label: '承办人、协办人' }],
  facts: ({ file }) => {
    const transfer = file.transfer?.kind === 'authority' ? file.transfer : undefined;
    return {
      receivingBody: transfer?.receivingBody ?? '', groundNote: transfer?.ground ?? '', materials: transfer?.materials ?? [],
      situation: file.facts === '' ? file.clue.description : file.facts, subject: file.clue.subject,
    };
  },
  body: (data, texts) => {
    const subject = text(data, 'caseNo') === '' ? `“${struck(clause(text(data, 'subject')))}”线索` : `${struck(text(data, 'caseTitle'))}（案号：${text(data, 'caseNo')}）`;
    return [
      paragraph(fillIn(texts.found, { subject, source: struck(text(data, 'source')) })),
      ...paragraphs(sentence(text(data, 'situation')) || '／'),
      ...paragraphs(sentence(text(data, 'groundNote'))),
      paragraph(texts[groundKey(data)]),
      paragraph(texts.move),
      paragraph(texts.materialsLead),
      ...materialItems(data),
      paragraph(texts.answer),
    ];
  },
  contact: 'contact',
  receipt: (data, texts) => receiptBlocks('回　　执', [
    salutation(text(data, 'authority')),
    paragraph(fillIn(texts.received, { docNo: numberText(data), count: String(strings(data, 'materials').length) })),
    { kind: 'signatures', items: [{ label: texts.receiver }, { label: texts.signer, date: true }] },
  ]),
});
