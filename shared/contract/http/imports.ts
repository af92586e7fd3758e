import Type, { type Static, type TSchema } from 'typebox';
import { ERRORS, type ErrorCode } from '../errors.ts';
import { IMPORT_TARGET_KEYS } from '../../domain/import/target.ts';

/** The endpoints of imports from Excel and CSV; part of the table in `contract.ts`. Who may import what: `mayImport`. */

const Text = Type.String({ maxLength: 500 });
const Id = Type.String({ minLength: 8, maxLength: 64 });
const Target = Type.Enum([...IMPORT_TARGET_KEYS]);
const MappingSchema = Type.Record(Type.String({ maxLength: 200 }), Type.String({ maxLength: 40 }));
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** Bytes of a part before base64. */
export const IMPORT_PART_BYTES = 512 * 1024;
/** Rows of the file that the preview shows. */
export const PREVIEW_ROWS = 100;

/**
 * `uploading` → `checking` → `checked` → `applying` → `applied` → `undoing` → `undone`; `failed`: the file cannot be read,
 * or the work was broken off; the checks may be run again.
 */
export const IMPORT_STATES = {
  uploading: '正在上传', checking: '正在检查', checked: '待导入', applying: '正在导入', applied: '已导入', undoing: '正在撤销', undone: '已撤销', failed: '未完成',
} as const;
export type ImportState = keyof typeof IMPORT_STATES;
const State = Type.Enum(Object.keys(IMPORT_STATES) as [ImportState, ...ImportState[]]);

export const ROW_VERDICTS = { new: '新增', changed: '更新', same: '无变化', joined: '并入', wrong: '有误' } as const;
export type RowVerdict = keyof typeof ROW_VERDICTS;
const Verdict = Type.Enum(Object.keys(ROW_VERDICTS) as [RowVerdict, ...RowVerdict[]]);

const PreviewRow = Type.Object({
  /** Row number as Excel shows it. */
  no: Type.Integer(),
  verdict: Verdict,
  cells: Type.Record(Type.String(), Type.String()),
  problems: Type.Array(Type.Object({ key: Type.String(), message: Type.String() })),
  /** Columns whose value the row would change, with what stands there now. */
  changes: Type.Record(Type.String(), Type.String()),
});

const ReportSchema = Type.Object({
  sheet: Type.String(),
  sheets: Type.Array(Type.Object({ name: Type.String(), hidden: Type.Boolean() })),
  headerRow: Type.Integer(),
  headers: Type.Array(Type.Object({ index: Type.Integer(), text: Type.String(), key: orNull(Type.String()), sample: Type.String() })),
  /** Titles of required columns that no heading stands for; nothing can be imported then. */
  missing: Type.Array(Type.String()),
  notes: Type.Array(Type.String()),
  counts: Type.Object({ new: Type.Integer(), changed: Type.Integer(), same: Type.Integer(), joined: Type.Integer(), wrong: Type.Integer() }),
  /** The first rows of the file. */
  rows: Type.Array(PreviewRow),
  /** The first wrong rows, wherever they stand. */
  wrong: Type.Array(PreviewRow),
});
export type ImportReport = Static<typeof ReportSchema>;
export type ImportPreviewRow = Static<typeof PreviewRow>;

const AppErrorSchema = Type.Object({ code: Type.Enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]), message: Type.String(), details: Type.Optional(Type.Record(Type.String(), Type.Unknown())) });

const RunSchema = Type.Object({
  id: Id,
  target: Target,
  fileName: Text,
  state: State,
  done: Type.Integer(),
  total: Type.Integer(),
  report: orNull(ReportSchema),
  error: orNull(AppErrorSchema),
  createdBy: Text,
  createdAt: Text,
  appliedAt: orNull(Text),
  undoneAt: orNull(Text),
  undoneBy: orNull(Text),
});
export type ImportRun = Static<typeof RunSchema>;

const SummarySchema = Type.Object({
  id: Id, target: Target, fileName: Text, state: State, createdBy: Text, createdAt: Text, appliedAt: orNull(Text), undoneAt: orNull(Text),
  counts: orNull(ReportSchema.properties.counts),
});
export type ImportSummary = Static<typeof SummarySchema>;

const OneRun = Type.Object({ importId: Id });
const WorkbookFile = Type.Object({ name: Text, file: Type.String() });

export const IMPORT_ENDPOINTS = {
  imports: {
    method: 'GET', path: '/api/imports', access: 'signed-in', input: Type.Object({}), output: Type.Object({ imports: Type.Array(SummarySchema) }),
    summary: 'The last imports, the newest first',
  },
  startImport: {
    method: 'POST', path: '/api/imports', access: 'signed-in',
    input: Type.Object({ target: Target, fileName: Type.String({ minLength: 1, maxLength: 200 }), bytes: Type.Integer({ minimum: 1, maximum: 1024 * 1024 * 1024 }) }),
    output: RunSchema, summary: 'Announces a file; its parts follow',
  },
  importPart: {
    method: 'POST', path: '/api/imports/:importId/parts', access: 'signed-in',
    input: Type.Object({ importId: Id, offset: Type.Integer({ minimum: 0 }), content: Type.String({ maxLength: 720_000 }) }),
    output: Type.Object({ received: Type.Integer() }), summary: 'Takes a part of the file (base64); sending one again is harmless',
  },
  checkImport: {
    method: 'POST', path: '/api/imports/:importId/check', access: 'signed-in',
    input: Type.Object({ importId: Id, sheet: orNull(Type.String({ maxLength: 100 })), mapping: MappingSchema, skipHidden: Type.Boolean(), keepMapping: Type.Boolean() }),
    output: RunSchema, summary: 'Starts reading the file and comparing its rows with the register; the outcome comes by `importRun`',
  },
  importRun: { method: 'GET', path: '/api/imports/:importId', access: 'signed-in', input: OneRun, output: RunSchema, summary: 'Where an import stands' },
  applyImport: {
    method: 'POST', path: '/api/imports/:importId/apply', access: 'signed-in', input: OneRun, output: RunSchema,
    summary: 'Starts writing the good rows, all in one transaction; applying again changes nothing',
  },
  undoImport: {
    method: 'POST', path: '/api/imports/:importId/undo', access: 'signed-in', input: OneRun, output: RunSchema,
    summary: 'Takes the whole import back, unless something touched one of its rows since',
  },
  rejectedRows: {
    method: 'GET', path: '/api/imports/:importId/rejected', access: 'signed-in', input: OneRun, output: WorkbookFile,
    summary: 'The wrong rows as an Excel file (base64), with a column of reasons, to be mended and imported again',
  },
  importTemplate: {
    method: 'GET', path: '/api/import-templates/:target', access: 'signed-in', input: Type.Object({ target: Target }), output: WorkbookFile,
    summary: 'An empty form as an Excel file (base64), with an example and an explanation of each column',
  },
} as const;
