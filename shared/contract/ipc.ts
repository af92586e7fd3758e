import Type, { type Static, type TSchema } from 'typebox';
import type { CaseFile } from '../domain/case-file/case-file.ts';
import { CLUE_SOURCE_KEYS } from '../domain/case-file/case-file.ts';
import { COMMAND_KINDS } from '../domain/case-file/commands.ts';
import type { ConfigVersion } from '../domain/config/version.ts';
import { DOCUMENT_CODES, type DocumentFile } from '../domain/document/document-file.ts';
import type { Matter } from '../domain/matter/matter.ts';
import type { Officer } from '../domain/officer/officer.ts';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS } from '../domain/organisation/organisation.ts';
import type { PartyRecord } from '../domain/party/party.ts';
import { STAGE_KEYS } from '../domain/procedure/stages.ts';
import type { ProjectRecord } from '../domain/project/project.ts';
import type { Settings } from '../domain/setting/settings.ts';
import type { Task } from '../domain/task/task.ts';
import { VOLUME_PROFILE_KEYS } from '../domain/volume/profile.ts';
import { BOARD_COLUMN_KEYS } from '../domain/time-limit/board.ts';
import type { WorkCalendar } from '../domain/time-limit/calendar.ts';
import type { Violation } from '../domain/violation/violation.ts';
import type {
  AppInfo, ApprovalItem, CaseListItem, CaseListPage, DeadlineBoard, FontInfo, ImportedFile, OutboxItem, PdfResult, Preview, PrinterInfo, PrintOutcome, ScanFolder, SearchPage, SessionState, SyncState, TaskProgress, Workbench,
} from './views.ts';
import { type NoticeState, TASK_SORTS, type TaskBench, TaskFilter, type TaskHistory, type TaskListPage, type TaskTeam } from './task-views.ts';
import type { VolumeNote, VolumePdf, VolumePlan, VolumeSheets } from './volume-views.ts';

/** `worker`: data, sync, documents (utility process). `main`: window, printing, dialogs. */
export type IpcHost = 'worker' | 'main';

/**
 * Every call from the window: name → host, input schema, output type (a phantom). Preload, worker handlers, main
 * handlers, the renderer's client and the completeness test are derived from this table by a loop.
 * Every call answers a `Result`; inputs are checked against the schema before the handler runs.
 */
export interface IpcMethod<Input extends TSchema = TSchema, Output = unknown> {
  readonly host: IpcHost;
  readonly input: Input;
  readonly output?: Output;
}

function method<Output>() {
  return <Host extends IpcHost, Input extends TSchema>(host: Host, input: Input): IpcMethod<Input, Output> & { readonly host: Host } => ({ host, input });
}

const Nothing = Type.Object({});
const Id = Type.String({ minLength: 8, maxLength: 64 });
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Channel = Type.String({ pattern: CHANNEL_KEY_PATTERN });
const District = Type.Enum([...DISTRICT_KEYS]);

/** Filters of the case list; absent means any. */
export const CaseFilter = Type.Object({
  stages: Type.Optional(Type.Array(Type.Enum([...STAGE_KEYS]))),
  channel: Type.Optional(Channel),
  district: Type.Optional(District),
  source: Type.Optional(Type.Enum([...CLUE_SOURCE_KEYS])),
  /** `overdue`: past due; `near`: due within 10 days; `open`: any unfinished case. */
  deadline: Type.Optional(Type.Enum(['overdue', 'near', 'open'])),
  mine: Type.Optional(Type.Boolean()),
  text: Type.Optional(Type.String({ maxLength: 60 })),
});
export type CaseFilter = Static<typeof CaseFilter>;

/** Filters of the board of deadlines; absent means any. `kind` as `kindOf` gives it. */
const BoardFilter = {
  channel: Type.Optional(Channel),
  district: Type.Optional(District),
  officerId: Type.Optional(Id),
  kind: Type.Optional(Type.String({ maxLength: 60 })),
};

const PrintOptions = Type.Object({
  documentId: Id,
  printer: Type.String({ maxLength: 200 }),
  copies: Type.Integer({ minimum: 1, maximum: 99 }),
  duplex: Type.Enum(['simplex', 'longEdge', 'shortEdge']),
  /** 1-based inclusive ranges; empty: all pages. */
  ranges: Type.Array(Type.Object({ from: Type.Integer({ minimum: 1 }), to: Type.Integer({ minimum: 1 }) })),
});

