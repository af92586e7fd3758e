import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { DrawPlan, PlanState } from '#shared/domain/draw/plan.ts';
import type { DrawState } from '#shared/domain/draw/steps.ts';
import type { ImportReport, ImportState } from '#shared/contract/http/imports.ts';
import type { Mapping } from '#shared/domain/import/column.ts';
import type { ImportTargetKey } from '#shared/domain/import/target.ts';
import type { FactKind, FactPhase, ProjectFact } from '#shared/domain/project/fact.ts';
import type { AppError } from '#shared/contract/result.ts';
import type { Matter } from '#shared/domain/matter/matter.ts';
import type { MatterAction, MatterVersionState } from '#shared/domain/matter/versions.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import type { Task, TaskState } from '#shared/domain/task/task.ts';
import type { ReportDesign } from '#shared/domain/statistics/report.ts';
import type { SnapshotFigures } from '#shared/domain/statistics/snapshot.ts';
import type { Instant, Json, NullableInstant } from './columns.ts';

/** A supervision task; the columns repeat what lists, statistics and rules of access ask for. */
interface TaskTable {
  id: string;
  rev: number;
  channel: string;
  district: string;
  source: string;
  check_class: string;
  state: TaskState;
  task_no: string | null;
  matter_codes: readonly string[];
  party_no: string | null;
  party_name: string;
  project_id: string | null;
  officer_ids: readonly string[];
  plan_id: string | null;
  draw_id: string | null;
  created_on: string;
  planned_on: string | null;
  due_on: string;
  inspected_on: string | null;
  finished_on: string | null;
  result: string | null;
  /** Earliest day an open corrective order is due. */
  order_due_on: string | null;
  case_id: string | null;
  body: Json<Task>;
}

/** A version of a supervision matter; the one in force stands in `reference`. */
interface MatterVersionTable {
  id: GeneratedAlways<number>;
  code: string;
  version: number;
  effective_from: string;
  action: MatterAction;
  state: MatterVersionState;
  body: Json<Matter>;
  note: string;
  author_id: string | null;
  author_name: string;
  at: Instant;
}

/** A visit made in the province's system, from its export file. */
interface ProvinceVisitTable {
  id: GeneratedAlways<number>;
  matter_code: string;
  district: string;
  party_name: string;
  credit_code: string;
  visited_on: string;
  result: string;
  record_no: string;
  source_file: string;
  imported_by: string;
  imported_at: Instant;
}

/** A report somebody saved. */
interface StatisticsReportTable {
  id: string;
  rev: Generated<number>;
  owner_id: string;
  owner_name: string;
  /** Authority of the owner: within it the report may be shared. */
  district: string;
  title: string;
  shared: boolean;
  body: Json<ReportDesign>;
  updated_at: Instant;
}

/** What was reported for a month; rows are only added. `channel` '': all of them. */
interface StatisticsSnapshotTable {
  id: string;
  month: string;
  district: string;
  channel: string;
  version: number;
  reason: string;
  definitions: number;
  figures: ColumnType<SnapshotFigures, string, never>;
  made_by: string;
  made_by_name: string;
  made_at: Instant;
}

/** A yearly plan of random inspections; the columns repeat what lists ask for. */
interface DrawPlanTable {
  id: string;
  rev: number;
  no: string;
  year: number;
  channel: string;
  district: string;
  state: PlanState;
  created_at: Instant;
  body: Json<DrawPlan>;
}

/** A draw: what was committed, what the witness said, how far it is. */
interface DrawTable {
  id: string;
  plan_id: string;
  /** Which draw of its plan, from 1. */
  serial: number;
  year: number;
  channel: string;
  district: string;
  matter_codes: readonly string[];
  state: DrawState;
  ratio_permille: number;
  visit_on: string;
  due_on: string;
  pot_size: number;
  officer_count: number;
  left_out_count: number;
  snapshot_hash: string;
  commitment: string;
  operator_id: string;
  operator_name: string;
  committed_at: Instant;
  witness_id: string | null;
  witness_name: string | null;
  witness_role: string | null;
  witness_words: string | null;
  witnessed_at: NullableInstant;
  drawn_at: NullableInstant;
  drawn_by_id: string | null;
  drawn_by_name: string | null;
  /** 文号 of the sheet of the draw (双随机抽查任务单). */
  sheet_no: string | null;
  dispatched_at: NullableInstant;
  abandoned_reason: string | null;
}

