import { JDWT_WORDING } from '../../wording/jdwt.ts';
import { fillIn } from '../../wording/wording.ts';
import { caseNumberText } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { numbered, paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { sentence, strings, struck, text } from '../parts/read.ts';

export const APPRAISALS = ['鉴定', '检测', '检验', '评估'];

/** 鉴定（检测）委托书 (C8): commissions an institution; the party is told of the period by JDQJ. */
export const JDWT = letter({
  code: 'JDWT',
  wording: JDWT_WORDING,
  addressee: (data) => text(data, 'institution'),
  fields: [
    { key: 'institution', label: '受委托单位', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'qualification', label: '受委托单位资质', kind: 'text', required: true, filledFrom: 'none', help: '资质名称、等级和证书编号。' },
    { key: 'kind', label: '委托类别', kind: 'choice', required: true, filledFrom: 'case', choices: APPRAISALS },
    { key: 'objects', label: '委托的物品（样品、对象）', kind: 'lines', required: true, filledFrom: 'none', help: '每行一项，写明名称、数量、封样编号和状态。' },
    { key: 'questions', label: '委托的问题', kind: 'lines', required: true, filledFrom: 'none' },
    { key: 'materials', label: '随函提供的材料', kind: 'lines', required: false, filledFrom: 'none' },
    { key: 'dueOn', label: '要求完成日期', kind: 'date', required: true, filledFrom: 'none' },
  ],
  requires: [{ key: 'cause', label: '案由' }, { key: 'officers', label: '承办人' }],
  facts: ({ file }) => ({ kind: file.exclusions?.at(-1)?.kind === 'test' ? '检测' : '鉴定' }),
  body: (data, texts) => {
    const kind = text(data, 'kind');
    const materials = strings(data, 'materials');
    return [
      paragraph(fillIn(texts.lead, { cause: struck(text(data, 'cause')), caseNo: caseNumberText(data), qualification: struck(text(data, 'qualification')), kind })),
      paragraph(fillIn(texts.items, { kind })),
      ...(strings(data, 'objects').length === 0 ? [paragraph('／')] : numbered(strings(data, 'objects').map(sentence))),
      paragraph(texts.questions),
      ...(strings(data, 'questions').length === 0 ? [paragraph('／')] : numbered(strings(data, 'questions').map(sentence))),
      ...(materials.length === 0 ? [] : [paragraph(texts.materials), ...numbered(materials.map(sentence))]),
      paragraph(fillIn(texts.term, { dueOn: struck(longDate(text(data, 'dueOn'))), kind })),
      paragraph(fillIn(texts.requirements, { kind })),
    ];
  },
  contact: 'contact',
  copies: 'copies',
});
