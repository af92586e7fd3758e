import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { YSQD_WORDING } from '../../wording/ysqd.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { formHead } from '../parts/approval-form.ts';
import { caseFacts, caseNumberText } from '../parts/case-facts.ts';
import { paragraph } from '../parts/draw.ts';
import { itemTable } from '../parts/measures.ts';
import { strings, struck, text } from '../parts/read.ts';
import { lineOf } from '../parts/typed.ts';
import { crimeFacts } from './crime.ts';

function fill(context: DocumentContext): Record<string, unknown> {
  const held = (context.file.measures ?? []).filter((measure) => measure.outcome === null || measure.outcome === 'transferred');
  return {
    ...caseFacts(context),
    ...crimeFacts(context),
    wordingVersion: wordingInForce(YSQD_WORDING, context).version,
    items: held.flatMap((measure) => measure.items.map((item) => lineOf(item.name, item.spec, item.quantity, item.condition))),
  };
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(YSQD_WORDING, data).texts;
  const title = `${struck(text(data, 'caseTitle'))}（案号：${caseNumberText(data)}）`;
  return [
    ...formHead(data, 'YSQD'),
    paragraph(fillIn(texts.lead, { title })),
    itemTable(data),
    ...(strings(data, 'items').length === 0 ? [paragraph(texts.none)] : [paragraph(`共${strings(data, 'items').length}项。`)]),
    { kind: 'signatures', items: [
      { label: '移送人签名', date: true },
      { label: '移送人签名', date: true },
      { label: '接收人签名', date: true },
      { label: '接收机关（印章）', name: text(data, 'receivingBody'), date: true },
    ] },
    { kind: 'remark', text: texts.remark },
  ];
}

export const YSQD: DocumentDefinition = {
  code: 'YSQD',
  style: 'form',
  sealed: true,
  ...newest(YSQD_WORDING),
  fields: [{ key: 'items', label: '涉案物品', kind: 'lines', required: false, filledFrom: 'case', help: '每行一件：名称｜规格型号（编号）｜数量｜状态。没有随案移送物品的，不填。' }],
  requires: [{ key: 'party', label: '当事人' }, { key: 'receivingBody', label: '受移送的公安机关' }],
  settings: [],
  fill,
  blocks,
};