const VolumeProfile = Type.Enum([...VOLUME_PROFILE_KEYS]);
const VolumeChoice = Type.Enum(['main', 'sub']);

export const IPC = {
  // session
  'session.state': method<SessionState>()('worker', Nothing),
  'session.signIn': method<SessionState>()('worker', Type.Object({ loginName: Type.String({ minLength: 1, maxLength: 60 }), password: Type.String({ minLength: 1, maxLength: 200 }) })),
  'session.signOut': method<SessionState>()('worker', Nothing),
  // sync
  'sync.state': method<SyncState>()('worker', Nothing),
  /** `acceptRemovals`: the person has confirmed that the server may remove many cases (after `MASS_REMOVAL`). */
  'sync.now': method<SyncState>()('worker', Type.Object({ acceptRemovals: Type.Optional(Type.Boolean()) })),
  'outbox.list': method<readonly OutboxItem[]>()('worker', Nothing),
  /** `retry`: send again; `mine`: keep my value over the server's; `withdraw`: give the command up (kept in the log). */
  'outbox.resolve': method<readonly OutboxItem[]>()('worker', Type.Object({ opId: Id, action: Type.Enum(['retry', 'mine', 'withdraw']) })),
  // cases
  'case.list': method<CaseListPage>()('worker', Type.Object({
    filter: CaseFilter,
    sort: Type.Enum(['due', 'updated', 'registered']),
    offset: Type.Integer({ minimum: 0 }),
    limit: Type.Integer({ minimum: 1, maximum: 200 }),
  })),
  /** A case; for a supervision task, the task as its papers see it. */
  'case.get': method<CaseFile>()('worker', Type.Object({ caseId: Id })),
  'case.search': method<SearchPage>()('worker', Type.Object({ text: Type.String({ minLength: 1, maxLength: 60 }), limit: Type.Integer({ minimum: 1, maximum: 100 }) })),
  /** What falls due in the cases on this machine: counts of every column with their first rows. */
  'deadline.board': method<DeadlineBoard>()('worker', Type.Object({ ...BoardFilter, limit: Type.Integer({ minimum: 1, maximum: 500 }) })),
  'deadline.column': method<readonly CaseListItem[]>()('worker', Type.Object({
    ...BoardFilter, column: Type.Enum([...BOARD_COLUMN_KEYS]), offset: Type.Integer({ minimum: 0 }), limit: Type.Integer({ minimum: 1, maximum: 500 }),
  })),
  // supervision tasks
  'task.list': method<TaskListPage>()('worker', Type.Object({ filter: TaskFilter, sort: Type.Enum([...TASK_SORTS]), offset: Type.Integer({ minimum: 0 }), limit: Type.Integer({ minimum: 1, maximum: 500 }) })),
  'task.get': method<Task>()('worker', Type.Object({ taskId: Id })),
  /** Earlier visits and cases of the same party or project on this machine. */
  'task.history': method<TaskHistory>()('worker', Type.Object({ taskId: Id })),
  /** What every officer has on his hands; absent channel or district means any. */
  'task.team': method<TaskTeam>()('worker', Type.Object({ channel: Type.Optional(Channel), district: Type.Optional(District) })),
  /** The tasks that wait for the signed-in officer, for the workbench. */
  'task.bench': method<TaskBench>()('worker', Nothing),
  'workbench.get': method<Workbench>()('worker', Nothing),
  /** What waits for the officer's approval, those waiting longest first. */
  'approvals.list': method<readonly ApprovalItem[]>()('worker', Nothing),
  /** Applies the command locally at once and queues it. The new state of the case (or of the task as its papers see it) is the answer. */
  'command.submit': method<CaseFile>()('worker', Type.Object({
    kind: Type.Enum([...COMMAND_KINDS]),
    entityId: Id,
    payload: Type.Unknown(),
  })),
  // documents
  'document.get': method<DocumentFile>()('worker', Type.Object({ documentId: Id })),
  /** Typesets the document with values not yet saved; one SVG a page. */
  'document.preview': method<Preview>()('worker', Type.Object({ documentId: Id, values: Type.Record(Type.String(), Type.Unknown()) })),
  'document.pdf': method<PdfResult>()('worker', Type.Object({ documentId: Id })),
  /** The document as a Word file, to be worked on outside; the PDF stays what was issued. */
  'document.docx': method<{ readonly bytes: Uint8Array; readonly name: string }>()('worker', Type.Object({ documentId: Id })),
  /** What the document says, line by line: for comparing two. */
  'document.lines': method<readonly string[]>()('worker', Type.Object({ documentId: Id })),
  /** Several documents of a case as one PDF with bookmarks, in the order given. */
  'document.batchPdf': method<{ readonly bytes: Uint8Array; readonly pages: number }>()('worker', Type.Object({ documentIds: Type.Array(Id, { minItems: 1, maxItems: 100 }) })),
  /** The page with texts that nobody has published: filled from a case, or from an invented one where `caseId` is null. */
  'wording.preview': method<Preview>()('worker', Type.Object({
    code: Type.Enum([...DOCUMENT_CODES]), texts: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 4000 })), caseId: Type.Union([Id, Type.Null()]),
    /** Of the invented case, where no case is named; `null`: the first channel's. */
    channel: Type.Union([Channel, Type.Null()]),
  })),
  /** A paper that belongs to no case, as a PDF: its values are all given. */
  'document.sheet': method<{ readonly bytes: Uint8Array; readonly pages: number }>()('worker', Type.Object({
    code: Type.Enum(['SJDX']), channel: Channel, district: District, docNo: Type.Union([Type.String({ maxLength: 60 }), Type.Null()]), issuedOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    values: Type.Record(Type.String({ maxLength: 40 }), Type.Unknown()),
  })),
  'document.fonts': method<readonly FontInfo[]>()('worker', Nothing),
  // evidence files
  /** Stores a file (encrypted) under its hash and checks its type by content. */
  'file.import': method<ImportedFile>()('worker', Type.Object({ name: Type.String({ minLength: 1, maxLength: 255 }), bytes: Type.Unsafe<Uint8Array>(Type.Unknown()) })),
  'file.read': method<{ readonly bytes: Uint8Array; readonly mime: string }>()('worker', Type.Object({ sha256: Sha256 })),
  /** Fetches every file of a case for reading without network (离线携卷); progress comes as task events. */
  'file.pinCase': method<{ readonly files: number; readonly missing: number }>()('worker', Type.Object({ caseId: Id })),
  // scanner folder: main process
  'scan.state': method<ScanFolder>()('main', Nothing),
  /** Asks for a folder; `null` as its answer's folder means the person changed their mind and none was chosen before. */
  'scan.choose': method<ScanFolder>()('main', Nothing),
  'scan.forget': method<ScanFolder>()('main', Nothing),
  /** A copy of the file's content; the file stays where it is. */
  'scan.read': method<{ readonly name: string; readonly bytes: Uint8Array }>()('main', Type.Object({ key: Type.String({ maxLength: 64 }) })),
  /** Offers these no longer: they were taken in, or are not wanted. */
  'scan.settle': method<ScanFolder>()('main', Type.Object({ keys: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 200 }) })),
  // reference data
  'reference.officers': method<readonly Officer[]>()('worker', Nothing),
  'reference.violations': method<readonly Violation[]>()('worker', Nothing),
  'reference.matters': method<readonly Matter[]>()('worker', Nothing),
  'reference.calendar': method<WorkCalendar>()('worker', Nothing),
  'reference.settings': method<Settings>()('worker', Nothing),
  /** Every published version of the configuration. */
  'reference.configs': method<readonly ConfigVersion[]>()('worker', Nothing),
  'party.search': method<readonly PartyRecord[]>()('worker', Type.Object({ text: Type.String({ maxLength: 60 }) })),
  'project.search': method<readonly ProjectRecord[]>()('worker', Type.Object({ text: Type.String({ maxLength: 60 }) })),
  // volume (案卷)
  'volume.plan': method<VolumePlan>()('worker', Type.Object({ caseId: Id, profile: VolumeProfile })),
  'volume.sheets': method<VolumeSheets>()('worker', Type.Object({ caseId: Id, profile: VolumeProfile, volume: VolumeChoice })),
  'volume.pdf': method<VolumePdf>()('worker', Type.Object({ caseId: Id, profile: VolumeProfile, volume: VolumeChoice })),
  /** The archive package, a ZIP; see `electron/worker/volume/package.ts`. */
  'volume.archive': method<VolumePdf>()('worker', Type.Object({ caseId: Id, profile: VolumeProfile })),
  /** Decides an item of the self-score by hand; `null` takes the decision back. Kept on this machine. */
  'volume.mark': method<VolumePlan>()('worker', Type.Object({
    caseId: Id, profile: VolumeProfile, key: Type.String({ maxLength: 40 }), mark: Type.Union([Type.Object({ pass: Type.Boolean(), note: Type.String({ maxLength: 500 }) }), Type.Null()]),
  })),
  'volume.notes': method<readonly VolumeNote[]>()('worker', Type.Object({ caseId: Id })),
  'volume.noteSave': method<readonly VolumeNote[]>()('worker', Type.Object({
    caseId: Id, note: Type.Object({ id: Id, itemId: Type.String({ maxLength: 64 }), page: Type.Integer({ minimum: 1 }), text: Type.String({ minLength: 1, maxLength: 2000 }) }),
  })),
  'volume.noteRemove': method<readonly VolumeNote[]>()('worker', Type.Object({ caseId: Id, noteId: Id })),
  // notices on the desktop: main process
  'notice.state': method<NoticeState>()('main', Nothing),
  /** Off is kept for this machine; turned on, what was not told yet is told. */
  'notice.set': method<NoticeState>()('main', Type.Object({ enabled: Type.Boolean() })),
  // window, paper and disk: main process
  'app.info': method<AppInfo>()('main', Nothing),
  'app.setServer': method<AppInfo>()('main', Type.Object({ serverUrl: Type.String({ minLength: 8, maxLength: 200 }) })),
  'app.openExternal': method<null>()('main', Type.Object({ url: Type.String({ maxLength: 500 }) })),
  /** With `code`, the printer that kind of document last went to is marked `remembered`. */
  'print.printers': method<readonly PrinterInfo[]>()('main', Type.Object({ code: Type.Optional(Type.Enum([...DOCUMENT_CODES])) })),
  'print.document': method<PrintOutcome>()('main', PrintOptions),
  /** Asks where to save (unless `path` is given by a test) and writes the PDF there. */
  'pdf.save': method<{ readonly path: string | null }>()('main', Type.Object({ documentId: Id, suggestedName: Type.String({ maxLength: 200 }) })),
  'pdf.saveBatch': method<{ readonly path: string | null }>()('main', Type.Object({ documentIds: Type.Array(Id, { minItems: 1, maxItems: 100 }), suggestedName: Type.String({ maxLength: 200 }) })),
  'docx.save': method<{ readonly path: string | null }>()('main', Type.Object({ documentId: Id, suggestedName: Type.String({ maxLength: 200 }) })),
  /** Binds a volume or packs the archive and writes it where the person says. */
  'volume.save': method<{ readonly path: string | null }>()('main', Type.Object({ caseId: Id, profile: VolumeProfile, volume: VolumeChoice, suggestedName: Type.String({ maxLength: 200 }) })),
  'archive.save': method<{ readonly path: string | null }>()('main', Type.Object({ caseId: Id, profile: VolumeProfile, suggestedName: Type.String({ maxLength: 200 }) })),
  /** Prints pages that the window has drawn: JPEG pictures of A4 sheets. */
  'print.pictures': method<PrintOutcome>()('main', Type.Object({
    title: Type.String({ maxLength: 200 }), printer: Type.String({ maxLength: 200 }), copies: Type.Integer({ minimum: 1, maximum: 99 }), duplex: Type.Enum(['simplex', 'longEdge', 'shortEdge']),
    pages: Type.Array(Type.Unsafe<Uint8Array>(Type.Unknown()), { minItems: 1, maxItems: 200 }),
  })),
} as const;

