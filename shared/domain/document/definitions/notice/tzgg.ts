import type { Party } from '../../../party/party.ts';
import type { DocumentContext } from '../../definition.ts';
import { TZGG_WORDING } from '../../wording/tzgg.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate, longMinute } from '../parts/dates.ts';
import { numbered, paragraph } from '../parts/draw.ts';
import { hearingFacts, hostContact } from '../parts/hearing.ts';
import { letter } from '../parts/letter.ts';
import { record, struck, text } from '../parts/read.ts';

function facts(context: DocumentContext): Record<string, unknown> {
  const hearing = context.file.hearing;
  return { ...hearingFacts(context), ...hostContact(context), heldAt: hearing?.heldAt ?? '', isPublic: hearing?.public === true ? '是' : '' };
}

/** A person is named in public by the family name alone. */
function publicName(party: Party | null): string {
  if (party === null) return '／';
  return party.kind === 'person' ? `${Array.from(party.name)[0] ?? ''}某` : party.name;
}

/** 听证公告 (D8): only for a hearing held in public (Administrative Penalty Law, art. 64(3)). */
export const TZGG = letter({
  code: 'TZGG',
  wording: TZGG_WORDING,
  addressee: () => '',
  fields: [
    { key: 'heldAt', label: '听证时间', kind: 'minute', required: true, filledFrom: 'case' },
    { key: 'place', label: '听证地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'host', label: '听证主持人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'recorder', label: '记录员', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'registerBy', label: '旁听登记截止日', kind: 'date', required: true, filledFrom: 'none' },
    { key: 'seats', label: '旁听名额', kind: 'text', required: true, filledFrom: 'none', help: '例如：20人。' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'isPublic', label: '听证公开举行（不公开的不发公告）' }],
  facts,
  body: (data, texts) => [
    paragraph(fillIn(texts.lead, { party: publicName(record<Party>(data, 'party')), cause: struck(text(data, 'cause')) })),
    ...numbered([
      fillIn(texts.time, { heldAt: struck(longMinute(text(data, 'heldAt'))) }),
      fillIn(texts.place, { place: struck(text(data, 'place')) }),
      fillIn(texts.host, { host: struck(text(data, 'host')), recorder: struck(text(data, 'recorder')) }),
      fillIn(texts.attend, { registerBy: struck(longDate(text(data, 'registerBy'))), seats: struck(text(data, 'seats')) }),
      texts.order,
    ]),
  ],
  contact: 'contact',
});
