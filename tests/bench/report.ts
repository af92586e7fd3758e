import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { median, percentile } from './measure.ts';

export type Unit = 'ms' | 'docs/s' | 'req/s' | 'MB';

export type Target =
  | { readonly kind: 'at most' | 'at least'; readonly value: number }
  /** Against the floor of the same run. */
  | { readonly kind: 'ratio at most' | 'ratio at least'; readonly value: number };

export interface Floor {
  /** The least code that does the same work, in a few words. */
  readonly what: string;
  readonly values: readonly number[];
}

/** One thing measured. Without a target it is shown for what it explains. */
export interface Row {
  readonly work: string;
  readonly unit: Unit;
  readonly values: readonly number[];
  /** What is held against the target, of the product and of its floor alike. */
  readonly judged?: 'median' | 'p95';
  readonly floor?: Floor;
  readonly target?: Target;
}

interface Judged extends Row {
  readonly figure: number;
  readonly floorFigure: number | null;
  readonly ratio: number | null;
  readonly passed: boolean | null;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

function judge(row: Row): Judged {
  const statistic = (values: readonly number[]): number => (row.judged === 'p95' ? percentile(values, 0.95) : median(values));
  const figure = statistic(row.values);
  const floorFigure = row.floor === undefined ? null : statistic(row.floor.values);
  const ratio = floorFigure === null ? null : figure / floorFigure;
  return { ...row, figure, floorFigure, ratio, passed: row.target === undefined ? null : passes(row.target, figure, ratio) };
}

function passes({ kind, value }: Target, figure: number, ratio: number | null): boolean {
  const held = kind.startsWith('ratio') ? ratio : figure;
  if (held === null) throw new Error('A ratio needs a floor');
  return kind.endsWith('at most') ? held <= value : held >= value;
}

/** Three digits that count, as far as they mean something. */
function figureText(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en-US');
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function targetText({ kind, value }: Target): string {
  const sign = kind.endsWith('at most') ? '≤' : '≥';
  return kind.startsWith('ratio') ? `${sign} ${String(value)} × floor` : `${sign} ${figureText(value)}`;
}

/** From so many values on, the slowest one in twenty says something. */
const ENOUGH = 20;

function line(row: Judged): string {
  const slowest = row.values.length < ENOUGH ? '' : figureText(percentile(row.values, 0.95));
  const floor = row.floorFigure === null ? '' : figureText(row.floorFigure);
  const ratio = row.ratio === null ? '' : `${row.ratio.toFixed(2)} ×`;
  const target = row.target === undefined ? '' : `${row.judged === 'p95' ? 'p95 ' : ''}${targetText(row.target)}`;
  const verdict = row.passed === null ? '' : row.passed ? 'pass' : 'MISS';
  const columns = [figureText(median(row.values)), slowest, String(row.values.length), floor, ratio, target];
  return `${row.work.padEnd(WIDTH)} ${row.unit.padEnd(7)}${columns.map((text, index) => text.padStart(COLUMNS[index]?.[1] ?? 0)).join(' ')} ${verdict}`.trimEnd();
}

const WIDTH = 66;
const COLUMNS = [['median', 8], ['p95', 8], ['runs', 5], ['floor', 8], ['ratio', 8], ['target', 17]] as const;
const HEAD = `${' '.repeat(WIDTH + 8)}${COLUMNS.map(([name, width]) => name.padStart(width)).join(' ')}`;

export function printSection(section: Section): void {
  console.log(`\n${section.title}\n${HEAD}`);
  for (const row of section.rows.map(judge)) console.log(line(row));
  const floors = new Set(section.rows.flatMap((row) => (row.floor === undefined ? [] : [row.floor.what])));
  for (const what of floors) console.log(`  floor: ${what}`);
}

/** Every value measured goes into the file, so that a figure can be worked out again. */
export function writeReport(file: string, facts: Readonly<Record<string, unknown>>, sections: readonly Section[]): { readonly passed: number; readonly missed: number } {
  const judged = sections.map((section) => ({ ...section, rows: section.rows.map(judge) }));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...facts, sections: judged }, null, 2)}\n`);
  const verdicts = judged.flatMap((section) => section.rows.map((row) => row.passed));
  return { passed: verdicts.filter((passed) => passed === true).length, missed: verdicts.filter((passed) => passed === false).length };
}
