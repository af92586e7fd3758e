import { NO_PENALTY_GROUNDS, type NoPenaltyGround } from '../../../case-file/side-lines.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { BYCF_WORDING } from '../../wording/bycf.ts';
import { fillIn } from '../../wording/wording.ts';
import { correctionState } from '../parts/correction.ts';
import { REMEDY_FIELDS, REMEDY_SETTINGS, remedyFacts, remedyWords } from '../parts/remedies.ts';
import { paragraph, paragraphs, sections } from '../parts/draw.ts';
import { filingText } from '../parts/filed.ts';
import { letter } from '../parts/letter.ts';
import { correctionItems } from '../parts/penalty.ts';
import { clause, sentence, strings, text } from '../parts/read.ts';
import { evidenceBlocks, factBlocks } from '../parts/shared-blocks.ts';

type Texts = (typeof BYCF_WORDING)[0]['texts'];

const GROUND_TEXTS = {
  minor: 'groundMinor', 'first-slight': 'groundFirstSlight', 'no-fault': 'groundNoFault', 'under-14': 'groundUnder14', incapable: 'groundIncapable',
  'not-established': 'groundNotEstablished', limitation: 'groundLimitation',
} as const satisfies Record<NoPenaltyGround, keyof Texts>;

/** Grounds on which there was a breach, so that correction and education follow (art. 28, 33(3)). */
const BREACHED: readonly string[] = ['minor', 'first-slight', 'no-fault', 'under-14', 'incapable', 'limitation'];
const EDUCATED: readonly string[] = ['minor', 'first-slight', 'no-fault'];

function facts(context: DocumentContext, texts: Texts): Record<string, unknown> {
  const { file } = context;
  const ground = file.noPenaltyGround;
  return {
    ...remedyFacts(context),
    ground: ground ?? '',
    groundName: ground === undefined ? '' : NO_PENALTY_GROUNDS[ground],
    reason: ground === undefined ? '' : texts[GROUND_TEXTS[ground]],
    // Nothing is left to be ordered where the re-check found it done.
    correction: file.correctiveOrder?.corrected === true ? [] : correctionItems(file.proposed),
    correctionState: correctionState(file),
    education: '',
    intro: filingText(context, texts.intro),
  };
}

function decisionBlocks(data: DocumentData, texts: Texts): readonly Block[] {
  const ground = text(data, 'ground');
  const breached = clause(text(data, 'breached'));
  const correction = strings(data, 'correction').map(clause);
  const education = clause(text(data, 'education'));
  return [
    ...(BREACHED.includes(ground) && breached !== '' ? [paragraph(fillIn(texts.law, { breached }))] : []),
    ...paragraphs(text(data, 'reason') || '／'),
    ...(BREACHED.includes(ground) && correction.length > 0 ? [paragraph(fillIn(texts.correct, { items: correction.join('；') }))] : []),
    ...(EDUCATED.includes(ground) && education !== '' ? [paragraph(fillIn(texts.education, { education }))] : []),
  ];
}

export const BYCF: DocumentDefinition = letter({
  code: 'BYCF',
  wording: BYCF_WORDING,
  addressee: 'party-block',
  facts,
  body: (data, texts) => [
    ...paragraphs(text(data, 'intro') || '／'),
    ...sections([
      { title: '查明的事实和证据', content: [...factBlocks(data), ...paragraphs(sentence(text(data, 'correctionState'))), ...evidenceBlocks(data, texts.evidenceLead)] },
      { title: '不予行政处罚的理由、依据和决定', content: decisionBlocks(data, texts) },
      { title: '救济途径和期限', content: [paragraph(fillIn(texts.remedies, remedyWords(data)))] },
    ]),
  ],
  copies: 'copies',
  fields: [
    { key: 'intro', label: '案件来源和立案', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'facts', label: '查明的事实', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'correctionState', label: '责令改正和复查情况', kind: 'long-text', required: false, filledFrom: 'case' },
    { key: 'breached', label: '违反的条款', kind: 'long-text', required: false, filledFrom: 'case', help: '违法事实不能成立的，本栏不印。' },
    { key: 'reason', label: '不予处罚的理由和依据', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'correction', label: '责令改正的内容', kind: 'lines', required: false, filledFrom: 'case' },
    { key: 'education', label: '教育的内容', kind: 'long-text', required: false, filledFrom: 'none', help: '依法不予处罚的，应当对当事人进行教育（行政处罚法第三十三条第三款）。' },
    ...REMEDY_FIELDS,
  ],
  requires: [
    { key: 'party', label: '当事人' },
    { key: 'evidence', label: '证据' },
    { key: 'groundName', label: '不予处罚的法定事由（提请不予处罚时选择）' },
  ],
  settings: REMEDY_SETTINGS,
});
