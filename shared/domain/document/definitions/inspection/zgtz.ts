import type { DocumentContext } from '../../definition.ts';
import { ZGTZ_WORDING } from '../../wording/zgtz.ts';
import { fillIn } from '../../wording/wording.ts';
import { siteText } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { numbered, paragraph, paragraphs } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { correctionItems } from '../parts/penalty.ts';
import { clause, sentence, strings, text } from '../parts/read.ts';
import { REMEDY_FIELDS, REMEDY_SETTINGS, remedyFacts, remedyParagraph } from '../parts/remedies.ts';
import { typedText } from '../parts/typed.ts';

const MODES = { by: '限期改正', now: '立即改正' } as const;
const ORDER_BASIS = '《中华人民共和国行政处罚法》第二十八条第一款';

function facts(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const dueOn = typedText(context, 'dueOn', file.correctiveOrder?.dueOn ?? '');
  const mode = typedText(context, 'mode', MODES.by);
  return {
    ...remedyFacts(context), mode, dueOn, term: mode === MODES.now ? MODES.now : dueOn, orderBasis: ORDER_BASIS,
    problems: file.facts === '' ? [] : [file.facts], items: correctionItems(file.proposed),
  };
}

export const ZGTZ = letter({
  code: 'ZGTZ',
  wording: ZGTZ_WORDING,
  addressee: 'party-block',
  fields: [
    { key: 'problems', label: '违法行为（存在的问题）', kind: 'lines', required: true, filledFrom: 'case', help: '逐项写明时间、地点、部位和行为。' },
    { key: 'breached', label: '违反的条款', kind: 'long-text', required: true, filledFrom: 'case', help: '法律名称用全称，写明条、款、项。' },
    { key: 'orderBasis', label: '责令改正的依据', kind: 'long-text', required: true, filledFrom: 'case', help: '专门法律对责令改正另有规定的，写明该条款。' },
    { key: 'mode', label: '改正方式', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(MODES) },
    { key: 'items', label: '责令改正的事项', kind: 'lines', required: true, filledFrom: 'case' },
    { key: 'dueOn', label: '改正期限', kind: 'date', required: false, filledFrom: 'case', help: '限期改正的必须填写。' },
    { key: 'recheckOn', label: '复查日期', kind: 'date', required: false, filledFrom: 'none' },
    ...REMEDY_FIELDS,
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'term', label: '改正期限' }],
  settings: REMEDY_SETTINGS,
  facts,
  body: (data, texts, you) => {
    const dueOn = longDate(text(data, 'dueOn')) || '／';
    const basis = clause(text(data, 'orderBasis')) || '／';
    const recheckOn = longDate(text(data, 'recheckOn'));
    const problems = strings(data, 'problems').map(sentence);
    const project = siteText(data);
    return [
      paragraph(fillIn(texts.found, { you })),
      ...(problems.length > 1 ? numbered(problems) : paragraphs(problems[0] ?? '／')),
      ...(project === '' ? [] : [paragraph(`涉及工程：${project}。`)]),
      paragraph(fillIn(texts.breached, { breached: clause(text(data, 'breached')) || '／' })),
      paragraph(text(data, 'mode') === MODES.now ? fillIn(texts.orderNow, { basis, you }) : fillIn(texts.orderBy, { basis, you, dueOn })),
      ...numbered(strings(data, 'items').map(sentence)),
      paragraph(texts.report),
      ...(recheckOn === '' ? [] : [paragraph(fillIn(texts.recheck, { recheckOn }))]),
      paragraph(fillIn(texts.consequence, { you })),
      remedyParagraph(data, `${texts.remedies}${texts.noStay}`, you),
    ];
  },
  contact: 'contact',
  copies: 'copies',
});
