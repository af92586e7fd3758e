import type { CaseFile } from '../case-file/case-file.ts';
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
  readonly officers: ReadonlyMap<string, Officer>;
  readonly violations: ReadonlyMap<string, Violation>;
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  /** The day printed on the document: the issuing day, or today for a draft. */
  readonly today: string;
}

/** An input of the editor beside the preview; drawn in the order of the paper. */
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

export interface DocumentDefinition {
  readonly code: DocumentCode;
  /** Number in the catalogue, e.g. `E5`. */
  readonly catalogueNo: string;
  readonly name: string;
  readonly style: 'letter' | 'form';
  /** `external`: served on the party, needs seal. */
  readonly direction: 'internal' | 'external';
  /** 文种代字 of its number series, or `null` for kinds without a number. */
  readonly series: string | null;
  readonly copies: number;
  readonly sealed: boolean;
  readonly wordingVersion: string;
  /** Day the wording takes effect. */
  readonly wordingFrom: string;
  readonly fields: readonly FieldDefinition[];
  /** Values taken from the case, before what was typed is laid over them. */
  readonly fill: (context: DocumentContext) => Record<string, unknown>;
  /** Pure: the data (filled and typed) to blocks. No blank is left unfilled: empty ones are struck with ／ or 无. */
  readonly blocks: (data: Readonly<Record<string, unknown>>, context: DocumentContext) => readonly Block[];
}
