import type { HeaderMatch } from './column.ts';
import { OFFICER_TARGET } from './officer-target.ts';
import { PARTY_TARGET } from './party-target.ts';
import { FACT_TARGET, PROJECT_TARGET } from './project-target.ts';
import type { ColumnProblem, Draft, DraftValue, ImportTarget, ImportTargetKey } from './target.ts';
import { isRead } from './values.ts';

export const TARGETS: Readonly<Record<ImportTargetKey, ImportTarget>> = { party: PARTY_TARGET, project: PROJECT_TARGET, fact: FACT_TARGET, officer: OFFICER_TARGET };

/** A row as the file has it. */
export interface SourceRow {
  readonly no: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly problems: readonly ColumnProblem[];
}

export interface JudgedRow {
  readonly no: number;
  readonly cells: Readonly<Record<string, string>>;
  /** `null`: wrong, or a further row about the record of an earlier one. */
  readonly draft: Draft | null;
  readonly problems: readonly ColumnProblem[];
  /** Number of the row with the same record that took this one in. */
  readonly joinedTo: number | null;
}

/** Reads the values of a row; a cell the reader already found wrong is not read again. */
export function judgeRow(target: ImportTarget, row: SourceRow, headers: ReadonlyMap<string, string>, today: string): JudgedRow {
  const problems: ColumnProblem[] = [...row.problems];
  const values: Record<string, DraftValue> = {};
  for (const column of target.columns) {
    const text = row.cells[column.key] ?? '';
    if (text === '') {
      if (column.mandatory === true && !problems.some(({ key }) => key === column.key)) problems.push({ key: column.key, message: `「${column.title}」没有填写。` });
      continue;
    }
    if (problems.some(({ key }) => key === column.key)) continue;
    const reading = column.read(text, { today, header: headers.get(column.key) ?? column.title });
    if (isRead(reading)) values[column.key] = reading.value;
    else problems.push({ key: column.key, message: reading.problem });
  }
  const shaped = target.shape(values);
  problems.push(...shaped.problems);
  return { no: row.no, cells: row.cells, draft: problems.length === 0 ? shaped.draft : null, problems, joinedTo: null };
}

/** Headings by column: their brackets may name a unit. */
export function headersByColumn(headers: readonly HeaderMatch[]): ReadonlyMap<string, string> {
  return new Map(headers.flatMap(({ key, text }) => (key === null ? [] : [[key, text] as const])));
}

/** Rows about a record that an earlier row was about: taken into that one, or wrong. */
export function joinRepeats(target: ImportTarget, rows: readonly JudgedRow[]): readonly JudgedRow[] {
  const first = new Map<string, number>();
  const joined = [...rows];
  rows.forEach((row, index) => {
    if (row.draft === null) return;
    const identity = target.identity(row.draft);
    const at = first.get(identity);
    const before = at === undefined ? undefined : joined[at];
    if (at === undefined || before?.draft == null) {
      first.set(identity, index);
      return;
    }
    const draft = sameDraft(before.draft, row.draft) ? before.draft : target.join?.(before.draft, row.draft) ?? null;
    if (draft === null) joined[index] = { ...row, draft: null, problems: [{ key: '', message: `与第 ${String(before.no)} 行是同一条记录，但内容不一致，请只保留一行。` }] };
    else {
      joined[at] = { ...before, draft };
      joined[index] = { ...row, draft: null, joinedTo: before.no };
    }
  });
  return joined;
}

function sameDraft(one: Draft, other: Draft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function judgeRows(target: ImportTarget, rows: readonly SourceRow[], headers: readonly HeaderMatch[], today: string): readonly JudgedRow[] {
  const byColumn = headersByColumn(headers);
  return joinRepeats(target, rows.map((row) => judgeRow(target, row, byColumn, today)));
}
