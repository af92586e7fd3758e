import { JGGZ_WORDING } from '../../wording/jggz.ts';
import type { DocumentData } from '../../definition.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { numbered, paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { clause, sentence, strings, struck, text } from '../parts/read.ts';

const RESULTS = { clean: '未发现问题', spot: '发现问题已当场改正', term: '发现问题责令限期改正', file: '涉嫌违法，进一步调查处理', other: '其他' } as const;
type Outcome = keyof typeof RESULTS;

function outcomeOf(data: DocumentData): Outcome | null {
  return (Object.keys(RESULTS) as Outcome[]).find((key) => RESULTS[key] === text(data, 'result')) ?? null;
}

function resultBlocks(data: DocumentData, texts: Readonly<Record<Outcome | 'problemsLead', string>>, you: string) {
  const outcome = outcomeOf(data);
  if (outcome === null) return [paragraph('／')];
  if (outcome === 'clean') return [paragraph(texts.clean)];
  return [paragraph(texts.problemsLead), ...numbered(strings(data, 'problems').map(sentence)), paragraph(fillIn(texts[outcome], { you, next: clause(text(data, 'next')) || '／' }))];
}

export const JGGZ = letter({
  code: 'JGGZ',
  wording: JGGZ_WORDING,
  addressee: 'party-block',
  fields: [
    { key: 'checkedOn', label: '检查日期', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'items', label: '检查事项', kind: 'lines', required: true, filledFrom: 'none' },
    { key: 'result', label: '检查结果', kind: 'choice', required: true, filledFrom: 'none', choices: Object.values(RESULTS) },
    { key: 'problems', label: '发现的问题', kind: 'lines', required: false, filledFrom: 'none', help: '检查结果为“未发现问题”的不填。' },
    { key: 'next', label: '后续处理', kind: 'text', required: false, filledFrom: 'none', help: '检查结果为“其他”的填写。' },
    { key: 'publishOn', label: '公开日期', kind: 'date', required: false, filledFrom: 'none' },
  ],
  requires: [{ key: 'party', label: '被检查人' }],
  facts: ({ file }) => ({ checkedOn: file.documents.findLast((document) => document.code === 'XCJC' && document.record !== undefined)?.record?.startAt.slice(0, 10) ?? '' }),
  body: (data, texts, you) => {
    const items = strings(data, 'items').map(clause).join('；') || '／';
    const publishOn = longDate(text(data, 'publishOn'));
    return [
      paragraph(fillIn(texts.lead, { you, checkedOn: struck(longDate(text(data, 'checkedOn'))), items })),
      ...resultBlocks(data, texts, you),
      paragraph(fillIn(texts.objection, { you })),
      ...(publishOn === '' ? [] : [paragraph(fillIn(texts.publish, { publishOn }))]),
    ];
  },
  contact: 'contact',
});
