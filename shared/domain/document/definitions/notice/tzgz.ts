import { hearingRequired } from '../../../case-file/hearing.ts';
import { TZGZ_WORDING } from '../../wording/tzgz.ts';
import { fillIn } from '../../wording/wording.ts';
import { caseNumberText } from '../parts/case-facts.ts';
import { paragraph, paragraphs } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { discretionText } from '../parts/discretion.ts';
import { clause, sentence, struck, text } from '../parts/read.ts';
import { factBlocks, natureBlocks, penaltyBlocks } from '../parts/shared-blocks.ts';

/** 行政处罚听证告知书 (D3): the right to a hearing told by a letter of its own, where the bureau does not join it to the notice. */
export const TZGZ = letter({
  code: 'TZGZ',
  wording: TZGZ_WORDING,
  addressee: 'party-block',
  settings: ['hearingFinePersonFen', 'hearingFineUnitFen'],
  fields: [
    { key: 'facts', label: '违法事实', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'nature', label: '性质认定', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'breached', label: '违反的条款', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'basis', label: '处罚依据', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'discretion', label: '处罚裁量', kind: 'long-text', required: true, filledFrom: 'case' },
  ],
  requires: [
    { key: 'party', label: '当事人' }, { key: 'penalty', label: '拟处罚种类和金额' },
    { key: 'hearingReached', label: '拟处罚达到听证标准（未达到的不需要告知听证权利）' },
  ],
  facts: (context) => {
    const { file, settings } = context;
    return {
      penalty: file.proposed, hearingReached: hearingRequired(file, settings) ? '是' : '',
      discretion: discretionText(context, file.proposed, '拟确定'),
    };
  },
  body: (data, texts, you) => [
    paragraph(fillIn(texts.lead, { you, cause: struck(text(data, 'cause')), caseNo: caseNumberText(data) })),
    ...factBlocks(data),
    ...natureBlocks(data),
    ...paragraphs(sentence(text(data, 'discretion'))),
    paragraph(fillIn(texts.propose, { you, breached: clause(text(data, 'breached')) || '／', basis: clause(text(data, 'basis')) || '／' })),
    ...penaltyBlocks(data),
    paragraph(fillIn(texts.right, { you })),
    paragraph(fillIn(texts.how, { you })),
    paragraph(fillIn(texts.silence, { you })),
  ],
  contact: 'contact',
  copies: 'copies',
});
