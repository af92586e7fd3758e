import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { AYDJ_WORDING } from '../../wording/aydj.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { opinionOf } from '../parts/approvals.ts';
import { form, formHead, opinionRows, pair, signedRow, sourceRow, wide } from '../parts/approval-form.ts';
import { caseFacts, siteText } from '../parts/case-facts.ts';
import { numberedLines, ticks } from '../parts/draw.ts';
import type { Party } from '../../../party/party.ts';
import { names, printedOfficers } from '../parts/officers.ts';
import { partyRows } from '../parts/party.ts';
import { record, strings, text } from '../parts/read.ts';

const CONFIDENTIAL = ['不要求保密', '要求保密'];
const OPINIONS = [{ key: 'headOpinion', title: '办案机构\n负责人意见', events: ['assign'], usual: 'headOpinion' }] as const;

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const { version, texts } = wordingInForce(AYDJ_WORDING, context);
  const usual = fillIn(texts.headOpinion, { officers: names(printedOfficers(context)) });
  return {
    ...caseFacts(context),
    wordingVersion: version,
    receivedOn: file.clue.receivedOn,
    subject: file.clue.subject,
    summary: file.clue.description,
    receiver: context.officers.get(context.document.createdBy)?.name ?? '',
    confidential: CONFIDENTIAL[0],
    handling: texts.handling,
    headOpinion: opinionOf(file, ['assign'], usual),
  };
}

/** Who reported, unless he asked that it be kept secret (Administrative Penalty Law, art. 50). */
function informantRows(data: DocumentData) {
  if (text(data, 'confidential') === CONFIDENTIAL[1]) return [wide('线索提供人', wordingOf(AYDJ_WORDING, data).texts.confidential)];
  return [pair('线索提供人\n（单位）', text(data, 'informant'), '联系方式', text(data, 'informantContact'))];
}

function blocks(data: DocumentData): readonly Block[] {
  const attachments = numberedLines(strings(data, 'attachments'));
  return [
    ...formHead(data, 'AYDJ'),
    form([
      sourceRow(data),
      ...informantRows(data),
      wide('身份保密', ticks(CONFIDENTIAL, [text(data, 'confidential')], 2)),
      ...partyRows(record<Party>(data, 'party')),
      wide('涉案工程', siteText(data)),
      wide('线索标题', text(data, 'subject')),
      wide('主要内容', text(data, 'summary'), 42),
      wide('附件材料', attachments),
      pair('登记人', text(data, 'receiver'), '办案渠道', text(data, 'channel')),
      signedRow('拟办意见', text(data, 'handling'), 20),
      ...opinionRows(data, OPINIONS),
      wide('备注', text(data, 'remark')),
    ]),
  ];
}

export const AYDJ: DocumentDefinition = {
  code: 'AYDJ',
  style: 'form',
  sealed: false,
  ...newest(AYDJ_WORDING),
  fields: [
    { key: 'confidential', label: '是否要求保密', kind: 'choice', required: true, filledFrom: 'case', choices: CONFIDENTIAL, help: '要求保密的，本表不印线索提供人的身份。' },
    { key: 'informant', label: '线索提供人（单位）', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'informantContact', label: '线索提供人联系方式', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'subject', label: '线索标题', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'summary', label: '主要内容', kind: 'long-text', required: true, filledFrom: 'case', help: '写明反映的时间、地点、当事人和行为。' },
    { key: 'attachments', label: '附件材料', kind: 'lines', required: false, filledFrom: 'none' },
    { key: 'receiver', label: '登记人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'handling', label: '拟办意见', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'remark', label: '备注', kind: 'text', required: false, filledFrom: 'none' },
  ],
  requires: [{ key: 'headOpinion', label: '办案机构负责人意见（指派承办人后自动填入）' }],
  settings: [],
  fill,
  blocks,
};
