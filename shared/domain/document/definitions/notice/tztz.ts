import type { Party } from '../../../party/party.ts';
import type { DocumentContext } from '../../definition.ts';
import { TZTZ_WORDING } from '../../wording/tztz.ts';
import { fillIn } from '../../wording/wording.ts';
import { longMinute } from '../parts/dates.ts';
import { paragraph } from '../parts/draw.ts';
import { earliestHearing, hearingFacts, hostContact, noticeText, OPENNESS } from '../parts/hearing.ts';
import { letter } from '../parts/letter.ts';
import { record, struck, text } from '../parts/read.ts';
import { typedText } from '../parts/typed.ts';

/** Told in time: the hearing is not before the seventh working day after the notice is served (art. 64(2)). */
function facts(context: DocumentContext): Record<string, unknown> {
  const { hearing } = context.file;
  const heldAt = typedText(context, 'heldAt', hearing?.heldAt ?? '');
  const earliest = earliestHearing(context, hearing?.noticeServedOn ?? context.today);
  return { ...hearingFacts(context), ...hostContact(context), heldAt, inTime: earliest !== '' && heldAt !== '' && heldAt.slice(0, 10) >= earliest ? '是' : '' };
}

function papers(party: Party | null): string {
  if (party?.kind === 'person') return '授权委托书（委托代理的）';
  return party?.kind === 'business' ? '营业执照复印件、授权委托书（委托代理的）' : '营业执照复印件、法定代表人（负责人）身份证明、授权委托书（委托代理的）';
}

/** 行政处罚听证通知书 (D7; Administrative Penalty Law, art. 64). */
export const TZTZ = letter({
  code: 'TZTZ',
  wording: TZTZ_WORDING,
  addressee: 'party-block',
  fields: [
    { key: 'heldAt', label: '听证时间', kind: 'minute', required: true, filledFrom: 'case', help: '应当在送达本通知书的第七个工作日以后。' },
    { key: 'place', label: '听证地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'openness', label: '听证方式', kind: 'choice', required: true, filledFrom: 'case', choices: OPENNESS },
    { key: 'host', label: '听证主持人', kind: 'text', required: true, filledFrom: 'case', help: '由非本案调查人员担任。' },
    { key: 'recorder', label: '记录员', kind: 'text', required: true, filledFrom: 'case' },
  ],
  requires: [
    { key: 'party', label: '当事人' }, { key: 'noticeOn', label: '告知书的送达' },
    { key: 'inTime', label: '听证时间在送达通知书满七个工作日以后（当年节假日日历须已维护）' },
  ],
  facts,
  body: (data, texts, you) => [
    paragraph(fillIn(texts.lead, { you, heldAt: struck(longMinute(text(data, 'heldAt'))), place: struck(text(data, 'place')), cause: struck(text(data, 'cause')), notice: noticeText(data) })),
    paragraph(text(data, 'openness') === '不公开' ? texts.closed : texts.open),
    paragraph(fillIn(texts.people, { you, host: struck(text(data, 'host')), recorder: struck(text(data, 'recorder')) })),
    paragraph(fillIn(texts.attend, { you })),
    paragraph(fillIn(texts.bring, { papers: papers(record<Party>(data, 'party')) })),
    paragraph(fillIn(texts.absent, { you })),
  ],
  contact: 'contact',
  copies: 'copies',
});
