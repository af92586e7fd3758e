import { MEASURE_KINDS, type Measure, type MeasureKind } from '../../../case-file/side-lines.ts';
import type { CaseFile } from '../../../case-file/case-file.ts';
import { isDate } from '../../../time-limit/days.ts';
import { countTerm } from '../../../time-limit/term.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, FieldDefinition } from '../../definition.ts';
import { flush, numberedLines } from './draw.ts';
import { strings, struck } from './read.ts';
import { columnsOf, lineOf } from './typed.ts';

export const PRESERVATION: readonly MeasureKind[] = ['preservation'];
export const COERCION: readonly MeasureKind[] = ['sealing', 'seizure'];

/** The measure a document is about: the last one still running, else the last one. */
export function measureOf(file: CaseFile, kinds: readonly MeasureKind[]): Measure | null {
  const all = (file.measures ?? []).filter((measure) => kinds.includes(measure.kind));
  return all.findLast((measure) => measure.settledOn === null) ?? all.at(-1) ?? null;
}

/** `查封` or `扣押`; both while nothing is registered. */
export function coercionWord(measure: Measure | null): string {
  return measure === null ? '查封（扣押）' : MEASURE_KINDS[measure.kind];
}

/** Last day of a preservation: seven working days (Administrative Penalty Law, art. 56); empty where the start or the calendar of its year is missing. */
export function preservationDue(context: DocumentContext, startedOn: string): string {
  return lastDay(context, 'preservation', startedOn, 0);
}

/** Last day of a sealing or seizure: thirty days and those it was extended by (Administrative Coercion Law, art. 25). */
export function coercionDue(context: DocumentContext, startedOn: string, extendedDays: number): string {
  return lastDay(context, 'sealing', startedOn, extendedDays);
}

function lastDay(context: DocumentContext, key: 'preservation' | 'sealing', startedOn: string, extended: number): string {
  if (!isDate(startedOn)) return '';
  const term = countTerm(key, startedOn, context.calendar, { extended, excluded: 0 });
  return term.ok ? term.value.dueOn : '';
}

export function measureItemLines(measure: Measure | null): readonly string[] {
  return (measure?.items ?? []).map((item) => lineOf(item.name, item.spec, item.quantity, item.condition));
}

export const ITEMS_FIELD: FieldDefinition = {
  key: 'items', label: '物品清单', kind: 'lines', required: true, filledFrom: 'case', help: '每行一件：名称｜规格型号（编号）｜数量｜状态。',
};

/** The same list inside a cell of a form, one thing a line. */
export function itemText(data: DocumentData): string {
  return numberedLines(strings(data, 'items').map((line) => columnsOf(line, 4).filter((part) => part !== '').join('，')));
}

/** The list of things, numbered, with an empty row struck. */
export function itemTable(data: DocumentData, key = 'items'): Block {
  const rows = strings(data, key).map((line, index) => [String(index + 1), ...columnsOf(line, 4).map(struck), '／']);
  return {
    kind: 'table',
    columns: [
      { title: '序号', width: 14, align: 'center' }, { title: '名称', width: 42 }, { title: '规格型号（编号）', width: 36 },
      { title: '数量', width: 20, align: 'center' }, { title: '状态', width: 28 }, { title: '备注', width: 16, align: 'center' },
    ],
    rows: rows.length === 0 ? [['／', '／', '／', '／', '／', '／']] : rows,
  };
}

/** The list of things on a sheet of its own behind the seal, checked and signed by both sides. */
export function listAnnex(title: string, data: DocumentData, lead: string, confirmation: string): readonly Block[] {
  return [
    { kind: 'title', text: title },
    ...lead.split('\n').filter((line) => line !== '').map((line) => flush(line)),
    itemTable(data),
    flush(confirmation),
    { kind: 'signatures', items: [
      { label: '当事人（持有人）签名或者盖章', date: true }, { label: '见证人签名', date: true }, { label: '执法人员签名', date: true }, { label: '保管人签名', date: true },
    ] },
  ];
}
