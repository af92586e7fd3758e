import type { Officer } from '../officer/officer.ts';
import type { ColumnSpec } from './column.ts';
import type { Reading } from './values.ts';

/** What a file is imported into. */
export const IMPORT_TARGETS = { party: '企业', project: '工程', fact: '工程环节', officer: '执法人员' } as const;
export type ImportTargetKey = keyof typeof IMPORT_TARGETS;
export const IMPORT_TARGET_KEYS = Object.keys(IMPORT_TARGETS) as [ImportTargetKey, ...ImportTargetKey[]];

export interface ReadContext {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Heading of the cell's column as the file has it: it may name a unit. */
  readonly header: string;
}

export interface ImportColumn extends ColumnSpec {
  /** How the template explains the column. */
  readonly hint: string;
  readonly example: string;
  /** An empty cell makes the row wrong. */
  readonly mandatory?: boolean;
  readonly read: (text: string, context: ReadContext) => Reading<DraftValue>;
}

export type DraftValue = string | number | null | readonly object[];

/** What a row says; what it leaves empty is not in it, so that an empty cell never deletes what is known. */
export type Draft = Readonly<Record<string, DraftValue>>;

export interface ColumnProblem {
  /** Column, or '' for the row as a whole. */
  readonly key: string;
  readonly message: string;
}

export interface ImportTarget {
  readonly key: ImportTargetKey;
  readonly columns: readonly ImportColumn[];
  /** The draft of the values read, with what concerns several columns. */
  readonly shape: (values: Draft) => { readonly draft: Draft; readonly problems: readonly ColumnProblem[] };
  /** Identity within the file: rows with the same are about one record. */
  readonly identity: (draft: Draft) => string;
  /** A second row about the same record: both as one, or `null` where they cannot be. */
  readonly join?: (first: Draft, again: Draft) => Draft | null;
  /** Why a record that is not in the register cannot be made of the row; `null` when it can. */
  readonly obstacle: (draft: Draft) => ColumnProblem | null;
}

/** Columns whose values a row of the result shows; the office's own mapping is kept by these. */
export function columnOf(target: ImportTarget, key: string): ImportColumn | undefined {
  return target.columns.find((column) => column.key === key);
}

/** Who may import: registers are kept by the 双随机管理员 (对象库) and the administrator; people by the administrator alone. */
export function mayImport({ roles }: Pick<Officer, 'roles'>, target: ImportTargetKey): boolean {
  return roles.includes('admin') || (target !== 'officer' && roles.includes('draw-admin'));
}
