import Type, { type TSchema } from 'typebox';
import type { Snapshot } from '../../domain/draw/draw.ts';
import { DEPARTMENTS_KEYS, type DrawPlan, TARGETING_KEYS } from '../../domain/draw/plan.ts';
import type { LeftOut, PoolObject, PoolOfficer } from '../../domain/draw/pool.ts';
import { PUBLICATION_STATE_KEYS } from '../../domain/draw/publication.ts';
import type { DrawRecord } from '../../domain/draw/record.ts';
import { ExclusionsSchema, FILTER_SCHEMA, WeightsSchema } from '../../domain/draw/record-schema.ts';
import { DRAW_STATE_KEYS } from '../../domain/draw/steps.ts';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS } from '../../domain/organisation/organisation.ts';
import { INSPECTION_RESULT_KEYS, TASK_STATE_KEYS } from '../../domain/task/task.ts';
import type { AppError } from '../result.ts';

/** The endpoints of random inspections (双随机一公开); part of the table in `contract.ts`. */

const Text = Type.String({ maxLength: 500 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Id = Type.String({ minLength: 3, maxLength: 64 });
const Year = Type.Integer({ minimum: 2000, maximum: 2100 });
const Count = Type.Integer({ minimum: 0 });
const Channel = Type.String({ pattern: CHANNEL_KEY_PATTERN });
const District = Type.Enum([...DISTRICT_KEYS]);
const MatterCodes = Type.Array(Type.String({ maxLength: 60 }), { maxItems: 33 });
const Ratio = Type.Integer({ minimum: 0, maximum: 2000 });
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Empty = Type.Object({});

const PLAN_CONTENT = {
  ...FILTER_SCHEMA,
  year: Year, name: Type.String({ maxLength: 100 }), targeting: Type.Enum([...TARGETING_KEYS]), departments: Type.Enum([...DEPARTMENTS_KEYS]),
  partners: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 }), channel: Channel, district: District, matterCodes: MatterCodes, ratioPermille: Ratio, weights: WeightsSchema,
  from: Day, to: Day, leadOffice: Type.String({ maxLength: 60 }),
};

const PlanRow = Type.Object({
  plan: Type.Unsafe<DrawPlan>(Empty),
  /** Draws that were not given up; objects drawn, sent out and inspected; draws that wait for a witness. */
  draws: Count, drawn: Count, dispatched: Count, finished: Count, waiting: Count,
});

/** Which part of the plan's lists a draw is made from, and who stays out. */
const DRAW_CHOICE = {
  ratioPermille: Ratio, visitOn: Day, dueOn: Day,
  districts: FILTER_SCHEMA.districts, categories: FILTER_SCHEMA.categories, creditClasses: FILTER_SCHEMA.creditClasses,
  officerDistricts: FILTER_SCHEMA.officerDistricts, officerChannels: FILTER_SCHEMA.officerChannels,
  excludedObjects: ExclusionsSchema, excludedOfficers: ExclusionsSchema,
};

const CapUse = Type.Object({
  code: Text, name: Text, cap: orNull(Type.Integer()), usable: Type.Boolean(),
  /** Enterprises of the filter without a visit this year, with some, and at the cap. */
  free: Count, some: Count, full: Count,
});

const PoolSchema = Type.Object({
  objects: Type.Array(Type.Unsafe<PoolObject>(Empty)), officers: Type.Array(Type.Unsafe<PoolOfficer>(Empty)),
  leftOut: Type.Array(Type.Unsafe<LeftOut>(Empty)), officersLeftOut: Type.Array(Type.Unsafe<LeftOut>(Empty)),
  /** Kinds of business in the register, for the filter. */
  categories: Type.Array(Text), recusals: Count, wouldDraw: Count, caps: Type.Array(CapUse),
  /** Why nothing can be drawn like this. */
  refusal: orNull(Type.Unsafe<AppError>(Empty)),
});

