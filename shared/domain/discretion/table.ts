import Type, { type Static } from 'typebox';
import { FINE_STAGES, type FineStageKey } from '../violation/violation.ts';
import { FACTOR_KEYS } from './factors.ts';

const text = (maxLength: number, minLength = 0) => Type.String({ minLength, maxLength });
const bound = Type.Number({ minimum: 0, maximum: 1_000_000_000 });
const closed = { additionalProperties: false };

/** Bounds in the article's own unit (yuan, %, ‰, times), both included, and when the tier applies (适用情形). */
const TierSchema = Type.Object({ min: bound, max: bound, when: text(300) }, closed);
const weight = Type.Optional(Type.Integer({ minimum: 0, maximum: 100 }));

/** How one range of one violation is divided. */
export const DiscretionRowSchema = Type.Object({
  violationId: text(10, 1),
  /** The article's other range that is divided; `null`: its first one. */
  stage: Type.Union([Type.Enum(Object.keys(FINE_STAGES) as [FineStageKey, ...FineStageKey[]]), Type.Null()]),
  light: TierSchema,
  normal: TierSchema,
  heavy: TierSchema,
}, closed);

/** A discretion table (裁量基准) as a version of it is kept. */
export const DiscretionSchema = Type.Object({
  name: text(100, 1),
  /** 发文字号 of the document that set it; empty where there is none. */
  documentNo: text(60),
  /** The bureau has not confirmed it. */
  unverified: Type.Boolean(),
  /** What each factor counts for in the formula; absent or 0: not asked. */
  weights: Type.Object(Object.fromEntries(FACTOR_KEYS.map((factor) => [factor, weight])) as Record<typeof FACTOR_KEYS[number], typeof weight>, closed),
  rows: Type.Array(DiscretionRowSchema, { maxItems: 600 }),
}, closed);

/** Keys of tables; no name written in a channel before there were tables (`…待录入`) is one. */
export const TABLE_KEY_PATTERN = '^[A-Z][A-Z0-9]{1,11}$';

export type DiscretionRow = Static<typeof DiscretionRowSchema>;
export type DiscretionTier = DiscretionRow['light'];
export type DiscretionBody = Static<typeof DiscretionSchema>;

/** A version of a table in force. */
export interface DiscretionTable extends DiscretionBody {
  readonly key: string;
  readonly effectiveFrom: string;
}

/** Members as the page calls them. */
export const TABLE_LABELS: Readonly<Record<keyof DiscretionBody, string>> = { name: '基准名称', documentNo: '发文字号', unverified: '核实情况', weights: '因素权重', rows: '裁量档次' };

/** Whether a channel names a table, and not merely a text of the time before. */
export function isTableKey(name: string): boolean {
  return new RegExp(TABLE_KEY_PATTERN).test(name);
}

/** As papers name it: `《…裁量基准》（苏…规〔2026〕1号）`. */
export function tableTitle({ name, documentNo }: Pick<DiscretionBody, 'name' | 'documentNo'>): string {
  return `${name.startsWith('《') ? name : `《${name}》`}${documentNo === '' ? '' : `（${documentNo}）`}`;
}

const indexes = new WeakMap<readonly DiscretionRow[], ReadonlyMap<string, DiscretionRow>>();

/** The row that divides a range; `undefined` where the table leaves it to the catalogue. Rows are indexed once: lists of cases ask often. */
export function rowOf({ rows }: Pick<DiscretionBody, 'rows'>, violationId: string, stage: FineStageKey | null): DiscretionRow | undefined {
  const known = indexes.get(rows);
  if (known !== undefined) return known.get(rowKey(violationId, stage));
  const index = new Map(rows.map((row) => [rowKey(row.violationId, row.stage), row]));
  indexes.set(rows, index);
  return index.get(rowKey(violationId, stage));
}

export function rowKey(violationId: string, stage: FineStageKey | null): string {
  return `${violationId}:${stage ?? ''}`;
}
