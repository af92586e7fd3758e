import type { AnyCommand } from '../domain/case-file/commands.ts';
import type { Channel, District } from '../domain/organisation/organisation.ts';
import type { DocumentCode } from '../domain/document/document-file.ts';
import type { Officer } from '../domain/officer/officer.ts';
import type { Penalty } from '../domain/case-file/case-file.ts';
import type { FineRange } from '../domain/money/fine-range.ts';
import type { CaseEvent } from '../domain/procedure/events.ts';
import type { Stage } from '../domain/procedure/stages.ts';
import type { Tier } from '../domain/violation/violation.ts';
import type { BoardColumn } from '../domain/time-limit/board.ts';
import type { AppError } from './result.ts';

/** Views: what the worker tells the window. Instants are ISO 8601, dates `YYYY-MM-DD`. */

export interface SessionState {
  readonly status: 'signed-out' | 'signed-in';
  readonly officer: Officer | null;
  /** `offline`: opened from the cache with the password, no server contact yet. */
  readonly mode: 'online' | 'offline' | null;
  /** Login names that have a cache on this machine. */
  readonly knownLogins: readonly string[];
  /** Bearer token for the window's online-only calls; memory only. */
  readonly token: string | null;
  readonly leaseUntil: string | null;
  /** The server's clock at the moment of this message, as well as this machine can tell; `null` while nobody is signed in. */
  readonly serverTime: string | null;
}

export interface SyncState {
  readonly phase: 'idle' | 'connecting' | 'pulling' | 'pushing' | 'files' | 'failed';
  readonly online: boolean;
  /** Since when the server has not been reached; `null` while online. */
  readonly offlineSince: string | null;
  readonly lastSyncAt: string | null;
  readonly pending: number;
  /** Refused or conflicting commands that wait for a person. */
  readonly stuck: number;
  readonly filesToUpload: number;
  /** Records applied so far and expected in the running pull. */
  readonly pulled: number;
  readonly pullTotal: number | null;
  readonly cases: number;
  readonly unindexed: number;
  readonly error: AppError | null;
}

export interface OutboxItem {
  readonly opId: string;
  readonly command: AnyCommand;
  readonly caseTitle: string;
  /** What the command does, in an officer's words. */
  readonly summary: string;
  readonly status: 'pending' | 'sending' | 'conflict' | 'refused' | 'held';
  readonly error: AppError | null;
  readonly createdAt: string;
  readonly attempts: number;
}

export interface CaseListItem {
  readonly id: string;
  readonly caseNo: string | null;
  readonly title: string;
  readonly partyName: string;
  readonly projectName: string;
  readonly cause: string;
  readonly channel: Channel;
  readonly district: District;
  readonly stage: Stage;
  readonly officerNames: string;
  readonly registeredOn: string;
  readonly updatedAt: string;
  /** Next term to fall due, or `null`. */
  readonly dueOn: string | null;
  readonly dueLabel: string | null;
  /** Has commands the server has not seen. */
  readonly pending: boolean;
}

export interface CaseListPage {
  readonly items: readonly CaseListItem[];
  /** Exact up to the cap of 100,000. */
  readonly total: number;
}

export interface SearchPage {
  readonly items: readonly CaseListItem[];
  /** Hits are counted up to 50 or the limit (`capped`); the list of cases takes up to 1,000. */
  readonly total: number;
  readonly capped: boolean;
}

export interface Todo {
  readonly caseId: string;
  readonly title: string;
  readonly stage: Stage;
  /** What the signed-in officer may do next, e.g. `批准立案`. */
  readonly action: string;
  readonly dueOn: string | null;
}

export interface DocumentToPrint {
  readonly caseId: string;
  readonly documentId: string;
  readonly code: DocumentCode;
  readonly docNo: string | null;
  readonly caseTitle: string;
  readonly issuedAt: string;
}

