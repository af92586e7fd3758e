import type { AppError } from '#shared/contract/result.ts';
import { type ConfigVersion, configsInForce } from '#shared/domain/config/version.ts';
import { FACTOR_KEYS, FACTORS, factorsAsked, type FactorWeights, weightShare } from '#shared/domain/discretion/factors.ts';
import { rangeOf } from '#shared/domain/discretion/overlay.ts';
import { rowsFromCatalogue } from '#shared/domain/discretion/start.ts';
import { type DiscretionBody, type DiscretionRow, rowKey, TABLE_LABELS } from '#shared/domain/discretion/table.ts';
import { boundsText, rangeText } from '#shared/domain/violation/range-text.ts';
import { FINE_STAGES, TIERS, type Tier, type Violation } from '#shared/domain/violation/violation.ts';
import { type ChangeLine, NOTHING } from './changes.ts';
import { channelText } from './channel-form.ts';

export type Catalogue = ReadonlyMap<string, Violation>;
export const TIER_KEYS = Object.keys(TIERS) as Tier[];

/** Rows a preview shows before it only counts them. */
const PREVIEW_ROWS = 12;

/** A table still to be made: every factor counts the same, and nothing is confirmed. */
export function emptyTable(): DiscretionBody {
  return { name: '', documentNo: '', unverified: true, weights: Object.fromEntries(FACTOR_KEYS.map((factor) => [factor, 10])), rows: [] };
}

/** `J01 未取得施工许可证擅自施工（逾期未改正）`. */
export function rowTitle(row: DiscretionRow, catalogue: Catalogue): string {
  const stage = row.stage === null ? '' : `（${FINE_STAGES[row.stage]}）`;
  return `${row.violationId}　${catalogue.get(row.violationId)?.cause ?? '目录中没有'}${stage}`;
}

/** 法定幅度 of the range a row divides; empty where the catalogue has none such. */
export function statutoryText(row: DiscretionRow, catalogue: Catalogue): string {
  const violation = catalogue.get(row.violationId);
  const rule = violation === undefined ? null : rangeOf(violation, row.stage);
  return rule === null ? '' : rangeText(rule);
}

/** A tier's bounds in the unit of the article. */
export function tierBounds(row: DiscretionRow, tier: Tier, catalogue: Catalogue): string {
  const violation = catalogue.get(row.violationId);
  const rule = violation === undefined ? null : rangeOf(violation, row.stage);
  return boundsText(rule ?? { unit: 'none' }, row[tier].min, row[tier].max);
}

export function weightsText(weights: FactorWeights): string {
  return factorsAsked(weights).map((factor) => `${FACTORS[factor]} ${weightShare(weights, factor)}%`).join('，') || '均为零';
}

function rowText(row: DiscretionRow, catalogue: Catalogue): string {
  return TIER_KEYS.map((tier) => `${TIERS[tier]} ${tierBounds(row, tier, catalogue)}${row[tier].when === '' ? '' : `：${row[tier].when}`}`).join('\n');
}

function headLines(before: DiscretionBody | null, after: DiscretionBody): readonly ChangeLine[] {
  const texts = (body: DiscretionBody) => ({ name: body.name, documentNo: body.documentNo || '无', unverified: body.unverified ? '未核实' : '已核实', weights: weightsText(body.weights) });
  const [old, next] = [before === null ? null : texts(before), texts(after)];
  return (Object.keys(next) as (keyof typeof next)[]).filter((key) => old?.[key] !== next[key])
    .map((key) => ({ key, label: TABLE_LABELS[key], before: old?.[key] ?? NOTHING, after: next[key] }));
}

function rowLines(before: DiscretionBody | null, after: DiscretionBody, catalogue: Catalogue): readonly ChangeLine[] {
  const keyed = (rows: readonly DiscretionRow[]) => new Map(rows.map((row) => [rowKey(row.violationId, row.stage), row]));
  const [old, next] = [keyed(before?.rows ?? []), keyed(after.rows)];
  const text = (row: DiscretionRow | undefined) => (row === undefined ? NOTHING : rowText(row, catalogue));
  return [...new Set([...next.keys(), ...old.keys()])].flatMap((key) => {
    const row = next.get(key) ?? old.get(key);
    const line = { key, before: text(old.get(key)), after: text(next.get(key)) };
    return row === undefined || line.before === line.after ? [] : [{ ...line, label: rowTitle(row, catalogue) }];
  });
}

/** What a table changes of another, row by row. */
export function tableChanges(before: DiscretionBody | null, after: DiscretionBody, catalogue: Catalogue): readonly ChangeLine[] {
  return [...headLines(before, after), ...rowLines(before, after, catalogue)];
}

/** The same for a preview below the rows themselves: of a new table, and of many changes, only how many there are. */
export function tablePreview(before: DiscretionBody | null, after: DiscretionBody, catalogue: Catalogue): readonly ChangeLine[] {
  const rows = rowLines(before, after, catalogue);
  const shown = before === null ? [] : rows.slice(0, PREVIEW_ROWS);
  const rest = rows.length - shown.length;
  const more = rest === 0 ? [] : [{ key: 'rest', label: TABLE_LABELS.rows, before: before === null ? NOTHING : '', after: `${before === null ? '' : '另有 '}${rest} 行，见上表` }];
  return [...headLines(before, after), ...shown, ...more];
}

/** The rows with those of a channel's violations that are still missing, as the catalogue divides them. */
export function withCatalogue(rows: readonly DiscretionRow[], catalogue: Catalogue, channel: string): DiscretionRow[] {
  const known = new Set(rows.map((row) => rowKey(row.violationId, row.stage)));
  const own = [...catalogue.values()].filter((violation) => violation.channel === channel).sort((one, other) => one.id.localeCompare(other.id));
  return [...rows, ...own.flatMap(rowsFromCatalogue).filter((row) => !known.has(rowKey(row.violationId, row.stage)))];
}

/** The problems by cell, `rows.3.light`; of several at one cell the first. */
export function problemsByCell(problems: readonly AppError[]): ReadonlyMap<string, string> {
  return new Map(problems.map((each) => [String(each.details?.['path'] ?? ''), each.message] as const).reverse());
}

/** Indexes of the rows a word finds, by number, cause, or situation; all for an empty word. Faulty rows are always shown. */
export function rowsShown(rows: readonly DiscretionRow[], word: string, catalogue: Catalogue, problems: ReadonlyMap<string, string>): readonly number[] {
  const typed = word.trim().toLowerCase();
  const faulty = new Set([...problems.keys()].map((path) => path.split('.')[1]));
  return rows.flatMap((row, index) => {
    const text = `${rowTitle(row, catalogue)}${TIER_KEYS.map((tier) => row[tier].when).join('')}`.toLowerCase();
    return typed === '' || text.includes(typed) || faulty.has(String(index)) ? [index] : [];
  });
}

/** The published tables, those still to begin among them: key → name. */
export function tableNames(configs: readonly ConfigVersion[]): Readonly<Record<string, string>> {
  return Object.fromEntries(configsInForce(configs, 'discretion', '9999-12-31').map(({ key, body }) => [key, (body as DiscretionBody).name]));
}

/** The table a channel goes by, as its configuration is read; a name noted before there were tables as it stands. */
export function channelTableText(discretionTable: string, configs: readonly ConfigVersion[]): string {
  const name = tableNames(configs)[discretionTable];
  return name === undefined ? channelText('discretionTable', discretionTable) : `${name}（${discretionTable}）`;
}
