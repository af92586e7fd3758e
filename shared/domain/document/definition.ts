import type { CaseFile } from '../case-file/case-file.ts';
import type { ConfigVersion } from '../config/version.ts';
import type { Officer } from '../officer/officer.ts';
import type { Settings } from '../setting/settings.ts';
import type { WorkCalendar } from '../time-limit/calendar.ts';
import type { Violation } from '../violation/violation.ts';
import type { Block } from './blocks.ts';
import type { DocumentCode, DocumentFile } from './document-file.ts';

/** All that a document may be filled from. */
export interface DocumentContext {
  readonly file: CaseFile;
  /** The document being filled; for a 送达回证, `about` is the document served. */
  readonly document: DocumentFile;
  readonly about: DocumentFile | null;
  /** For a 行政处罚决定书: the served notice, whose facts, evidence and basis it takes over. */
  readonly notice?: DocumentFile | null;
  readonly officers: ReadonlyMap<string, Officer>;
  readonly violations: ReadonlyMap<string, Violation>;
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  /** Every published configuration: the wordings among them. */
  readonly configs?: readonly ConfigVersion[];
  /** The day printed on the document: the issuing day, or today for a draft. */
  readonly today: string;
}

/** Everything a document prints, as plain JSON: frozen in `issued.data` when the document is issued. */
export type DocumentData = Readonly<Record<string, unknown>>;

/**
 * An input of the editor beside the preview; drawn in the order of the paper.
 * Values by kind: `text`, `long-text`, `choice` string; `date` `YYYY-MM-DD`; `minute` `YYYY-MM-DDTHH:mm`; `money` integer fen;
 * `lines` string[]; `dialogue` { question, answer }[]; `checklist` string[] (the choices ticked).
 */
export interface FieldDefinition {
  /** Key in `DocumentValues`. */
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'long-text' | 'date' | 'minute' | 'money' | 'choice' | 'lines' | 'dialogue' | 'checklist';
  readonly required: boolean;
  /** Where the value comes from when nobody typed one: shown as the placeholder. `none`: typed only. */
  readonly filledFrom: 'case' | 'none';
  readonly choices?: readonly string[];
  readonly help?: string;
}

/** What the case itself must hold before the document may be issued: a key of the data and how an officer calls it. */
export interface Requirement {
  readonly key: string;
  readonly label: string;
}

export interface DocumentDefinition {
  readonly code: DocumentCode;
  readonly style: 'letter' | 'form';
  readonly sealed: boolean;
  readonly wordingVersion: string;
  /** Day the wording takes effect. */
  readonly wordingFrom: string;
  readonly fields: readonly FieldDefinition[];
  /** Beside the required fields. */
  readonly requires: readonly Requirement[];
  /** Names of settings the document prints or is decided by; unconfirmed ones are warned of. */
  readonly settings: readonly (keyof Settings)[];
  /** Values taken from the case, before what was typed is laid over them. */
  readonly fill: (context: DocumentContext) => Record<string, unknown>;
  /**
   * Pure: the data (filled and typed) to blocks. It sees nothing but the data, so that an issued document is drawn from
   * what was frozen. No blank is left unfilled: empty ones are struck with ／ or 无. `docNo` (null: not yet given) and
   * `issuedOn` are added to the data by the caller.
   */
  readonly blocks: (data: DocumentData) => readonly Block[];
}