const DrawSchema = Type.Object({
  id: Id, planId: Id, planName: Text, planNo: Text, serial: Type.Integer(), state: Type.Enum([...DRAW_STATE_KEYS]), channel: Channel, district: District, matterCodes: MatterCodes,
  ratioPermille: Ratio, visitOn: Day, dueOn: Day, potSize: Count, officerCount: Count, leftOutCount: Count, drawnCount: Count, snapshotHash: Text, commitment: Text,
  operatorId: Id, operatorName: Text, committedAt: Text,
  witness: orNull(Type.Object({ officerId: Id, name: Text, role: Text, words: Text, at: Text })),
  sheetNo: orNull(Text), drawnAt: orNull(Text), dispatchedAt: orNull(Text), abandonedReason: orNull(Text),
});

const TaskStanding = Type.Object({
  state: Type.Enum([...TASK_STATE_KEYS]), taskNo: orNull(Text), result: orNull(Type.Enum([...INSPECTION_RESULT_KEYS])), inspectedOn: orNull(Day), finishedOn: orNull(Day), publishedOn: orNull(Day), caseId: orNull(Id),
});

const ItemSchema = Type.Object({
  position: Type.Integer(), objectId: Id, objectName: Text, partyName: Text, creditCode: Text, district: District,
  officers: Type.Array(Type.Object({ id: Id, name: Text })),
  taskId: orNull(Id), setAside: orNull(Text),
  /** Drawn objects that the task stands for: more than one is 综合查一次. */
  together: Count, task: orNull(TaskStanding),
});

const WaitingSchema = Type.Object({ drawId: Id, objectId: Id, objectName: Text, channel: Channel, planName: Text, matterCodes: MatterCodes, officers: Type.Array(Text), visitOn: Day, dueOn: Day });
const ProposalSchema = Type.Object({ partyKey: Text, partyName: Text, district: District, visits: Type.Array(WaitingSchema) });

const PublicationRow = Type.Object({
  taskId: Id, taskNo: orNull(Text), planName: Text, objectName: Text, partyName: Text, creditCode: Text, channel: Channel, district: District, matterCodes: MatterCodes,
  result: Type.Enum([...INSPECTION_RESULT_KEYS]), resultOn: Day, dueOn: orNull(Day), left: orNull(Type.Integer()), state: Type.Enum([...PUBLICATION_STATE_KEYS]), publishedOn: orNull(Day), officers: Type.Array(Text),
});

const Workbook = Type.Object({ name: Type.String(), file: Type.String() });

