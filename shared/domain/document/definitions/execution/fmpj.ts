import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { FMPJ_WORDING } from '../../wording/fmpj.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, formHead, pair, wide } from '../parts/approval-form.ts';
import { caseFacts, caseNumberText } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { decisionFacts, duesFacts, sum } from '../parts/decided.ts';
import { aligned, blocksCell } from '../parts/draw.ts';
import { money } from '../parts/penalty.ts';
import { list, record, strings, struck, text } from '../parts/read.ts';
import type { Party } from '../../../party/party.ts';
import { columnsOf, lineOf } from '../parts/typed.ts';

function fill(context: DocumentContext): Record<string, unknown> {
  return {
    ...caseFacts(context),
    ...decisionFacts(context),
    ...duesFacts(context),
    wordingVersion: wordingInForce(FMPJ_WORDING, context).version,
    receipts: context.file.payments.map((payment) => lineOf(payment.receiptNo, longDate(payment.paidOn), money(payment.amountFen))),
  };
}

function receiptTable(data: DocumentData): Block {
  const rows = strings(data, 'receipts').map((line, index) => [String(index + 1), ...columnsOf(line, 3).map(struck)]);
  return {
    kind: 'table',
    columns: [{ title: '序号', width: 14, align: 'center' }, { title: '票据（凭证）编号', width: 46 }, { title: '缴款日期', width: 38, align: 'center' }, { title: '金额', width: 58 }],
    rows: rows.length === 0 ? [['／', '／', '／', '／']] : rows,
  };
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(FMPJ_WORDING, data).texts;
  return [
    ...formHead(data, 'FMPJ'),
    form([
      wide('案件名称', text(data, 'caseTitle')),
      pair('案号', caseNumberText(data), '决定书文号', text(data, 'decisionNo')),
      wide('缴款人', record<Party>(data, 'party')?.name ?? ''),
      pair('应缴合计', sum(data, 'dueFen'), '已缴合计', sum(data, 'paidFen')),
    ]),
    { kind: 'space', lines: 0.4 },
    receiptTable(data),
    { kind: 'space', lines: 0.4 },
    { kind: 'form', columns: [156], rows: [{ minHeight: 100 - 6 * Math.min(6, list(data, 'receipts').length), cells: [blocksCell([aligned('center', texts.area)])] }] },
    { kind: 'signatures', items: [{ label: '粘贴人', date: true }] },
    { kind: 'remark', text: texts.remark },
  ];
}

export const FMPJ: DocumentDefinition = {
  code: 'FMPJ',
  style: 'form',
  sealed: false,
  ...newest(FMPJ_WORDING),
  fields: [{ key: 'receipts', label: '票据（缴款凭证）', kind: 'lines', required: true, filledFrom: 'case', help: '每行一张：编号｜缴款日期｜金额。登记缴款后自动填入。' }],
  requires: [{ key: 'party', label: '当事人' }, { key: 'decisionNo', label: '行政处罚决定书文号' }],
  settings: [],
  fill,
  blocks,
};
