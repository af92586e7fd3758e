import { TZSL_WORDING } from '../../wording/tzsl.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { paragraph } from '../parts/draw.ts';
import { hearingFacts, hostContact, noticeText } from '../parts/hearing.ts';
import { letter } from '../parts/letter.ts';
import { struck, text } from '../parts/read.ts';

/** 听证申请受理通知书 (D6; Administrative Penalty Law, arts. 63, 64). */
export const TZSL = letter({
  code: 'TZSL',
  wording: TZSL_WORDING,
  addressee: 'party',
  fields: [{ key: 'requestedOn', label: '要求听证的日期', kind: 'date', required: true, filledFrom: 'case' }],
  requires: [{ key: 'party', label: '当事人' }, { key: 'noticeOn', label: '告知书的送达' }],
  facts: (context) => ({ ...hearingFacts(context), ...hostContact(context) }),
  body: (data, texts, you) => [
    paragraph(fillIn(texts.accept, { you, requestedOn: struck(longDate(text(data, 'requestedOn'))), cause: struck(text(data, 'cause')), notice: noticeText(data) })),
    paragraph(fillIn(texts.next, { you })),
  ],
  contact: 'contact',
  copies: 'copies',
});
