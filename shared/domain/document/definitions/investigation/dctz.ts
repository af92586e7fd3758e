import { DCTZ_WORDING } from '../../wording/dctz.ts';
import { fillIn } from '../../wording/wording.ts';
import { longMinute } from '../parts/dates.ts';
import { numbered, paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { withCertificates, type PrintedOfficer } from '../parts/officers.ts';
import { clause, list, strings, struck, text } from '../parts/read.ts';

/** 调查（询问）通知书 (C1): calls the party or somebody else to be asked. */
export const DCTZ = letter({
  code: 'DCTZ',
  wording: DCTZ_WORDING,
  addressee: (data) => text(data, 'addressee'),
  fields: [
    { key: 'addressee', label: '被通知人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'who', label: '到场人', kind: 'text', required: true, filledFrom: 'case', help: '例如：你单位法定代表人钱某，或者委托代理人。' },
    { key: 'askAt', label: '到场时间', kind: 'minute', required: true, filledFrom: 'none' },
    { key: 'place', label: '到场地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'bring', label: '需携带的证件和材料', kind: 'lines', required: true, filledFrom: 'case', help: '每行一项。' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '执法人员' }, { key: 'cause', label: '案由' }],
  facts: ({ file, settings, officers }) => {
    const { party } = file;
    const person = party?.kind === 'person';
    return {
      addressee: party?.name ?? '',
      who: party === null ? '' : person ? '你本人' : `你单位${party.kind === 'business' ? '经营者' : '法定代表人（负责人）'}${party.representative}或者其委托代理人`,
      place: `${settings.authorityName}${officers.get(file.officerIds[0] ?? '')?.unitName ?? ''}`,
      bring: person ? ['本人居民身份证'] : ['营业执照（或者其他主体资格证明）', '法定代表人（负责人、经营者）身份证明', '受委托人身份证件和授权委托书（委托他人的）'],
    };
  },
  body: (data, texts) => {
    const officers = list<PrintedOfficer>(data, 'officers');
    return [
      paragraph(fillIn(texts.lead, {
        cause: struck(text(data, 'cause')), who: struck(text(data, 'who')), askAt: longMinute(text(data, 'askAt')) || '／', place: struck(text(data, 'place')),
        officers: officers.length === 0 ? '／' : withCertificates(officers),
      })),
      paragraph(texts.bring),
      ...numbered(strings(data, 'bring').map((item) => `${clause(item)}；`)),
      paragraph(texts.agent),
      paragraph(texts.duty),
    ];
  },
  contact: 'contact',
  copies: 'copies',
});
