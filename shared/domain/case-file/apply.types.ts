import type { Result } from '../../contract/result.ts';
import type { ConfigVersion } from '../config/version.ts';
import type { DocumentFile } from '../document/document-file.ts';
import type { RecordElsewhere } from '../document/record-times.ts';
import type { NumberRequest } from '../document/number-series.ts';
import type { Matter } from '../matter/matter.ts';
import type { Officer } from '../officer/officer.ts';
import type { Settings } from '../setting/settings.ts';
import type { WorkCalendar } from '../time-limit/calendar.ts';
import type { Violation } from '../violation/violation.ts';
import type { ActOfCase } from '../procedure/linked-case.ts';
import type { Task } from '../task/task.ts';
import type { CaseFile } from './case-file.ts';

/** A case, or a supervision task, with the documents a command may touch. */
export interface CaseAggregate {
  readonly file: CaseFile;
  /** Set for a supervision task; `file` is then the task as its papers see it (`task/as-case-file.ts`). */
  readonly task?: Task;
  readonly documents: ReadonlyMap<string, DocumentFile>;
}

/** All that the rules of the procedure may know. The same on client and server; the server's is the one that counts. */
export interface RuleContext {
  /** ISO instant: the server's clock on the server, the command's `createdAt` on a client. */
  readonly now: string;
  /** The same instant as a day in Asia/Shanghai. */
  readonly today: string;
  readonly actor: Officer;
  readonly officers: ReadonlyMap<string, Officer>;
  readonly violations: ReadonlyMap<string, Violation>;
  readonly calendar: WorkCalendar;
  readonly settings: Settings;
  /** Every published version of the configuration, for what is looked up by kind or by another day than today. */
  readonly configs?: readonly ConfigVersion[];
  /** The matters in force by code, where the caller has them: what a task may rest on. */
  readonly matters?: ReadonlyMap<string, Matter>;
  /** Visits of this year to the party of a task being made, by matter, where the caller counted them. */
  readonly visits?: ReadonlyMap<string, number>;
  /** The case a visit is handed over to, where the caller looked for it; `null`: there is none. */
  readonly handedCase?: Pick<CaseFile, 'fromTask'> | null;
  /** Officers who stay away from a party. */
  readonly recusals?: readonly { readonly officerId: string; readonly partyName: string; readonly creditCode?: string }[];
  /** Names the register of enterprises holds under the party's code, where the caller looked them up. */
  readonly registeredNames?: readonly string[];
  /** Issued records of other cases and tasks around the time of the one being issued, where the caller looked them up. */
  readonly otherRecords?: readonly RecordElsewhere[];
  /** Other cases of the same party, where the caller looked them up: what 一事不二罚 is judged by (art. 29). */
  readonly otherCases?: readonly ActOfCase[];
  /** Another case archived under the number asked for, where the caller looked for it; `null`: the number is free. */
  readonly archivedAlike?: Pick<CaseFile, 'id' | 'caseNo'> | null;
}

/** What issuing a document freezes. */
export interface IssueData {
  readonly data: Record<string, unknown>;
  readonly wordingVersion: string;
}

/** The documents' own rules, implemented by `documentRules` of `document/data.ts`. */
export interface DocumentRules {
  /** Refuses `DOCUMENT_INCOMPLETE` and `STATUTORY_ITEMS_MISSING`. */
  issueData(aggregate: CaseAggregate, documentId: string, context: CommandContext): Result<IssueData>;
}

export interface CommandContext extends RuleContext {
  readonly documents: DocumentRules;
}

/** What a command made of the case. Revisions are the caller's business. */
export interface Applied {
  readonly aggregate: CaseAggregate;
  /** Documents created or changed. */
  readonly changedDocumentIds: readonly string[];
  /** Numbers the server must give in the same transaction; a client leaves them open (provisional). */
  readonly numbers: readonly NumberRequest[];
}
