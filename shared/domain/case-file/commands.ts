import Type, { type Static } from 'typebox';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS } from '../organisation/organisation.ts';
import { DOCUMENT_CODES } from '../document/document-file.ts';
import { EVIDENCE_KIND_KEYS, ORIGIN_KEYS } from '../evidence/evidence.ts';
import { EVENT_KEYS } from '../procedure/events.ts';
import { CLUE_SOURCE_KEYS, SERVICE_METHOD_KEYS } from './case-file.ts';
import { TASK_COMMANDS, type TaskCommandKind } from '../task/commands.ts';
import { LINK_RELATION_KEYS } from './side-lines.ts';

const Id = Type.String({ minLength: 8, maxLength: 64 });
const DateText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const LocalMinute = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' });
const Text = (maxLength: number) => Type.String({ maxLength });

function oneOf<const T extends readonly string[]>(values: T) {
  return Type.Enum([...values] as unknown as [T[number], ...T[number][]]);
}

const ClueSchema = Type.Object({
  source: oneOf(CLUE_SOURCE_KEYS),
  receivedOn: DateText,
  subject: Text(200),
  description: Text(4000),
});

/** One field of an edit: where, what the editor saw, what it becomes. A `from` that no longer holds is a conflict. */
export const FieldChange = Type.Object({ path: Text(80), from: Type.Unknown(), to: Type.Unknown() });

const EvidenceFileSchema = Type.Object({
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  bytes: Type.Integer({ minimum: 0 }),
  mime: Text(100),
  name: Text(255),
});

const AnnotationSchema = Type.Object({
  id: Id,
  text: Text(1000),
  page: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
  second: Type.Union([Type.Number({ minimum: 0 }), Type.Null()]),
  area: Type.Union([Type.Object({ x: Type.Number(), y: Type.Number(), width: Type.Number(), height: Type.Number() }), Type.Null()]),
});

/**
 * Every command on a case: kind → payload. `entityId` of a command is the case's id, or the task's for papers and exhibits
 * of a supervision task. A new kind is added here and in `apply.ts`; doors, outbox and tests follow from this table.
 */
