import type { DocumentContext } from '../../definition.ts';
import { TGTZ_WORDING } from '../../wording/tgtz.ts';
import { fillIn } from '../../wording/wording.ts';
import { siteText } from '../parts/case-facts.ts';
import { longMinute } from '../parts/dates.ts';
import { numbered, paragraph, paragraphs } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { clause, sentence, strings, struck, text } from '../parts/read.ts';
import { REMEDY_FIELDS, REMEDY_SETTINGS, remedyFacts, remedyParagraph } from '../parts/remedies.ts';
import { typedText } from '../parts/typed.ts';

const EXTENTS = { whole: '全部停止施工', part: '局部暂停施工' } as const;

function facts(context: DocumentContext, texts: Readonly<Record<'basis', string>>): Record<string, unknown> {
  const extent = typedText(context, 'extent', EXTENTS.part);
  return { ...remedyFacts(context), extent, stopped: extent === EXTENTS.whole ? EXTENTS.whole : typedText(context, 'scope', ''), orderBasis: texts.basis };
}

export const TGTZ = letter({
  code: 'TGTZ',
  wording: TGTZ_WORDING,
  addressee: 'party-block',
  fields: [
    { key: 'problems', label: '存在的重大隐患（问题）', kind: 'lines', required: true, filledFrom: 'none', help: '逐项写明部位、现状和危险程度。' },
    { key: 'breached', label: '违反的条款', kind: 'long-text', required: true, filledFrom: 'case', help: '法律名称用全称，写明条、款、项。' },
    { key: 'orderBasis', label: '责令停止施工的依据', kind: 'long-text', required: true, filledFrom: 'case', help: '默认适用于重大安全事故隐患；因其他情形停工的，写明授权停工的条款。' },
    { key: 'extent', label: '停工范围', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(EXTENTS) },
    { key: 'scope', label: '停工的部位（范围）', kind: 'text', required: false, filledFrom: 'none', help: '局部暂停施工的必须填写。' },
    { key: 'from', label: '停工起始时间', kind: 'minute', required: true, filledFrom: 'none' },
    { key: 'conditions', label: '复工条件', kind: 'lines', required: true, filledFrom: 'none' },
    ...REMEDY_FIELDS,
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'stopped', label: '停工的部位（范围）' }],
  settings: REMEDY_SETTINGS,
  facts,
  body: (data, texts, you) => {
    const values = { basis: clause(text(data, 'orderBasis')) || '／', you, from: struck(longMinute(text(data, 'from'))) };
    const problems = strings(data, 'problems').map(sentence);
    return [
      paragraph(fillIn(texts.found, { project: siteText(data) || `${you}施工现场` })),
      ...(problems.length > 1 ? numbered(problems) : paragraphs(problems[0] ?? '／')),
      paragraph(fillIn(texts.breached, { breached: clause(text(data, 'breached')) || '／' })),
      paragraph(text(data, 'extent') === EXTENTS.whole ? fillIn(texts.whole, values) : fillIn(texts.part, { ...values, scope: clause(text(data, 'scope')) || '／' })),
      paragraph(texts.evacuate),
      paragraph(texts.conditionsLead),
      ...numbered(strings(data, 'conditions').map(sentence)),
      paragraph(texts.resume),
      paragraph(texts.consequence),
      remedyParagraph(data, `${texts.remedies}${texts.noStay}`, you),
    ];
  },
  contact: 'contact',
  copies: 'copies',
});