export const DRAW_ENDPOINTS = {
  drawPlans: { method: 'GET', path: '/api/draw-plans', access: 'signed-in', input: Type.Object({ year: Year }), output: Type.Object({ plans: Type.Array(PlanRow) }), summary: 'Plans of random inspections of a year, in the scope of the caller' },
  drawPlan: { method: 'GET', path: '/api/draw-plans/:planId', access: 'signed-in', input: Type.Object({ planId: Id }), output: Type.Object({ row: PlanRow, draws: Type.Array(DrawSchema) }), summary: 'A plan with its draws' },
  saveDrawPlan: {
    method: 'POST', path: '/api/draw-plans', access: 'draw-admin', input: Type.Object({ planId: orNull(Id), rev: Count, ...PLAN_CONTENT }), output: PlanRow,
    summary: 'Makes a plan, or changes one that nobody approved yet',
  },
  decideDrawPlan: {
    method: 'POST', path: '/api/draw-plans/:planId/decision', access: 'signed-in', input: Type.Object({ planId: Id, rev: Count, approved: Type.Boolean(), opinion: Type.String({ maxLength: 500 }) }), output: PlanRow,
    summary: 'A leader approves a plan or sends it back',
  },
  closeDrawPlan: { method: 'POST', path: '/api/draw-plans/:planId/close', access: 'draw-admin', input: Type.Object({ planId: Id, rev: Count }), output: PlanRow, summary: 'Ends a plan' },
  drawPool: { method: 'POST', path: '/api/draw-plans/:planId/pool', access: 'signed-in', input: Type.Object({ planId: Id, ...DRAW_CHOICE }), output: PoolSchema, summary: 'The pot as it would be now, with everything left out and why' },
  commitDraw: { method: 'POST', path: '/api/draws', access: 'draw-admin', input: Type.Object({ planId: Id, ...DRAW_CHOICE }), output: DrawSchema, summary: 'Freezes the pot, fixes the seed and shows the commitment to both' },
  draw: { method: 'GET', path: '/api/draws/:drawId', access: 'signed-in', input: Type.Object({ drawId: Id }), output: Type.Object({ draw: DrawSchema, items: Type.Array(ItemSchema) }), summary: 'A draw with what was drawn and what became of it' },
  witnessDraw: {
    method: 'POST', path: '/api/draws/:drawId/witness', access: 'signed-in', input: Type.Object({ drawId: Id, commitment: Type.String({ maxLength: 64 }), words: Type.String({ maxLength: 200 }) }), output: DrawSchema,
    summary: 'The witness confirms the commitment and adds his words',
  },
  runDraw: { method: 'POST', path: '/api/draws/:drawId/run', access: 'draw-admin', input: Type.Object({ drawId: Id }), output: DrawSchema, summary: 'Draws, and records the draw for good' },
  abandonDraw: { method: 'POST', path: '/api/draws/:drawId/abandon', access: 'draw-admin', input: Type.Object({ drawId: Id, reason: Type.String({ maxLength: 500 }) }), output: DrawSchema, summary: 'Gives up a draw that nobody witnessed yet' },
  drawSnapshot: { method: 'GET', path: '/api/draws/:drawId/snapshot', access: 'signed-in', input: Type.Object({ drawId: Id }), output: Type.Object({ snapshot: Type.Unsafe<Snapshot>(Empty) }), summary: 'The frozen pot of a draw' },
  drawRecord: { method: 'GET', path: '/api/draws/:drawId/record', access: 'signed-in', input: Type.Object({ drawId: Id }), output: Type.Object({ record: Type.Unsafe<DrawRecord>(Empty) }), summary: 'The record of a draw, by which it can be drawn again' },
  drawMerges: { method: 'GET', path: '/api/draws/:drawId/merges', access: 'signed-in', input: Type.Object({ drawId: Id }), output: Type.Object({ proposals: Type.Array(ProposalSchema) }), summary: 'Visits of the same enterprise that can be one (综合查一次)' },
  mergeDrawn: {
    method: 'POST', path: '/api/draws/:drawId/merge', access: 'draw-admin',
    input: Type.Object({ drawId: Id, objectId: Id, with: Type.Array(Type.Object({ drawId: Id, objectId: Id }), { minItems: 1, maxItems: 10 }) }),
    output: Type.Object({ taskId: Id, withoutSight: Type.Array(Text) }), summary: 'Makes one task of several drawn visits to an enterprise',
  },
  dispatchDraw: { method: 'POST', path: '/api/draws/:drawId/dispatch', access: 'draw-admin', input: Type.Object({ drawId: Id }), output: Type.Object({ draw: DrawSchema, tasks: Count, setAside: Count }), summary: 'Makes tasks of what was drawn' },
  drawPublications: { method: 'GET', path: '/api/draw-publications', access: 'signed-in', input: Type.Object({ year: Year }), output: Type.Object({ rows: Type.Array(PublicationRow) }), summary: 'Results of random inspections with the day each is to be published by' },
  exportDraws: { method: 'GET', path: '/api/draw-exports', access: 'signed-in', input: Type.Object({ year: Year, what: Type.Enum(['plans', 'publications']) }), output: Workbook, summary: 'Plans with what was drawn, or the publication list, as an Excel file (base64)' },
  exportDraw: { method: 'GET', path: '/api/draws/:drawId/export', access: 'signed-in', input: Type.Object({ drawId: Id }), output: Workbook, summary: 'What a draw drew and left out as an Excel file (base64)' },
} as const;
