import type { DocumentDefinition } from '../../definition.ts';
import { JZGZ_WORDING } from '../../wording/jzgz.ts';
import { fillIn } from '../../wording/wording.ts';
import { DECISION_REQUIRED, decisionFacts, decisionWords } from '../parts/decided.ts';
import { aligned, flush, paragraph, sections } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { clause, strings, struck, text } from '../parts/read.ts';

export const JZGZ: DocumentDefinition = letter({
  code: 'JZGZ',
  wording: JZGZ_WORDING,
  addressee: 'party',
  facts: (context) => ({
    ...decisionFacts(context),
    places: context.file.publication?.places ?? ['本机关网站', '“信用中国”网站'],
    channel: '“信用中国”网站或者认定该信息的行政机关',
  }),
  body: (data, texts, you) => {
    const period = clause(text(data, 'period'));
    return [
      paragraph(fillIn(texts.lead, { ...decisionWords(data), you })),
      ...sections([
        { title: '行政处罚信息公示', content: [
          paragraph(fillIn(texts.publish, { places: struck(strings(data, 'places').join('、')) })),
          paragraph(period === '' ? texts.periodOpen : fillIn(texts.period, { period })),
          paragraph(texts.withdrawn),
        ] },
        { title: '信用修复', content: [
          paragraph(fillIn(texts.obligation, { you })),
          paragraph(fillIn(texts.repair, { you, channel: struck(text(data, 'channel')) })),
          paragraph(texts.free),
        ] },
      ]),
    ];
  },
  contact: 'contact',
  receipt: (_, texts) => [{ kind: 'space', lines: 1 }, flush(texts.receipt), aligned('right', '当事人签名（盖章）：　　　　　　　　')],
  fields: [
    { key: 'places', label: '公示的网站', kind: 'lines', required: true, filledFrom: 'case', help: '每行一个。' },
    { key: 'period', label: '公示期限', kind: 'text', required: false, filledFrom: 'none', help: '未核实的期限不要填写；不填的，印“以公示平台载明的期限为准”。' },
    { key: 'channel', label: '信用修复的受理渠道', kind: 'text', required: true, filledFrom: 'case' },
  ],
  requires: DECISION_REQUIRED,
});
