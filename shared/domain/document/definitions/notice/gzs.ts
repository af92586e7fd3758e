import { reachesHearingThreshold } from '../../../case-file/hearing.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentData, DocumentDefinition } from '../../definition.ts';
import { GZS_WORDING } from '../../wording/gzs.ts';
import { fillIn } from '../../wording/wording.ts';
import { caseNumberText } from '../parts/case-facts.ts';
import { correctionState } from '../parts/correction.ts';
import { paragraph, paragraphs, sections } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { discretionText } from '../parts/discretion.ts';
import { correctionItems } from '../parts/penalty.ts';
import { clause, flag, sentence, strings, struck, text } from '../parts/read.ts';
import { evidenceBlocks, factBlocks, natureBlocks, penaltyBlocks } from '../parts/shared-blocks.ts';

type Texts = (typeof GZS_WORDING)[0]['texts'];

function reasonBlocks(data: DocumentData, texts: Texts, you: string): readonly Block[] {
  return [
    ...natureBlocks(data),
    paragraph(fillIn(texts.law, { you, breached: clause(text(data, 'breached')) || '／', basis: clause(text(data, 'basis')) || '／' })),
    ...paragraphs(sentence(text(data, 'discretion'))),
  ];
}

function proposalBlocks(data: DocumentData, texts: Texts, you: string): readonly Block[] {
  const correction = strings(data, 'correction').map(clause);
  return [
    paragraph(fillIn(texts.propose, { you, basis: clause(text(data, 'basis')) || '／' })),
    ...penaltyBlocks(data),
    ...(correction.length === 0 ? [] : [paragraph(fillIn(texts.correct, { you, items: correction.join('；') }))]),
  ];
}

/** 行政处罚意见告知书 (D2; Administrative Penalty Law, arts. 44, 63). */
export const GZS: DocumentDefinition = letter({
  code: 'GZS',
  wording: GZS_WORDING,
  addressee: 'party-block',
  facts: (context) => {
    const { file, settings } = context;
    return {
      penalty: file.proposed,
      correction: correctionItems(file.proposed),
      correctionState: correctionState(file),
      hearing: reachesHearingThreshold(file.proposed, file.party?.kind ?? 'unit', settings),
      discretion: discretionText(context, file.proposed, '拟确定'),
    };
  },
  body: (data, texts, you) => [
    paragraph(fillIn(texts.lead, { you, cause: struck(text(data, 'cause')), caseNo: caseNumberText(data) })),
    ...sections([
      { title: '违法事实和证据', content: [...factBlocks(data), ...paragraphs(text(data, 'correctionState')), ...evidenceBlocks(data, texts.evidenceLead)] },
      { title: '处罚理由、依据和裁量', content: reasonBlocks(data, texts, you) },
      { title: '拟作出的行政处罚', content: proposalBlocks(data, texts, you) },
      { title: '陈述、申辩的权利', content: [paragraph(fillIn(texts.defence, { you }))] },
      { title: '要求听证的权利', content: flag(data, 'hearing') ? [paragraph(fillIn(texts.hearing, { you }))] : [] },
    ]),
  ],
  contact: 'contact',
  copies: 'copies',
  fields: [
    { key: 'facts', label: '违法事实', kind: 'long-text', required: true, filledFrom: 'case', help: '写明时间、地点、行为、规模、合同价款和后果。' },
    { key: 'correctionState', label: '责令改正和复查情况', kind: 'long-text', required: false, filledFrom: 'case' },
    { key: 'nature', label: '性质认定', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'breached', label: '违反的条款', kind: 'long-text', required: true, filledFrom: 'case', help: '法律名称用全称，写明条、款、项。' },
    { key: 'basis', label: '处罚依据', kind: 'long-text', required: true, filledFrom: 'case', help: '法律名称用全称，写明条、款、项。' },
    { key: 'discretion', label: '处罚裁量', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'correction', label: '拟责令改正的内容', kind: 'lines', required: false, filledFrom: 'case' },
  ],
  requires: [
    { key: 'party', label: '当事人' },
    { key: 'evidence', label: '证据' },
    { key: 'penalty', label: '拟处罚种类和金额' },
  ],
  settings: ['hearingFinePersonFen', 'hearingFineUnitFen'],
});
