import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { chineseDate } from '../time-limit/days.ts';
import { versionOn } from '../violation/versions.ts';
import { rangeText } from '../violation/range-text.ts';
import { FINE_STAGES, TIERS, type Tier, type Violation } from '../violation/violation.ts';
import { factorsAsked } from './factors.ts';
import { rangeOf } from './overlay.ts';
import { type DiscretionBody, type DiscretionRow, rowKey } from './table.ts';

/** Paths are those of the cells, e.g. `rows.3.light`; a row as a whole is `rows.3`. */
function problem(path: string, message: string, basis = ''): AppError {
  return { code: 'FIELD_INVALID', message, article: basis === '' ? ARTICLES.discretion : `${ARTICLES.discretion}、${basis}`, details: { path } };
}

const ORDER: readonly Tier[] = ['light', 'normal', 'heavy'];

function rowName(row: DiscretionRow): string {
  return row.stage === null ? row.violationId : `${row.violationId}（${FINE_STAGES[row.stage]}）`;
}

/** Each tier runs upwards, and none begins below the end of the lighter one; a common bound belongs to both. */
function orderProblems(row: DiscretionRow, index: number): readonly AppError[] {
  return ORDER.flatMap((tier, at) => {
    const path = `rows.${index}.${tier}`;
    const lighter = ORDER[at - 1];
    if (row[tier].min > row[tier].max) return [problem(path, `${rowName(row)}“${TIERS[tier]}”档的下限高于上限，请核对。`)];
    if (lighter === undefined || row[tier].min >= row[lighter].max) return [];
    return [problem(path, `${rowName(row)}“${TIERS[tier]}”档的下限低于“${TIERS[lighter]}”档的上限，两档重叠或者倒置，请核对。`)];
  });
}

function repeatedRows({ rows }: DiscretionBody): readonly AppError[] {
  const keys = rows.map((row) => rowKey(row.violationId, row.stage));
  return rows.flatMap((row, index) => (keys.indexOf(keys[index] ?? '') === index ? [] : [problem(`rows.${index}`, `${rowName(row)}在表中重复，同一幅度只能有一行。`)]));
}

function ownProblems(body: DiscretionBody): readonly AppError[] {
  const weights = factorsAsked(body.weights).length > 0 ? [] : [problem('weights', '各裁量因素的权重不能都为零，请至少为一项因素填写权重。')];
  return [...weights, ...repeatedRows(body), ...body.rows.flatMap(orderProblems)];
}

/** What the law has against a row: what may not be divided, or a tier beyond the article's range. */
function lawProblems(row: DiscretionRow, index: number, violation: Violation | undefined, date: string): readonly AppError[] {
  const path = `rows.${index}`;
  if (violation === undefined) return [problem(path, `违法行为目录中没有“${row.violationId}”，请删除这一行或者重新选择。`)];
  const law = versionOn(violation, date);
  if (law === null) return [problem(path, `${violation.basis}自${chineseDate(violation.from ?? date)}起施行，基准不能早于该日生效。`, violation.basis)];
  const rule = rangeOf(law, row.stage);
  if (rule === null) return [problem(path, `${law.basis}没有“${row.stage === null ? '' : FINE_STAGES[row.stage]}”的罚款幅度，请删除这一行。`, law.basis)];
  if (rule.unit === 'none') return [problem(path, `${law.basis}没有规定罚款，不能划分裁量档次，请删除这一行。`, law.basis)];
  if (rule.min === rule.max) return [problem(path, `${law.basis}规定的罚款是固定数额，没有裁量的余地，请删除这一行。`, law.basis)];
  return ORDER.filter((tier) => row[tier].min < rule.min || row[tier].max > rule.max)
    .map((tier) => problem(`${path}.${tier}`, `${rowName(row)}“${TIERS[tier]}”档超出法定幅度（${rangeText(rule)}），请调整到幅度以内。`, law.basis));
}

/** What can be told from a table alone; its shape is checked before. */
export function checkTable(body: DiscretionBody): Result<null> {
  const [first] = ownProblems(body);
  return first === undefined ? ok(null) : fail(first);
}

/** Everything that is wrong with a table that would begin on `date`, cell by cell; the server refuses with the first. */
export function tableProblems(body: DiscretionBody, violations: ReadonlyMap<string, Violation>, date: string): readonly AppError[] {
  return [...ownProblems(body), ...body.rows.flatMap((row, index) => lawProblems(row, index, violations.get(row.violationId), date))];
}
