import Type, { type Static, type TSchema } from 'typebox';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS } from '../organisation/organisation.ts';
import { ITEM_OUTCOME_KEYS, ORDER_KIND_KEYS } from './order.ts';
import { CHECK_CLASS_KEYS, CHECK_RESULT_KEYS, INSPECTION_RESULT_KEYS, SIGNER_KEYS, TASK_SOURCE_KEYS } from './task.ts';

const Id = Type.String({ minLength: 3, maxLength: 64 });
const LocalMinute = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' });
const DateText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Text = (maxLength: number) => Type.String({ maxLength });
/** A list nobody changes in place. */
const List = <T extends TSchema>(item: T, bounds: { readonly minItems?: number; readonly maxItems: number }) => Type.Unsafe<readonly Static<T>[]>(Type.Array(item, bounds));
const OrNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const PartySchema = Type.Object({
  kind: Type.Enum(['unit', 'person', 'business']), name: Text(200), creditCode: Text(18), representative: Text(100), representativePost: Text(60),
  idNumber: Text(18), sex: Type.Enum(['', '男', '女']), birthDate: Text(10), address: Text(300), phone: Text(40), workplace: Text(200),
});
const ProjectSchema = Type.Object({
  id: Id, name: Text(200), address: Text(300), projectCode: Text(40), permitNo: Text(40), contractPriceFen: Type.Integer({ minimum: 0 }), areaSquareMetres: Type.Number({ minimum: 0 }),
});
const CheckLineSchema = Type.Object({
  itemId: Id, matterCode: Text(40), content: Text(500), method: Text(200), clause: Text(300), violationId: OrNull(Text(10)),
  result: Type.Enum([...CHECK_RESULT_KEYS]), note: Text(1000), evidenceIds: List(Id, { maxItems: 50 }),
});
const OrderItemSchema = Type.Object({
  id: Id, text: Text(500), clause: Text(300), violationId: OrNull(Text(10)), checkItemId: OrNull(Id), beforeIds: List(Id, { maxItems: 50 }),
});

/** Every command on a supervision task: kind → payload. `entityId` is the task's id; papers and exhibits use the case's own commands. */
export const TASK_COMMANDS = {
  'task.create': Type.Object({
    channel: Type.String({ pattern: CHANNEL_KEY_PATTERN }),
    district: Type.Enum([...DISTRICT_KEYS]),
    source: Type.Enum([...TASK_SOURCE_KEYS]),
    checkClass: Type.Enum([...CHECK_CLASS_KEYS]),
    title: Text(200),
    matterCodes: List(Text(40), { minItems: 1, maxItems: 33 }),
    planId: OrNull(Id),
    parentId: OrNull(Id),
    party: PartySchema,
    project: OrNull(ProjectSchema),
    place: Text(300),
    description: Text(4000),
    urgent: Type.Boolean(),
    plannedOn: OrNull(DateText),
    dueOn: DateText,
    checklist: List(CheckLineSchema, { maxItems: 300 }),
  }),
  /** Names the officers, or others in their place before the visit. */
  'task.assign': Type.Object({ officerIds: List(Id, { minItems: 1, maxItems: 10 }), plannedOn: OrNull(DateText), reason: Text(500) }),
  'task.accept': Type.Object({}),
  'task.defer': Type.Object({ to: DateText, reason: Text(500) }),
  /** Prior approval of the visit; made up afterwards where it was urgent. */
  'task.approve': Type.Object({ opinion: Text(500) }),
  'task.cancel': Type.Object({ reason: Text(500) }),
  /** `at` and the days below are those on site: without network the command reaches the server much later. */
  'task.arrive': Type.Object({
    at: LocalMinute,
    place: Text(300),
    position: OrNull(Type.Object({ latitude: Type.Number({ minimum: -90, maximum: 90 }), longitude: Type.Number({ minimum: -180, maximum: 180 }), accuracyMetres: Type.Number({ minimum: 0 }) })),
  }),
  /** Fields by path: `place`, `description`, `plannedOn`, `findings`, `resultNote`, `checklist.<item>.result|note|evidenceIds`. */
  'task.edit': Type.Object({ changes: Type.Array(Type.Object({ path: Text(120), from: Type.Unknown(), to: Type.Unknown() }), { minItems: 1, maxItems: 300 }) }),
  'task.sign': Type.Object({ signature: Type.Object({ id: Id, signer: Type.Enum([...SIGNER_KEYS]), name: Text(100), evidenceId: OrNull(Id), refusal: Text(500), at: LocalMinute }) }),
  /** Signatures taken back, because what was signed must be corrected. */
  'task.unsign': Type.Object({ reason: Text(500) }),
  'task.finish': Type.Object({ on: DateText, result: Type.Enum([...INSPECTION_RESULT_KEYS]), note: Text(2000) }),
  'task.order': Type.Object({
    order: Type.Object({ id: Id, kind: Type.Enum([...ORDER_KIND_KEYS]), items: List(OrderItemSchema, { minItems: 1, maxItems: 100 }), madeOn: DateText, dueOn: DateText, scope: Text(500) }),
  }),
  'task.extend-order': Type.Object({ orderId: Id, to: DateText, reason: Text(500) }),
  'task.recheck': Type.Object({
    orderId: Id,
    on: DateText,
    findings: List(Type.Object({ itemId: Id, outcome: Type.Enum([...ITEM_OUTCOME_KEYS]), note: Text(1000), afterIds: List(Id, { maxItems: 50 }) }), { minItems: 1, maxItems: 100 }),
  }),
  /** Works stopped may go on (复工). */
  'task.lift': Type.Object({ orderId: Id, opinion: Text(500) }),
  /** The findings became a case. */
  'task.hand-over': Type.Object({ caseId: Id }),
  'task.publish': Type.Object({ on: DateText }),
} as const;

export type TaskCommandKind = keyof typeof TASK_COMMANDS;

export function isTaskCommandKind(kind: string): kind is TaskCommandKind {
  return Object.hasOwn(TASK_COMMANDS, kind);
}