/** The pot as canonical JSON; only added. */
interface DrawSnapshotTable {
  draw_id: string;
  body: string;
}

/** The server's part of the seed, secret until the draw; only added. */
interface DrawSeedTable {
  draw_id: string;
  server_seed: string;
}

/** The record as canonical JSON; only added. */
interface DrawRecordTable {
  draw_id: string;
  record_hash: string;
  body: string;
}

/** A drawn object on its way to a task. */
interface DrawItemTable {
  draw_id: string;
  /** From 1, in the order of drawing. */
  position: number;
  object_id: string;
  object_name: string;
  project_id: string | null;
  party_id: string | null;
  party_key: string;
  party_name: string;
  district: string;
  officer_ids: readonly string[];
  task_id: string | null;
  /** Why no task was made of it. */
  set_aside: string | null;
}

/** What another system knows of a project. */
interface ProjectFactTable {
  id: string;
  project_id: string;
  phase: FactPhase;
  kind: FactKind;
  source_system: string;
  source_ref: string;
  fetched_at: Instant;
  rev: Generated<number>;
  body: Json<ProjectFact>;
}

/** A file that is being imported, or was. */
interface ImportRunTable {
  id: string;
  target: ImportTargetKey;
  file_name: string;
  bytes: number;
  sheet: string | null;
  mapping: ColumnType<Mapping, string | undefined, string>;
  skip_hidden: Generated<boolean>;
  state: ImportState;
  done: Generated<number>;
  total: Generated<number>;
  report: ColumnType<ImportReport | null, string | null | undefined, string | null>;
  error: ColumnType<AppError | null, string | null | undefined, string | null>;
  created_by: string;
  created_by_name: string;
  created_at: Instant;
  /** Last sign of life of whoever works on it. */
  touched_at: Instant;
  applied_at: NullableInstant;
  undone_at: NullableInstant;
  undone_by_name: string | null;
}

interface ImportPartTable {
  import_id: string;
  offset: number;
  content: Uint8Array;
}

/** `before`: the body the import replaced; `null` for a row it made. */
interface ImportChangeTable {
  import_id: string;
  entity_id: string;
  rev: number;
  before: ColumnType<object | null, string | null, never>;
}

interface ImportMappingTable {
  target: ImportTargetKey;
  mapping: Json<Mapping>;
  saved_by: string;
  saved_at: Instant;
}

/** Two rows of a register that became one. */
interface RegisterMergeTable {
  id: string;
  kind: 'party' | 'project';
  kept_id: string;
  gone_id: string;
  kept_rev: number;
  kept_before: Json<PartyRecord | ProjectRecord>;
  gone_before: Json<PartyRecord | ProjectRecord>;
  fact_ids: readonly string[];
  merged_by: string;
  merged_by_name: string;
  merged_at: Instant;
  undone_at: NullableInstant;
  undone_by_name: string | null;
}

/** An officer stays away from a party for good (回避), until the day it ends. */
interface RecusalTable {
  id: string;
  officer_id: string;
  party_name: string;
  credit_code: Generated<string>;
  reason: string;
  from_on: string;
  to_on: string | null;
  declared_by_name: string;
  declared_at: Instant;
}

/** Tables of supervision: tasks, matters, draws, registers and imports, figures. */
export interface SupervisionTables {
  task: TaskTable;
  matter_version: MatterVersionTable;
  province_visit: ProvinceVisitTable;
  draw_plan: DrawPlanTable;
  draw: DrawTable;
  draw_snapshot: DrawSnapshotTable;
  draw_seed: DrawSeedTable;
  draw_record: DrawRecordTable;
  draw_item: DrawItemTable;
  statistics_report: StatisticsReportTable;
  statistics_snapshot: StatisticsSnapshotTable;
  project_fact: ProjectFactTable;
  import_run: ImportRunTable;
  import_part: ImportPartTable;
  import_change: ImportChangeTable;
  import_mapping: ImportMappingTable;
  register_merge: RegisterMergeTable;
  recusal: RecusalTable;
}
