import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import type { Party } from '../../../party/party.ts';
import { SDQR_WORDING } from '../../wording/sdqr.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, formHead, pair, wide } from '../parts/approval-form.ts';
import { caseFacts, caseNumberText } from '../parts/case-facts.ts';
import { aligned, blocksCell, flush, label, tallRow, ticks } from '../parts/draw.ts';
import { type PrintedOfficer, withCertificates } from '../parts/officers.ts';
import { partyRows } from '../parts/party.ts';
import { list, orNone, record, text } from '../parts/read.ts';

const CONSENTS = ['同意电子送达', '不同意电子送达'];

function fill(context: DocumentContext): Record<string, unknown> {
  const { party } = context.file;
  return {
    ...caseFacts(context),
    wordingVersion: wordingInForce(SDQR_WORDING, context).version,
    serviceAddress: party?.address ?? '',
    receiver: party?.kind === 'person' ? party.name : (party?.representative ?? ''),
    receiverPhone: party?.phone ?? '',
  };
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(SDQR_WORDING, data).texts;
  const consent = text(data, 'consent');
  const officers = list<PrintedOfficer>(data, 'officers');
  return [
    ...formHead(data, 'SDQR'),
    form([
      pair('案号', caseNumberText(data), '案由', text(data, 'cause')),
      ...partyRows(record<Party>(data, 'party')),
      wide('告知事项', texts.duty),
      wide('送达地址', text(data, 'serviceAddress')),
      pair('收件人', text(data, 'receiver'), '收件人电话', text(data, 'receiverPhone')),
      pair('邮政编码', orNone(text(data, 'servicePostcode')), '其他联系人\n及电话', orNone(text(data, 'backup'))),
      wide('是否同意\n电子送达', ticks(CONSENTS, consent === '' ? [] : [consent], 2)),
      pair('电子邮箱', orNone(text(data, 'mail')), '传真或者\n即时通信号', orNone(text(data, 'account'))),
      tallRow(22, label('受送达人\n确认'), blocksCell([flush(texts.confirm), aligned('right', '签名（盖章）：　　　　　　　　年　　月　　日')], { span: 3 })),
      tallRow(18, label('执法人员'), blocksCell([flush(officers.length === 0 ? '／' : withCertificates(officers)), aligned('right', '签名：　　　　　　　　　　　年　　月　　日')], { span: 3 })),
    ]),
  ];
}

export const SDQR: DocumentDefinition = {
  code: 'SDQR',
  style: 'form',
  sealed: false,
  ...newest(SDQR_WORDING),
  fields: [
    { key: 'serviceAddress', label: '送达地址', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'receiver', label: '收件人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'receiverPhone', label: '收件人电话', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'servicePostcode', label: '邮政编码', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'backup', label: '其他联系人及电话', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'consent', label: '是否同意电子送达', kind: 'choice', required: true, filledFrom: 'none', choices: CONSENTS },
    { key: 'mail', label: '电子邮箱', kind: 'text', required: false, filledFrom: 'none', help: '同意电子送达的，电子邮箱、传真或者即时通信号至少填写一项。' },
    { key: 'account', label: '传真或者即时通信号', kind: 'text', required: false, filledFrom: 'none' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '承办人、协办人' }],
  settings: [],
  fill,
  blocks,
};