export interface Workbench {
  readonly todos: readonly Todo[];
  readonly todoTotal: number;
  readonly near: readonly CaseListItem[];
  readonly toPrint: readonly DocumentToPrint[];
  readonly counts: { readonly open: number; readonly overdue: number; readonly near: number; readonly closedThisYear: number };
}

export interface Preview {
  /** One SVG document a page, A4. */
  readonly pages: readonly string[];
  readonly missing: readonly { readonly key: string; readonly label: string }[];
  readonly milliseconds: number;
}

export interface PdfResult {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly pages: number;
  readonly fonts: readonly string[];
}

export interface FontInfo {
  readonly role: 'title' | 'fangsong' | 'song' | 'kai' | 'hei';
  readonly wanted: string;
  readonly used: string;
  readonly exact: boolean;
}

export interface ImportedFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  readonly name: string;
  /** What a photo says of itself (EXIF): the instant, and its position as text; empty where it does not say. */
  readonly takenAt: string | null;
  readonly takenPlace: string;
}

/** The folder a scanner writes into (扫描文件夹), as the main process sees it. */
export interface ScanFolder {
  /** `null` while none is chosen. */
  readonly folder: string | null;
  readonly error: AppError | null;
  /** Files written since the folder was chosen, at rest, and neither taken nor set aside; oldest first. */
  readonly files: readonly ScannedFile[];
}
export interface ScannedFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  /** ISO instant. */
  readonly writtenAt: string;
}

export interface PrinterInfo {
  readonly name: string;
  readonly displayName: string;
  readonly isDefault: boolean;
  /** The printer that this kind of document last went to. */
  readonly remembered: boolean;
}

export interface PrintOutcome {
  readonly printer: string;
  readonly pages: number;
  readonly copies: number;
}

export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly serverUrl: string;
  readonly platform: string;
}

/** Long work as a visible task. */
export interface TaskProgress {
  readonly taskId: string;
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
  readonly state: 'running' | 'done' | 'failed';
  readonly error: AppError | null;
}

/** The board of what falls due. */
export interface DeadlineBoard {
  /** `YYYY-MM-DD`, as the worker's columns were cut. */
  readonly today: string;
  readonly columns: Readonly<Record<BoardColumn, { readonly total: number; readonly items: readonly CaseListItem[] }>>;
  /** Kinds of limit that occur under the other filters, the most frequent first. */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
}

/** A step of approval as a button: what it is called, whether it may be taken, and what it asks for. */
export interface ApprovalStep {
  readonly event: CaseEvent;
  readonly label: string;
  /** Why not yet; `null` when it may be taken. */
  readonly refusal: AppError | null;
  readonly opinion: 'required' | 'optional' | 'none';
  /** Asks for more than an opinion: taken on the case's page. */
  readonly asks: boolean;
}

/** A case that waits for the signed-in officer's approval, with what he decides by. */
export interface ApprovalItem {
  readonly caseId: string;
  readonly caseNo: string | null;
  readonly title: string;
  readonly stage: Stage;
  /** Day since which it waits. */
  readonly since: string;
  readonly officerNames: string;
  readonly partyName: string;
  readonly cause: string;
  /** Clause that punishes the act; empty before it is chosen. */
  readonly basis: string;
  /** Facts found, shortened; before the investigation the clue. */
  readonly facts: string;
  readonly penalty: Penalty | null;
  readonly tier: Tier | null;
  /** The article's range and the tier's in fen; `null` where there is none or a base is missing. */
  readonly range: FineRange | null;
  readonly tierRange: FineRange | null;
  /** `below`: under the article's minimum; `tier`: outside the tier chosen. */
  readonly deviation: 'none' | 'tier' | 'below';
  readonly deviationReason: string;
  /** The last opinion before it came here. */
  readonly last: { readonly name: string; readonly label: string; readonly opinion: string; readonly at: string } | null;
  /** Whose countersign is still open. */
  readonly countersigns: readonly string[];
  readonly approve: ApprovalStep;
  readonly back: ApprovalStep | null;
  readonly dueOn: string | null;
  readonly dueLabel: string | null;
}
