import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { SJDX_WORDING } from '../../wording/sjdx.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, formHead, pair, wide } from '../parts/approval-form.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { longDate, longMinute } from '../parts/dates.ts';
import { numberedLines, paragraph } from '../parts/draw.ts';
import { type PrintedOfficer } from '../parts/officers.ts';
import { list, strings, struck, text } from '../parts/read.ts';
import { recordHeading } from '../parts/record-sheet.ts';
import { columnsOf, lineOf } from '../parts/typed.ts';

function fill(context: DocumentContext): Record<string, unknown> {
  const { party, project } = context.file;
  const facts = caseFacts(context);
  const { version, texts } = wordingInForce(SJDX_WORDING, context);
  return {
    ...facts, wordingVersion: version, method: texts.method,
    objects: party === null ? [] : [lineOf(party.name, party.creditCode, project?.name ?? '')],
    inspectors: list<PrintedOfficer>(facts, 'officers').map((officer) => lineOf(officer.name, officer.certificateNo, '')),
  };
}

function drawnTable(data: DocumentData, key: string, titles: readonly [string, string, string], widths: readonly [number, number, number]): Block {
  const rows = strings(data, key).map((line, index) => [String(index + 1), ...columnsOf(line, 3).map(struck)]);
  const columns = titles.map((title, index) => ({ title, width: widths[index] ?? 0 }));
  return { kind: 'table', columns: [{ title: '序号', width: 14, align: 'center' }, ...columns], rows: rows.length === 0 ? [['／', '／', '／', '／']] : rows };
}

function blocks(data: DocumentData): readonly Block[] {
  const { texts } = wordingOf(SJDX_WORDING, data);
  return [
    ...formHead(data, 'SJDX'),
    form([
      wide('抽查任务名称', text(data, 'task')),
      pair('抽查计划编号', text(data, 'planNo'), '办案渠道', text(data, 'channel')),
      wide('抽查事项', numberedLines(strings(data, 'items'))),
      pair('检查对象\n名录库总数', text(data, 'objectPool'), '检查人员\n名录库总数', text(data, 'officerPool')),
      pair('抽查比例\n（数量）', text(data, 'ratio'), '抽取时间', longMinute(text(data, 'drawnAt'))),
      wide('抽取方式', text(data, 'method')),
      pair('随机种子', text(data, 'seed'), '完成期限', longDate(text(data, 'dueOn'))),
    ]),
    recordHeading('抽取的检查对象'),
    drawnTable(data, 'objects', ['检查对象', '统一社会信用代码', '检查地点或者工程'], [52, 52, 38]),
    recordHeading('抽取的检查人员'),
    drawnTable(data, 'inspectors', ['姓名', '执法证号', '备注'], [40, 62, 40]),
    paragraph(texts.statement),
    { kind: 'signatures', items: [
      { label: '抽取人', name: text(data, 'operator'), date: true }, { label: '监督人', name: text(data, 'supervisor'), date: true },
    ] },
  ];
}

export const SJDX: DocumentDefinition = {
  code: 'SJDX',
  style: 'form',
  sealed: false,
  ...newest(SJDX_WORDING),
  fields: [
    { key: 'task', label: '抽查任务名称', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'planNo', label: '抽查计划编号', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'items', label: '抽查事项', kind: 'lines', required: true, filledFrom: 'none' },
    { key: 'objectPool', label: '检查对象名录库总数', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'officerPool', label: '检查人员名录库总数', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'ratio', label: '抽查比例（数量）', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'drawnAt', label: '抽取时间', kind: 'minute', required: true, filledFrom: 'none' },
    { key: 'method', label: '抽取方式', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'seed', label: '随机种子', kind: 'text', required: true, filledFrom: 'none', help: '抽取日志中的种子，凭此可以重现抽取结果。' },
    { key: 'dueOn', label: '完成期限', kind: 'date', required: true, filledFrom: 'none' },
    { key: 'objects', label: '抽取的检查对象', kind: 'lines', required: true, filledFrom: 'case', help: '每行一个：名称｜统一社会信用代码｜检查地点或者工程。' },
    { key: 'inspectors', label: '抽取的检查人员', kind: 'lines', required: true, filledFrom: 'case', help: '每行一人：姓名｜执法证号｜备注。' },
    { key: 'operator', label: '抽取人', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'supervisor', label: '监督人', kind: 'text', required: true, filledFrom: 'none' },
  ],
  requires: [],
  settings: [],
  fill,
  blocks,
};
