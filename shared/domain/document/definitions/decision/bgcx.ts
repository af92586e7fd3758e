import type { Remedy } from '../../../case-file/side-lines.ts';
import { REMEDY_RESULTS } from '../../../case-file/side-lines.ts';
import type { CaseFile } from '../../../case-file/case-file.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { BGCX_WORDING } from '../../wording/bgcx.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { decisionFacts, decisionWords } from '../parts/decided.ts';
import { REMEDY_FIELDS, REMEDY_SETTINGS, remedyFacts, remedyWords } from '../parts/remedies.ts';
import { numbered, paragraph, paragraphs } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { penaltyItems } from '../parts/penalty.ts';
import { clause, sentence, strings, text } from '../parts/read.ts';

type Texts = (typeof BGCX_WORDING)[0]['texts'];
const ACTS = ['变更', '撤销'];

/** The decision that is changed: the last one that was replaced, else the one that stands. */
function changedDecision(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const former = file.formerDecisions?.at(-1);
  if (former === undefined) return { ...decisionFacts(context), reason: '' };
  const penalty = former.decided ?? null;
  return {
    decisionName: '行政处罚决定书', decisionNo: former.docNo ?? '', decidedOn: former.decidedOn, penalty,
    content: penalty === null ? '' : `给予${penaltyItems(penalty).join('、')}的行政处罚`,
    reason: former.reason,
  };
}

function decisiveRemedy(file: CaseFile): Remedy | undefined {
  return file.remedies?.findLast((remedy) => remedy.result !== null && ['changed', 'revoked', 'unlawful', 'void', 'redo'].includes(remedy.result));
}

function facts(context: DocumentContext, texts: Texts): Record<string, unknown> {
  const { file } = context;
  const changed = changedDecision(context);
  const remedy = decisiveRemedy(file);
  const penalty = file.decided;
  return {
    ...changed,
    ...remedyFacts(context),
    act: penalty === null ? '撤销' : '变更',
    ground: remedy === undefined ? texts.own : remedyText(remedy, texts),
    reason: text(changed, 'reason'),
    actBasis: texts.basisOwn,
    newContent: penalty === null || file.formerDecisions === undefined ? [] : penaltyItems(penalty),
  };
}

function remedyText(remedy: Remedy, texts: Texts): string {
  const kind = remedy.kind === 'reconsideration' ? '行政复议' : '行政诉讼';
  return fillIn(texts.remedy, { endedOn: longDate(remedy.endedOn ?? '') || '／', organ: remedy.organ, kind, result: remedy.result === null ? '／' : REMEDY_RESULTS[remedy.result] });
}

function decision(data: DocumentData, texts: Texts) {
  const basis = clause(text(data, 'actBasis')) || '／';
  if (text(data, 'act') === '撤销') return [paragraph(fillIn(texts.revoke, { basis }))];
  const items = strings(data, 'newContent').map(clause);
  const ends = items.map((item, index) => `${item}${index === items.length - 1 ? '。' : '；'}`);
  return [paragraph(fillIn(texts.change, { basis })), ...(ends.length > 1 ? numbered(ends) : [paragraph(ends[0] ?? '／')])];
}

export const BGCX: DocumentDefinition = letter({
  code: 'BGCX',
  title: (data) => `${text(data, 'act') === '撤销' ? '撤销' : '变更'}行政处罚决定书`,
  wording: BGCX_WORDING,
  addressee: 'party-block',
  facts,
  body: (data, texts) => {
    const settled = clause(text(data, 'settled'));
    return [
      paragraph(fillIn(texts.intro, decisionWords(data))),
      ...paragraphs(`${sentence(text(data, 'ground'))}${sentence(text(data, 'reason'))}` || '／'),
      ...decision(data, texts),
      ...(settled === '' ? [] : [paragraph(fillIn(texts.settled, { settled }))]),
      paragraph(texts.publication),
      paragraph(fillIn(texts.remedies, remedyWords(data))),
    ];
  },
  copies: 'copies',
  fields: [
    { key: 'act', label: '决定的种类', kind: 'choice', required: true, filledFrom: 'case', choices: ACTS },
    { key: 'ground', label: '变更（撤销）的起因', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'reason', label: '事实和理由', kind: 'long-text', required: true, filledFrom: 'case', help: '写明原决定错误之处和认定的理由。' },
    { key: 'actBasis', label: '变更（撤销）的依据', kind: 'text', required: true, filledFrom: 'case', help: '法律名称用全称，写明条、款、项。' },
    { key: 'newContent', label: '变更后的处罚内容', kind: 'lines', required: false, filledFrom: 'case', help: '每项处罚一行；撤销的不填。不得重于原决定，另有告知、复核程序的除外。' },
    { key: 'settled', label: '已执行部分的处理', kind: 'long-text', required: false, filledFrom: 'none', help: '例如：退还多缴的罚款。没有执行的不填。' },
    ...REMEDY_FIELDS,
  ],
  requires: [
    { key: 'party', label: '当事人' },
    { key: 'decisionNo', label: '原决定书文号' },
    { key: 'decidedOn', label: '原决定的日期' },
  ],
  settings: REMEDY_SETTINGS,
});
