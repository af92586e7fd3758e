import { PUBLICATION_DAYS } from '../../../time-limit/limits.ts';
import { addCalendarDays, isDate } from '../../../time-limit/days.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { DocumentContext, DocumentDefinition } from '../../definition.ts';
import { DOCUMENT_NAMES } from '../../document-file.ts';
import { GGSD_WORDING } from '../../wording/ggsd.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { decisionFacts } from '../parts/decided.ts';
import { paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { clause, struck, text } from '../parts/read.ts';
import { typedText } from '../parts/typed.ts';

/** The document published: the one it was made for, else the last that was issued to the party with a number. */
function published(context: DocumentContext): Record<string, unknown> {
  const { about, file, today } = context;
  const last = file.documents.findLast((document) => document.status === 'issued' && document.docNo !== null && CATALOGUE[document.code].direction === 'external' && document.code !== 'GGSD');
  const code = about?.code ?? last?.code;
  const publishedOn = typedText(context, 'publishedOn', today);
  return {
    servedName: code === undefined ? '' : DOCUMENT_NAMES[code],
    servedNo: about?.docNo ?? last?.docNo ?? '',
    content: code === 'CFJD' ? text(decisionFacts(context), 'content') : '',
    publishedOn,
    // The day after publication is the first of the thirty (Civil Procedure Law, art. 95).
    countsOn: isDate(publishedOn) ? addCalendarDays(publishedOn, PUBLICATION_DAYS) : '',
  };
}

export const GGSD: DocumentDefinition = letter({
  code: 'GGSD',
  wording: GGSD_WORDING,
  addressee: 'party',
  facts: published,
  body: (data, texts, you) => {
    const content = clause(text(data, 'content'));
    return [
      paragraph(fillIn(texts.lead, { you, reason: clause(text(data, 'reason')) || '／', name: struck(text(data, 'servedName')), no: struck(text(data, 'servedNo')) })),
      ...(content === '' ? [] : [paragraph(fillIn(texts.content, { content }))]),
      paragraph(fillIn(texts.term, { you, publishedOn: struck(longDate(text(data, 'publishedOn'))), servedOn: struck(longDate(text(data, 'countsOn'))) })),
    ];
  },
  contact: 'contact',
  fields: [
    { key: 'servedName', label: '公告送达的文书', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'servedNo', label: '文号', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'reason', label: '公告送达的原因', kind: 'long-text', required: true, filledFrom: 'none', help: '写明受送达人下落不明，或者已采用的其他送达方式和未能送达的经过。' },
    { key: 'content', label: '文书的主要内容', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'publishedOn', label: '发布日期', kind: 'date', required: true, filledFrom: 'case' },
  ],
  requires: [{ key: 'party', label: '受送达人' }],
});
