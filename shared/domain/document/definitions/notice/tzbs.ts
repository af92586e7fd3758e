import { TZSL_WORDING } from '../../wording/tzsl.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { paragraph } from '../parts/draw.ts';
import { hearingFacts, hostContact, noticeText } from '../parts/hearing.ts';
import { letter } from '../parts/letter.ts';
import { clause, struck, text } from '../parts/read.ts';

/** 听证申请不予受理通知书 (D6): says why, and that the defence stays open. */
export const TZBS = letter({
  code: 'TZBS',
  wording: TZSL_WORDING,
  addressee: 'party',
  fields: [
    { key: 'requestedOn', label: '要求听证的日期', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'reason', label: '不予受理的理由', kind: 'long-text', required: true, filledFrom: 'case', help: '例如：超过规定期限提出，且没有正当理由。' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'noticeOn', label: '告知书的送达' }],
  facts: (context) => ({ ...hearingFacts(context), ...hostContact(context), reason: context.file.hearing?.refusalReason ?? '' }),
  body: (data, texts, you) => [
    paragraph(fillIn(texts.refuse, {
      you, requestedOn: struck(longDate(text(data, 'requestedOn'))), cause: struck(text(data, 'cause')), notice: noticeText(data), reason: clause(text(data, 'reason')) || '／',
    })),
    paragraph(fillIn(texts.refuseEffect, { you })),
  ],
  contact: 'contact',
  copies: 'copies',
});
