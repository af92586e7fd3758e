import { SERVICE_METHODS, type ServiceRecord } from '../../../case-file/case-file.ts';
import type { Block, FormRow } from '../../blocks.ts';
import { DOCUMENT_NAMES } from '../../document-file.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { SDHZ_WORDING } from '../../wording/sdhz.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { formHead } from '../parts/approval-form.ts';
import { caseFacts, caseNumberText } from '../parts/case-facts.ts';
import { longMinute } from '../parts/dates.ts';
import { aligned, blocksCell, cell, flush, label, row, tallRow, ticks } from '../parts/draw.ts';
import { officersNamed, printedOfficers, withCertificates, type PrintedOfficer } from '../parts/officers.ts';
import { list, orNone, struck, text } from '../parts/read.ts';

const METHODS = Object.values(SERVICE_METHODS);
/** Where a person may have to write on the spot. */
const OPEN_TIME = '　　　　年　　月　　日　　时　　分';

function fill(context: DocumentContext): Record<string, unknown> {
  const { file, about } = context;
  const service = about === null ? undefined : file.services.findLast((entry) => entry.documentId === about.id);
  return {
    ...caseFacts(context),
    wordingVersion: wordingInForce(SDHZ_WORDING, context).version,
    servedName: about === null ? '' : DOCUMENT_NAMES[about.code],
    servedNo: about?.docNo ?? '',
    servedPages: about?.issued?.pdf?.pages === undefined ? '' : String(about.issued.pdf.pages),
    servedCopies: '1',
    addressee: file.party?.name ?? '',
    servers: servers(context, service),
    place: file.party?.address ?? '',
    ...(service === undefined ? {} : served(service)),
  };
}

function served(service: ServiceRecord): Record<string, unknown> {
  return {
    method: SERVICE_METHODS[service.method],
    servedAt: service.servedAt,
    place: service.place,
    recipient: service.recipient,
    recipientRelation: service.recipientRelation,
    refusalReason: service.refusalReason,
    witness: service.witness,
  };
}

function servers(context: DocumentContext, service: ServiceRecord | undefined): readonly PrintedOfficer[] {
  return service === undefined || service.serverIds.length === 0 ? printedOfficers(context) : officersNamed(context, service.serverIds);
}

function rows(data: DocumentData): readonly FormRow[] {
  const people = list<PrintedOfficer>(data, 'servers');
  const pages = text(data, 'servedPages');
  return [
    row(label('案由'), cell(text(data, 'cause'), { span: 3 })),
    row(label('案号'), cell(caseNumberText(data), { span: 3 })),
    row(label('送达文书名称'), cell(text(data, 'servedName') === '' ? '' : `《${text(data, 'servedName')}》`, { span: 3 })),
    row(label('送达文书文号'), cell(text(data, 'servedNo'), { span: 3 })),
    row(label('份数'), cell(`${struck(text(data, 'servedCopies'))}份`), label('页数'), cell(pages === '' ? '' : `${pages}页`)),
    row(label('受送达人'), cell(text(data, 'addressee'), { span: 3 })),
    row(label('送达地点'), cell(text(data, 'place'), { span: 3 })),
    row(label('送达方式'), cell(methodText(data), { span: 3 })),
    tallRow(11, label('送达时间'), cell(longMinute(text(data, 'servedAt')) || OPEN_TIME, { span: 3 })),
    tallRow(24, label('收件人签名\n或者盖章'), blocksCell(recipientBlocks(data), { span: 3 })),
    row(label('收件人与受送\n达人的关系'), cell(text(data, 'recipientRelation'), { span: 3 })),
    tallRow(14, label('拒收事由'), cell(orNone(text(data, 'refusalReason')), { span: 3 })),
    tallRow(12, label('见证人签名'), cell(orNone(text(data, 'witness')), { span: 3 })),
    tallRow(20, label('送达人签名'), blocksCell(serverBlocks(people), { span: 3 })),
    row(label('备注'), cell(orNone(text(data, 'note')), { span: 3 })),
  ];
}

function methodText(data: DocumentData): string {
  const method = text(data, 'method');
  return ticks(METHODS, method === '' ? [] : [method], 3);
}

function recipientBlocks(data: DocumentData): readonly Block[] {
  const name = text(data, 'recipient');
  return [flush(name === '' ? '　' : `收件人：${name}`), aligned('right', '签名（盖章）：　　　　　　　　　年　　月　　日')];
}

function serverBlocks(people: readonly PrintedOfficer[]): readonly Block[] {
  return [flush(people.length === 0 ? '／' : withCertificates(people)), aligned('right', '签名：　　　　　　　　　　　年　　月　　日')];
}

function blocks(data: DocumentData): readonly Block[] {
  return [
    ...formHead(data, 'SDHZ'),
    { kind: 'form', columns: [38, 46, 26, 46], rows: rows(data) },
    { kind: 'remark', text: wordingOf(SDHZ_WORDING, data).texts.remark },
  ];
}

export const SDHZ: DocumentDefinition = {
  code: 'SDHZ',
  style: 'form',
  sealed: false,
  ...newest(SDHZ_WORDING),
  fields: [
    { key: 'servedCopies', label: '份数', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'servedPages', label: '页数', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'place', label: '送达地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'method', label: '送达方式', kind: 'choice', required: true, filledFrom: 'case', choices: METHODS, help: '登记送达后自动填入。' },
    { key: 'servedAt', label: '送达时间', kind: 'minute', required: true, filledFrom: 'case', help: '登记送达后自动填入；24小时制，精确到分。' },
    { key: 'recipient', label: '收件人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'recipientRelation', label: '收件人与受送达人的关系', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'refusalReason', label: '拒收事由', kind: 'long-text', required: false, filledFrom: 'case' },
    { key: 'witness', label: '见证人', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'note', label: '备注', kind: 'text', required: false, filledFrom: 'none' },
  ],
  requires: [
    { key: 'servedName', label: '送达的文书' },
    { key: 'addressee', label: '受送达人' },
    { key: 'servers', label: '送达人' },
  ],
  settings: [],
  fill,
  blocks,
};
