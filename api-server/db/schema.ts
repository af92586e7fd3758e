import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { ConfigStatus } from '#shared/contract/http/configs.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { DocumentFile, DocumentStatus } from '#shared/domain/document/document-file.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import type { Marks } from '#shared/domain/review/review.ts';
import type { CalendarDay } from '#shared/domain/time-limit/calendar-import.ts';
import type { ScoreItem } from '#shared/domain/volume/score.ts';
import type { Instant, Json, NullableInstant } from './columns.ts';
import type { SupervisionTables } from './schema-supervision.ts';

interface OfficerTable {
  id: string;
  login_name: string;
  rev: Generated<number>;
  body: Json<Officer>;
}

interface AccountTable {
  officer_id: string;
  password_hash: string;
  failed_attempts: Generated<number>;
  locked_until: NullableInstant;
  last_sign_in_at: NullableInstant;
}

/** Failed sign-ins of names that have no account: they lock like accounts, so that a refusal tells nothing. */
interface UnknownLoginTable {
  /** SHA-256 of the name as typed; the name itself may be somebody's password. */
  login_hash: Uint8Array;
  failed_attempts: Generated<number>;
  locked_until: NullableInstant;
  last_failed_at: Instant;
}

interface SessionTable {
  id: Generated<string>;
  token_hash: Uint8Array;
  officer_id: string;
  device_id: string;
  created_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
  revoked_at: NullableInstant;
}

interface CaseFileTable {
  id: string;
  rev: number;
  channel: string;
  district: string;
  stage: Stage;
  case_no: string | null;
  due_on: string | null;
  registered_on: string;
  updated_at: Instant;
  party_no: string | null;
  act_on: string | null;
  project_id: string | null;
  /** What figures are counted from, cut out of the body by its writer; `null` where the trigger reads the body. */
  counted: string | null;
  body: Json<CaseFile>;
}

interface DocumentTable {
  id: string;
  case_id: string;
  rev: number;
  channel: string;
  district: string;
  code: string;
  status: DocumentStatus;
  doc_no: string | null;
  pdf_sha256: string | null;
  body: Json<DocumentFile>;
}

interface PartyTable {
  id: string;
  rev: number;
  credit_code: string;
  name: string;
  body: Json<PartyRecord>;
}

interface ProjectTable {
  id: string;
  rev: number;
  district: string;
  name: string;
  body: Json<ProjectRecord>;
}

/** Violations, matters, calendar and settings: small tables that travel whole. */
interface ReferenceTable {
  kind: string;
  id: string;
  rev: number;
  body: Json<unknown>;
}

interface ChangeLogTable {
  seq: GeneratedAlways<number>;
  /** Transaction that wrote the row, as decimal text (xid8). */
  xid: Generated<string>;
  kind: string;
  entity_id: string;
  channel: string | null;
  district: string | null;
  op: 'put' | 'gone';
  at: ColumnType<Date, Date | string | undefined, never>;
}

interface OperationTable {
  op_id: string;
  officer_id: string;
  device_id: string;
  payload_hash: string;
  status: string;
  result: Json<unknown>;
  at: Instant;
}

interface NumberCounterTable {
  series: string;
  year: number;
  last: number;
}

interface FileTable {
  sha256: string;
  bytes: number;
  received: Generated<number>;
  complete: Generated<boolean>;
  created_at: Instant;
}

interface CaseFileLinkTable {
  sha256: string;
  case_id: string;
}

/** Who did what, and how it ended; the database itself refuses UPDATE, DELETE and TRUNCATE. */
interface AuditLogTable {
  id: GeneratedAlways<number>;
  at: ColumnType<Date, Date | string, never>;
  officer_id: ColumnType<string | null, string | null, never>;
  device_id: ColumnType<string | null, string | null, never>;
  ip: ColumnType<string | null, string | null, never>;
  action: ColumnType<string, string, never>;
  object_kind: ColumnType<string | null, string | null, never>;
  object_id: ColumnType<string | null, string | null, never>;
  outcome: ColumnType<string, string, never>;
  request_id: ColumnType<string | null, string | null, never>;
}

/** Every year of the holiday calendar that was published, with what it replaced. */
interface CalendarImportTable {
  id: GeneratedAlways<number>;
  at: ColumnType<Date, Date | string, never>;
  officer_id: string;
  year: number;
  /** Where the year comes from, e.g. the number of the State Council's notice. */
  source: string;
  /** SHA-256 of the file's text. */
  sha256: string;
  days: Json<readonly CalendarDay[]>;
}

/** Configuration in dated versions; a published one never changes. */
interface ConfigVersionTable {
  id: GeneratedAlways<number>;
  kind: string;
  key: string;
  version: number;
  effective_from: string;
  body: Json<unknown>;
  status: ConfigStatus;
  note: string;
  author_id: string;
  proposed_at: Instant;
  reviewer_id: string | null;
  reviewed_at: NullableInstant;
  opinion: Generated<string>;
}

/** A review of volumes: a sample drawn by a seed. `null`: every district or channel. */
interface ReviewRoundTable {
  id: string;
  title: string;
  seed: string;
  district: string | null;
  channel: string | null;
  /** Days of registration the sample was drawn from. */
  registered_from: string;
  registered_to: string;
  created_by: string;
  created_by_name: string;
  created_at: Instant;
}

/** One volume of a review with what its reviewer marked. */
interface ReviewEntryTable {
  round_id: string;
  case_id: string;
  position: number;
  rev: Generated<number>;
  reviewer_id: string | null;
  reviewer_name: string | null;
  marks: Json<Marks>;
  comment: Generated<string>;
  points: number | null;
  rejected: Generated<boolean>;
  /** The checklist as it stood when the reviewer finished. */
  items: ColumnType<readonly ScoreItem[] | null, string | null | undefined, string | null>;
  finished_at: NullableInstant;
}

/** `updated_at` is the author's clock as the desk told it, in ISO 8601 UTC, compared as text. */
interface ReaderNoteTable {
  officer_id: string;
  case_id: string;
  kind: 'note' | 'mark';
  id: string;
  updated_at: string;
  seq: number;
  body: ColumnType<object | null, string | null, string | null>;
}

interface MetaTable {
  key: string;
  value: string;
}

export interface Database extends SupervisionTables {
  officer: OfficerTable;
  account: AccountTable;
  unknown_login: UnknownLoginTable;
  session: SessionTable;
  case_file: CaseFileTable;
  document: DocumentTable;
  party: PartyTable;
  project: ProjectTable;
  reference: ReferenceTable;
  change_log: ChangeLogTable;
  operation: OperationTable;
  number_counter: NumberCounterTable;
  file: FileTable;
  case_file_link: CaseFileLinkTable;
  audit_log: AuditLogTable;
  calendar_import: CalendarImportTable;
  review_round: ReviewRoundTable;
  review_entry: ReviewEntryTable;
  reader_note: ReaderNoteTable;
  config_version: ConfigVersionTable;
  meta: MetaTable;
}
