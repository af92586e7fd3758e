import type { HttpInput, HttpOutput } from '#shared/contract/http/contract.ts';
import type { District } from '#shared/domain/organisation/organisation.ts';
import { DISTRICTS } from '#shared/domain/organisation/organisation.ts';
import { groupOf, type Names, valueLabel } from '#shared/domain/statistics/groups.ts';
import { groupNotes, growthText, keyLabel, measureHead } from '#shared/domain/statistics/labels.ts';
import { type MeasureKey, measureOf } from '#shared/domain/statistics/measures.ts';
import { type Figure, type Filter, growth, type Report, type ReportLine } from '#shared/domain/statistics/report.ts';
import { shanghaiMinute } from '#shared/domain/time-limit/days.ts';
import { type OutCell, type OutColumn, writeWorkbook } from '../../excel/write-workbook.ts';

type Input = HttpInput<'statisticsExport'>;

/** A report as an .xlsx: the table, and the definitions it was computed by. */
export async function exportReport({ title, query, compare }: Input, report: Report, names: Names): Promise<HttpOutput<'statisticsExport'>> {
  const bytes = await writeWorkbook([
    { name: title, caption: captionOf(query.filter, report, names), columns: columnsOf(query, compare), rows: report.lines.map((line) => rowOf(query, compare, line, names)) },
    { name: '统计口径', columns: [{ title: '指标', width: 22 }, { title: '口径', width: 110 }], rows: meaningsOf(query) },
  ]);
  return { name: `${title}-${report.period.from}至${report.period.to}.xlsx`, file: Buffer.from(bytes).toString('base64') };
}

/** What was counted and when, so that a printed sheet speaks for itself. */
function captionOf(filter: Filter, { period, lastYear, previous, at }: Report, names: Names): string {
  const parts = [
    `统计期间：${period.from} 至 ${period.to}`,
    ...(filter.district === undefined ? [] : [`地区：${DISTRICTS[filter.district as District]}`]),
    ...(filter.channel === undefined ? [] : [`渠道：${names.channel(filter.channel)}`]),
    ...(filter.matter === undefined ? [] : [`监管事项：${names.matter(filter.matter)}`]),
    ...(filter.source === undefined ? [] : [`来源：${valueLabel('source', filter.source, names)}`]),
    ...(filter.officer === undefined ? [] : [`人员：${names.officer(filter.officer)}`]),
    `上年同期：${lastYear.from} 至 ${lastYear.to}`, `上期：${previous.from} 至 ${previous.to}`, `统计时间：${shanghaiMinute(at).replace('T', ' ')}`,
  ];
  return parts.join('　');
}

function columnsOf({ measures, groups }: Input['query'], compare: boolean): readonly OutColumn[] {
  return [
    ...(groups.length === 0 ? [{ title: '范围', width: 14 }] : groups.map((group) => ({ title: groupOf(group).label, width: group === 'matter' || group === 'violation' ? 44 : 20 }))),
    ...measures.flatMap((measure) => [valueColumn(measure, headOf(measure)), ...(compare ? comparedColumns(measure) : [])]),
  ];
}

function headOf(measure: MeasureKey): string {
  return measureOf(measure).unit === 'share' ? `${measureOf(measure).label}（%）` : measureHead(measure);
}

function comparedColumns(measure: MeasureKey): readonly OutColumn[] {
  const { label } = measureOf(measure);
  return [valueColumn(measure, `${label}上年同期`), { title: '同比' }, valueColumn(measure, `${label}上期`), { title: '环比' }];
}

function valueColumn(measure: MeasureKey, title: string): OutColumn {
  return { title, kind: measureOf(measure).unit === 'fen' ? 'money' : 'number', width: Math.max(14, title.length * 2 + 4) };
}

function rowOf({ measures, groups }: Input['query'], compare: boolean, line: ReportLine, names: Names): readonly OutCell[] {
  const keys = groups.length === 0 ? ['合计'] : groups.map((group, index) => keyLabel(group, line.keys[index] ?? null, names));
  return [...keys, ...measures.flatMap((measure, index) => {
    const [value, before, previous] = [line.values[index] ?? null, line.lastYear[index] ?? null, line.previous[index] ?? null];
    const compared = [cellOf(measure, before), growthText(measure, growth(measure, value, before)), cellOf(measure, previous), growthText(measure, growth(measure, value, previous))];
    return [cellOf(measure, value), ...(compare ? compared : [])];
  })];
}

/** Money in yuan, shares in per cent with one decimal: numbers that can be calculated with. */
function cellOf(measure: MeasureKey, value: Figure): OutCell {
  if (value === null) return null;
  const { unit } = measureOf(measure);
  if (unit === 'fen') return value / 100;
  return unit === 'share' ? Math.round(value * 1000) / 10 : unit === 'days' ? Math.round(value * 10) / 10 : value;
}

function meaningsOf({ measures, groups }: Input['query']): readonly (readonly OutCell[])[] {
  const notes = groupNotes(groups).map((note) => ['分组说明', note]);
  return [...measures.map((measure) => [headOf(measure), measureOf(measure).meaning]), ...notes];
}
