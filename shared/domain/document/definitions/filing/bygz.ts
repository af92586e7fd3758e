import { BYGZ_WORDING } from '../../wording/bygz.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { clause, struck, text } from '../parts/read.ts';

const RECIPIENTS = { person: '举报人（投诉人）', body: '移送（交办）单位' } as const;

/** How the letter speaks to whom it answers. */
function toWords(recipient: string): string {
  return recipient === RECIPIENTS.body ? '贵单位' : '您';
}

export const BYGZ = letter({
  code: 'BYGZ',
  wording: BYGZ_WORDING,
  addressee: (data) => text(data, 'to'),
  fields: [
    { key: 'recipient', label: '告知对象', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(RECIPIENTS) },
    { key: 'to', label: '告知对象名称（姓名）', kind: 'text', required: true, filledFrom: 'none', help: '不向被反映的当事人告知，以免泄露举报人身份。' },
    { key: 'receivedOn', label: '收到日期', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'subject', label: '反映（移送）的事项', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'reason', label: '不予立案的理由', kind: 'long-text', required: true, filledFrom: 'none', help: '写明查明的事实和不符合的立案条件，不写当事人的商业秘密和个人隐私。' },
  ],
  requires: [],
  facts: ({ file }) => ({
    recipient: ['superior', 'transfer', 'subordinate'].includes(file.clue.source) ? RECIPIENTS.body : RECIPIENTS.person,
    receivedOn: file.clue.receivedOn, subject: file.clue.subject,
  }),
  body: (data, texts) => {
    const lead = text(data, 'recipient') === RECIPIENTS.body ? texts.transferred : texts.reported;
    return [
      paragraph(fillIn(lead, { to: toWords(text(data, 'recipient')), receivedOn: struck(longDate(text(data, 'receivedOn'))), subject: struck(clause(text(data, 'subject'))) })),
      paragraph(fillIn(texts.decide, { reason: clause(text(data, 'reason')) || '／' })),
      paragraph(texts.again),
    ];
  },
  contact: 'contact',
});