export type IpcName = keyof typeof IPC;
/** The methods one host answers. */
export type IpcNameOf<Host extends IpcHost> = { [N in IpcName]: (typeof IPC)[N]['host'] extends Host ? N : never }[IpcName];
export type IpcInput<N extends IpcName> = Static<(typeof IPC)[N]['input']>;
export type IpcOutput<N extends IpcName> = (typeof IPC)[N] extends IpcMethod<TSchema, infer Output> ? Output : never;

/** Events from worker to window. An event announces, a method commands. */
export interface IpcEvents {
  'session.changed': SessionState;
  'sync.changed': SyncState;
  'outbox.changed': { readonly pending: number; readonly stuck: number };
  /** Records whose effective state changed; lists and open pages reload what they show of them. Tasks stand among the cases. */
  'records.changed': { readonly caseIds: readonly string[]; readonly documentIds: readonly string[]; readonly reference: boolean };
  /** Private notes or marks of these cases came from another desk of the same officer. */
  'notes.changed': { readonly caseIds: readonly string[] };
  'task.progress': TaskProgress;
}
export const IPC_EVENTS = ['session.changed', 'sync.changed', 'outbox.changed', 'records.changed', 'notes.changed', 'task.progress'] as const satisfies readonly (keyof IpcEvents)[];
