import type { CaseAggregate, CommandContext } from '#shared/domain/case-file/apply.types.ts';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import type { PushResult } from '#shared/contract/sync.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';

/** A command as it comes in: kind and payload are not checked yet. */
export type IncomingCommand = HttpInput<'push'>['commands'][number];

/** Who pushes, from where. */
export interface Pusher {
  readonly officer: Officer;
  readonly deviceId: string;
  readonly ip: string;
  readonly requestId: string;
}

/** Told of a command that made the program fail. */
export type ReportFailure = (command: IncomingCommand, error: unknown) => void;

/** The commands of one request. */
export interface PushRequest {
  readonly pusher: Pusher;
  readonly commands: readonly IncomingCommand[];
  readonly report: ReportFailure;
}

/** A request as a transaction takes it up. */
export interface Turn extends PushRequest {
  /** Cases of which an earlier command of this request was not applied; grows as commands fail. */
  readonly failed: Set<string>;
}

/** What every command of a transaction is judged by: the server's clock and the present reference data. */
export type Grounds = Omit<CommandContext, 'actor'>;

/** A case of the batch as it stands after the commands so far. */
export interface WorkingCase {
  aggregate: CaseAggregate;
  changed: boolean;
  readonly changedDocuments: Set<string>;
  /** Evidence files and PDFs named by commands of this batch. */
  readonly files: Set<string>;
}

/** A command with its answer, to be audited in the same transaction, and recorded if the answer is a new one. */
export interface Outcome {
  readonly pusher: Pusher;
  readonly command: IncomingCommand;
  readonly payloadHash: string;
  readonly result: PushResult;
  readonly isNew: boolean;
}
