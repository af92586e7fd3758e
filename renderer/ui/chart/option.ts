import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption>;

/** `row`: bars that lie, for names that are read; `bar`: bars that stand, `line`: a course, both for what follows in time. */
export type ChartForm = 'row' | 'bar' | 'line';

export interface ChartSeries {
  readonly name: string;
  /** `null`: nothing to tell. */
  readonly values: readonly (number | null)[];
  /** Drawn behind the others in grey: what they are compared with. */
  readonly quiet?: boolean;
}

export interface ChartData {
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

export interface ChartTheme {
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  readonly quiet: string;
  /** Shades of one colour, told apart in print too. */
  readonly shades: readonly string[];
  readonly font: string;
}

/** The colours of the page's own style sheet. */
export function themeOf(style: Pick<CSSStyleDeclaration, 'getPropertyValue'>): ChartTheme {
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: value('--ink'), inkSoft: value('--ink-2'), line: value('--line'), quiet: value('--line-strong'), font: value('--font'),
    shades: [value('--accent'), '#7fa6cc', value('--accent-dark'), '#4f7eac', '#b5cde6'],
  };
}

const LABEL_SIZE = 12;
const WIDEST_BAR = 28;
/** Names beside lying bars; longer ones end in dots and are whole in the tip. */
const LABEL_WIDTH = 116;
/** Names under standing bars, all of them up to so many; they share the width and break where they must. */
const MOST_NAMES = 12;
/** Of the values beside them. */
const VALUES_WIDTH = 56;

/** The drawing of a table, `width` px wide; `text` writes a value for the tip and `short` for an axis. */
export function chartOption(form: ChartForm, { labels, series }: ChartData, theme: ChartTheme, width: number, write: { readonly text: (value: number | null) => string; readonly short: (value: number) => string }): ChartOption {
  const label = { color: theme.inkSoft, fontSize: LABEL_SIZE, fontFamily: theme.font };
  const names = {
    type: 'category' as const, data: [...labels], axisTick: { show: false }, axisLine: { lineStyle: { color: theme.quiet } },
    axisLabel: form === 'row' ? { ...label, width: LABEL_WIDTH, overflow: 'truncate' as const, interval: 0 } : labels.length > MOST_NAMES ? { ...label, hideOverlap: true } : { ...label, interval: 0, width: Math.max(LABEL_SIZE * 3, Math.floor((width - VALUES_WIDTH) / labels.length) - LABEL_SIZE), overflow: 'break' as const },
  };
  const values = { type: 'value' as const, minInterval: 1, splitNumber: 4, axisLabel: { ...label, formatter: write.short }, splitLine: { lineStyle: { color: theme.line } } };
  const shown = series.length > 1;
  return {
    animation: false,
    grid: { left: 4, right: form === 'row' ? 44 : 12, top: shown ? 30 : 12, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { show: shown, top: 0, left: 0, itemWidth: 12, itemHeight: 8, itemGap: 16, icon: 'rect', textStyle: label },
    tooltip: {
      trigger: 'axis', axisPointer: { type: form === 'line' ? 'line' : 'shadow' }, confine: true, borderColor: theme.quiet, padding: [6, 10],
      textStyle: { color: theme.ink, fontSize: 13, fontFamily: theme.font }, valueFormatter: (value) => write.text(typeof value === 'number' ? value : null),
    },
    ...(form === 'row' ? { xAxis: { ...values, axisLabel: { show: false }, splitLine: { show: false } }, yAxis: { ...names, inverse: true } } : { xAxis: names, yAxis: values }),
    series: drawn(form, series, theme, write.short),
  };
}

/** What is compared with stands before its figure and takes no shade of its own. */
function drawn(form: ChartForm, series: readonly ChartSeries[], theme: ChartTheme, short: (value: number) => string): (BarSeriesOption | LineSeriesOption)[] {
  const loud = series.filter((each) => each.quiet !== true);
  return series.map((each) => {
    const color = each.quiet === true ? theme.quiet : theme.shades[loud.indexOf(each) % theme.shades.length] ?? theme.ink;
    const common = { name: each.name, data: [...each.values], itemStyle: { color }, emphasis: { focus: 'none' as const } };
    if (form === 'line') return { ...common, type: 'line', symbol: 'circle', symbolSize: 6, lineStyle: { color, width: 2, type: each.quiet === true ? 'dashed' : 'solid' } };
    const told = form === 'row' && series.length === 1;
    return {
      ...common, type: 'bar', barMaxWidth: WIDEST_BAR, barGap: '10%',
      ...(told && { label: { show: true, position: 'right' as const, color: theme.ink, fontSize: LABEL_SIZE, formatter: ({ value }: { readonly value?: unknown }) => (typeof value === 'number' ? short(value) : '') } }),
    };
  });
}