const CASE_COMMANDS = {
  'case.register': Type.Object({
    /** One of the channels in force. */
    channel: Type.String({ pattern: CHANNEL_KEY_PATTERN }),
    district: oneOf(DISTRICT_KEYS),
    clue: ClueSchema,
    cause: Text(200),
    violationId: Type.Union([Text(10), Type.Null()]),
    /** The visit it comes from; its officers are proposed for the case. */
    fromTask: Type.Optional(Type.Object({ taskId: Id, taskNo: Text(40), officerIds: Type.Array(Text(64), { maxItems: 10 }) })),
  }),
  'case.edit': Type.Object({ changes: Type.Array(FieldChange, { minItems: 1, maxItems: 60 }) }),
  'case.advance': Type.Object({
    event: oneOf(EVENT_KEYS),
    opinion: Text(2000),
    /** What the event needs beside the opinion; its fields are named in the procedure table. */
    data: Type.Record(Type.String(), Type.Unknown()),
    /** Remarks on single paragraphs or fields, where a case is sent back. */
    remarks: Type.Optional(Type.Array(Type.Object({ path: Text(200), text: Text(1000) }), { maxItems: 100 })),
  }),
  /** Another case of one act; each of the two names the other. */
  'case.link': Type.Object({ caseId: Id, relation: oneOf(LINK_RELATION_KEYS) }),
  'evidence.add': Type.Object({
    evidence: Type.Object({
      id: Id,
      kind: oneOf(EVIDENCE_KIND_KEYS),
      title: Text(200),
      proves: Text(500),
      takenAt: Text(40),
      takenPlace: Text(200),
      takenBy: Text(100),
      file: Type.Union([EvidenceFileSchema, Type.Null()]),
      /** What its kind asks for; keys of `PARTICULARS`. */
      particulars: Type.Optional(Type.Record(Text(40), Text(500))),
      /** Absent: typed by a person. */
      origin: Type.Optional(Type.Object({ takenAt: oneOf(ORIGIN_KEYS), takenPlace: oneOf(ORIGIN_KEYS) })),
      measureId: Type.Optional(Id),
    }),
  }),
  'evidence.edit': Type.Object({ evidenceId: Id, changes: Type.Array(FieldChange, { minItems: 1, maxItems: 30 }) }),
  'evidence.withdraw': Type.Object({ evidenceId: Id, reason: Text(500) }),
  /** A note beside the original. */
  'evidence.annotate': Type.Object({ evidenceId: Id, annotation: AnnotationSchema }),
  'evidence.withdraw-annotation': Type.Object({ evidenceId: Id, annotationId: Id, reason: Text(500) }),
  /** A copy of the file leaves the program: noted before it does. */
  'evidence.export': Type.Object({ evidenceId: Id, purpose: Text(200) }),
  'document.create': Type.Object({
    documentId: Id,
    code: oneOf(DOCUMENT_CODES),
    aboutDocumentId: Type.Union([Id, Type.Null()]),
    values: Type.Record(Type.String(), Type.Unknown()),
  }),
  'document.edit': Type.Object({ documentId: Id, changes: Type.Array(FieldChange, { minItems: 1, maxItems: 100 }) }),
  'document.discard': Type.Object({ documentId: Id, reason: Text(500) }),
  /** Cancels an issued document that was never served; its number is kept as 作废. */
  'document.cancel': Type.Object({ documentId: Id, reason: Text(500) }),
  /** Freezes the document; where its kind has a number the server gives it, so this needs the network. */
  'document.issue': Type.Object({ documentId: Id }),
  /** Sent by the desktop that typeset an issued document; a second, different hash is refused. */
  'document.attach-pdf': Type.Object({
    documentId: Id,
    pdf: Type.Object({
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      bytes: Type.Integer({ minimum: 1 }),
      pages: Type.Integer({ minimum: 1 }),
      fonts: Type.Array(Text(100)),
    }),
  }),
  'document.serve': Type.Object({
    service: Type.Object({
      id: Id,
      documentId: Id,
      method: oneOf(SERVICE_METHOD_KEYS),
      servedAt: LocalMinute,
      place: Text(200),
      recipient: Text(100),
      recipientRelation: Text(100),
      serverIds: Type.Array(Id),
      refusalReason: Text(500),
      witness: Text(100),
    }),
  }),
  'document.printed': Type.Object({ documentId: Id, copies: Type.Integer({ minimum: 1, maximum: 99 }), printer: Text(200) }),
  'archive.lend': Type.Object({ loan: Type.Object({ id: Id, borrower: Text(60), unit: Text(100), purpose: Text(300), dueOn: DateText }) }),
  'archive.return': Type.Object({ loanId: Id, condition: Text(300) }),
  'payment.record': Type.Object({
    payment: Type.Object({ id: Id, paidOn: DateText, amountFen: Type.Integer({ minimum: 1 }), receiptNo: Text(60) }),
  }),
} as const;

/** Every command there is: those on cases, and those on supervision tasks. */
export const COMMANDS = { ...CASE_COMMANDS, ...TASK_COMMANDS } as const;

export type CommandKind = keyof typeof COMMANDS;
export type CommandPayload<K extends CommandKind> = Static<(typeof COMMANDS)[K]>;
export const COMMAND_KINDS = Object.keys(COMMANDS) as [CommandKind, ...CommandKind[]];

/** A change a person made, applied at once locally and again by the server with the same function. */
export interface Command<K extends CommandKind = CommandKind> {
  /** UUID; the server applies a command once, however often it is sent. */
  readonly opId: string;
  readonly kind: K;
  /** Id of the case or task. */
  readonly entityId: string;
  /** Revision of it the author saw; 0 for one not yet on the server. */
  readonly baseRev: number;
  readonly payload: CommandPayload<K>;
  /** ISO instant on the author's machine; the server's own time is what counts in law. */
  readonly createdAt: string;
}

export type AnyCommand = { readonly [K in CommandKind]: Command<K> }[CommandKind];
export type AnyTaskCommand = { readonly [K in TaskCommandKind]: Command<K> }[TaskCommandKind];
export type AnyCaseCommand = Exclude<AnyCommand, AnyTaskCommand>;
