import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PREVIEW_ROWS, type ImportPreviewRow, type ImportReport, type RowVerdict } from '#shared/contract/http/imports.ts';
import { TARGETS, type JudgedRow } from '#shared/domain/import/judge.ts';
import { factOf, officerOf, partyOf, projectOf, type FactRecord } from '#shared/domain/import/record.ts';
import type { Draft, ImportTarget } from '#shared/domain/import/target.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import type { Table } from '../../excel/table.types.ts';
import type { Finder, Known, Placed } from './lookup.ts';

export type ImportedRecord = PartyRecord | ProjectRecord | Officer | FactRecord;

/** A row with what becomes of it. */
export interface PlannedRow {
  readonly row: JudgedRow;
  readonly verdict: RowVerdict;
  readonly problems: JudgedRow['problems'];
  /** What is to be written; `null` when nothing is. */
  readonly write: { readonly before: Known | null; readonly after: ImportedRecord } | null;
}

const BREATH = 1000;

/** Compares every row with the register. `fetchedAt`: ISO instant. */
export async function planRows(target: ImportTarget, rows: readonly JudgedRow[], find: Finder, fetchedAt: string): Promise<readonly PlannedRow[]> {
  const planned: PlannedRow[] = [];
  const written = new Map<string, number>();
  for (const row of rows) {
    const next = planRow(target, row, find, fetchedAt);
    planned.push(onceOnly(next, written));
    if (planned.length % BREATH === 0) await nextTurn();
  }
  return planned;
}

function wrong(row: JudgedRow, problems: JudgedRow['problems']): PlannedRow {
  return { row, verdict: 'wrong', problems, write: null };
}

function planRow(target: ImportTarget, row: JudgedRow, find: Finder, fetchedAt: string): PlannedRow {
  if (row.draft === null) return row.joinedTo === null ? wrong(row, row.problems) : { row, verdict: 'joined', problems: [], write: null };
  const placed = find(row.draft);
  if ('problem' in placed) return wrong(row, [placed.problem]);
  const obstacle = placed.known === null ? target.obstacle(row.draft) : null;
  if (obstacle !== null) return wrong(row, [obstacle]);
  const after = recordOf(target, row.draft, placed, fetchedAt);
  if (placed.known !== null && sameRecord(placed.known.body, after)) return { row, verdict: 'same', problems: [], write: null };
  return { row, verdict: placed.known === null ? 'new' : 'changed', problems: [], write: { before: placed.known, after } };
}

/** Two rows that name one record in different ways: the second is wrong. */
function onceOnly(planned: PlannedRow, written: Map<string, number>): PlannedRow {
  const after = planned.write?.after;
  if (after === undefined) return planned;
  const key = 'projectId' in after ? [after.projectId, after.kind, after.sourceSystem, after.sourceRef].join('\n') : planned.write?.before?.id ?? ('loginName' in after ? after.loginName : after.id);
  const earlier = written.get(key);
  written.set(key, planned.row.no);
  return earlier === undefined ? planned : wrong(planned.row, [{ key: '', message: `与第 ${String(earlier)} 行是名录中的同一条记录，请只保留一行。` }]);
}

function recordOf(target: ImportTarget, draft: Draft, placed: Exclude<Placed, { problem: unknown }>, fetchedAt: string): ImportedRecord {
  const before = placed.known?.body ?? null;
  const id = placed.known?.id ?? randomUUID();
  // The finder of a target answers records of that target.
  if (target.key === 'party') return partyOf(before as PartyRecord | null, draft, id);
  if (target.key === 'project') return projectOf(before as ProjectRecord | null, draft, id);
  if (target.key === 'officer') return officerOf(before as Officer | null, draft, id);
  return factOf(before as FactRecord | null, draft, id, placed.projectId ?? '', fetchedAt);
}

function sameRecord(before: unknown, after: ImportedRecord): boolean {
  const known = before as Readonly<Record<string, unknown>>;
  return Object.entries(after).every(([key, value]) => JSON.stringify(known[key]) === JSON.stringify(value));
}

/** What the office sees before it says yes. */
export function reportOf(table: Table, planned: readonly PlannedRow[]): ImportReport {
  const counts = { new: 0, changed: 0, same: 0, joined: 0, wrong: 0 };
  for (const { verdict } of planned) counts[verdict] += 1;
  return {
    sheet: table.sheet, sheets: table.sheets.map((sheet) => ({ ...sheet })), headerRow: table.headerRow,
    headers: table.headers.filter(({ text }) => text !== '').map(({ index, text, key }) => ({ index, text, key, sample: (table.samples[index] ?? '').slice(0, 60) })),
    missing: table.missing.map((column) => column.title), notes: table.notes.map((note) => note.message), counts,
    rows: planned.slice(0, PREVIEW_ROWS).map(previewRow), wrong: planned.filter(({ verdict }) => verdict === 'wrong').slice(0, PREVIEW_ROWS).map(previewRow),
  };
}

function previewRow({ row, verdict, problems, write }: PlannedRow): ImportPreviewRow {
  return { no: row.no, verdict, cells: { ...row.cells }, problems: problems.map((problem) => ({ ...problem })), changes: verdict === 'changed' && write !== null ? changesOf(row.draft ?? {}, write.before?.body) : {} };
}

/** Columns that change, with what stands there now. Licences and the like are named, not listed. */
function changesOf(draft: Draft, before: unknown): Record<string, string> {
  const known = before as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(draft).filter(([key, value]) => key !== 'licences' && JSON.stringify(known[key]) !== JSON.stringify(value)).map(([key]) => [key, wordOf(known[key])]));
}

function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function targetOf(key: ImportTarget['key']): ImportTarget {
  return TARGETS[key];
}
