import Type, { type TSchema } from 'typebox';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS } from '../../domain/organisation/organisation.ts';
import { GROUP_KEYS } from '../../domain/statistics/groups.ts';
import { MEASURE_KEYS } from '../../domain/statistics/measures.ts';
import { FilterSchema, PeriodSchema, type Report, type ReportDesign, ReportDesignSchema, ReportQuerySchema } from '../../domain/statistics/report.ts';
import type { SnapshotFigures } from '../../domain/statistics/snapshot.ts';

/** The endpoints of statistics; part of the table in `contract.ts`. Everything is computed by the server in the caller's scope. */

const Text = Type.String({ maxLength: 500 });
const Id = Type.String({ minLength: 8, maxLength: 64 });
const Month = Type.String({ pattern: '^\\d{4}-\\d{2}$' });
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** Counts and money (fen) are integers, shares lie between 0 and 1; `null`: nothing to tell. */
const FigureSchema = orNull(Type.Number());
const LineSchema = Type.Object({ keys: Type.Array(orNull(Text)), values: Type.Array(FigureSchema), lastYear: Type.Array(FigureSchema), previous: Type.Array(FigureSchema) });
const ReportSchema = Type.Unsafe<Report>(Type.Object({
  period: PeriodSchema, lastYear: PeriodSchema, previous: PeriodSchema, lines: Type.Array(LineSchema), definitions: Type.Integer(), at: Text,
}));

const RowSchema = Type.Object({
  /** The case's or the task's page shows it. */
  kind: Type.Enum(['task', 'case']),
  id: Text,
  no: orNull(Text),
  title: Type.String(),
  party: Type.String(),
  /** Of a unit; empty for a person. */
  creditCode: Text,
  district: Type.Enum([...DISTRICT_KEYS]),
  channel: Type.String({ pattern: CHANNEL_KEY_PATTERN }),
  /** State of the task or stage of the case, of today. */
  state: Text,
  /** The day by which it counts; of what stands the day it is due or was registered. */
  day: orNull(Text),
  /** What it adds to a sum; `null` where each row counts one. */
  amount: FigureSchema,
});

const SavedReportSchema = Type.Object({
  id: Id, rev: Type.Integer(), title: Text, owner: Text, own: Type.Boolean(), shared: Type.Boolean(), design: Type.Unsafe<ReportDesign>(ReportDesignSchema), updatedAt: Text,
});

const SnapshotSchema = Type.Object({
  id: Id, month: Month, district: Type.Enum([...DISTRICT_KEYS]), channel: Text, version: Type.Integer(), latest: Type.Boolean(), reason: Text, definitions: Type.Integer(),
  madeBy: Text, madeAt: Text,
});
const FrozenMeasureSchema = Type.Object({ key: Text, label: Text, meaning: Text, unit: Text, per: Text });
const FiguresSchema = Type.Unsafe<SnapshotFigures>(Type.Object({ measures: Type.Array(FrozenMeasureSchema), total: LineSchema, district: Type.Array(LineSchema), channel: Type.Array(LineSchema) }));

const Title = Type.String({ minLength: 1, maxLength: 60 });

export const STATISTICS_ENDPOINTS = {
  statisticsReport: {
    method: 'POST', path: '/api/statistics/report', access: 'signed-in', input: ReportQuerySchema, output: ReportSchema,
    summary: 'Figures by up to two groups, with sum lines, the same period last year and the previous period',
  },
  statisticsRows: {
    method: 'POST', path: '/api/statistics/rows', access: 'signed-in',
    input: Type.Object({
      measure: Type.Enum([...MEASURE_KEYS]), period: PeriodSchema, filter: FilterSchema,
      at: Type.Array(Type.Object({ group: Type.Enum([...GROUP_KEYS]), key: Text }), { maxItems: 2 }),
      /** From the page before; absent for the first one. */
      after: Type.Optional(Text), limit: Type.Integer({ minimum: 1, maximum: 500 }),
    }),
    output: Type.Object({ rows: Type.Array(RowSchema), total: Type.Integer(), after: orNull(Text) }),
    summary: 'The tasks or cases behind one figure, a page at a time',
  },
  statisticsExport: {
    method: 'POST', path: '/api/statistics/export', access: 'signed-in',
    input: Type.Object({ title: Title, query: ReportQuerySchema, compare: Type.Boolean() }),
    output: Type.Object({ name: Text, file: Type.String() }), summary: 'A report as an Excel file (base64), with the definitions it was computed by',
  },
  statisticsReports: {
    method: 'GET', path: '/api/statistics/reports', access: 'signed-in', input: Type.Object({}), output: Type.Object({ reports: Type.Array(SavedReportSchema) }),
    summary: "The caller's saved reports and those shared in the authority",
  },
  saveStatisticsReport: {
    method: 'POST', path: '/api/statistics/reports', access: 'signed-in',
    /** `rev` 0 for a new one; else that of the one read, so that another's save in between is seen. */
    input: Type.Object({ id: Id, rev: Type.Integer({ minimum: 0 }), title: Title, shared: Type.Boolean(), design: ReportDesignSchema }),
    output: SavedReportSchema, summary: 'Keeps a report; only its owner changes it',
  },
  removeStatisticsReport: {
    method: 'POST', path: '/api/statistics/reports/:id/remove', access: 'signed-in', input: Type.Object({ id: Id }), output: Type.Object({}), summary: 'Removes a report of the caller',
  },
  statisticsSnapshots: {
    method: 'GET', path: '/api/statistics/snapshots', access: 'signed-in', input: Type.Object({}), output: Type.Object({ snapshots: Type.Array(SnapshotSchema) }),
    summary: 'Monthly reports in the scope of the caller, the newest first',
  },
  statisticsSnapshot: {
    method: 'GET', path: '/api/statistics/snapshots/:id', access: 'signed-in', input: Type.Object({ id: Id }),
    output: Type.Object({ snapshot: SnapshotSchema, reported: FiguresSchema, now: FiguresSchema }), summary: 'A monthly report as it was made, and the same figures as they are now',
  },
  makeStatisticsSnapshot: {
    method: 'POST', path: '/api/statistics/snapshots', access: 'signed-in',
    /** `version`: the one to be made, 1 where the month has none; another made meanwhile refuses it. */
    input: Type.Object({ month: Month, version: Type.Integer({ minimum: 1 }), reason: Type.String({ maxLength: 500 }) }),
    output: SnapshotSchema, summary: 'Freezes the figures of a month as they are reported; a correction is a further version with its reason',
  },
} as const;
