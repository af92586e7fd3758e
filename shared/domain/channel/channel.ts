import Type, { type Static } from 'typebox';
import { ROLE_KEYS } from '../officer/officer.ts';
import { APPROVAL_POINT_KEYS } from '../procedure/approval-points.ts';

const text = (maxLength: number, minLength = 0) => Type.String({ minLength, maxLength });

/** A field of the channel's own, kept in the case beside the common ones. */
export const ExtraFieldSchema = Type.Object({
  key: Type.String({ pattern: '^[a-z][A-Za-z0-9]{1,29}$' }),
  label: text(30, 1),
  kind: Type.Enum(['text', 'number', 'date', 'choice']),
  /** Of `choice`. */
  choices: Type.Array(text(40, 1), { maxItems: 30 }),
  /** Filled in before the report of the investigation is handed in. */
  required: Type.Boolean(),
}, { additionalProperties: false });

const days = (maximum: number) => Type.Integer({ minimum: 1, maximum });

/** A node of the approval route (审批路线). Without `points` it signs where the core puts its role, as before nodes named any. */
const RouteNodeSchema = Type.Object({
  role: Type.Enum([...ROLE_KEYS]),
  /** The post as the channel calls it, e.g. `大队审核`: what its opinions are signed and printed under. */
  title: text(30, 1),
  /** The signer's unit is this one or begins with it; empty or absent: any. */
  unit: Type.Optional(text(60)),
  /** That unit and no part of it: 支队, not its 大队. */
  unitOnly: Type.Optional(Type.Boolean()),
  points: Type.Optional(Type.Array(Type.Enum([...APPROVAL_POINT_KEYS]), { maxItems: 10, uniqueItems: true })),
}, { additionalProperties: false });

/** How a channel (渠道) handles cases, over the one core: what a version of it holds. */
export const ChannelSchema = Type.Object({
  name: text(20, 1),
  /** Characters in document numbers, e.g. `监` in 苏住建监罚字. */
  numberCharacters: Type.String({ pattern: '^[\\u4e00-\\u9fff]{1,4}$' }),
  /** What a case of the channel is about, e.g. `工程项目＋合同＋五方主体`. */
  object: text(100),
  /** Parts of the procedure switched off: keys of `CHANNEL_STEPS`. */
  stepsOff: Type.Array(text(40), { maxItems: 40, uniqueItems: true }),
  /** Officers who investigate together, at least. */
  officers: Type.Integer({ minimum: 1, maximum: 9 }),
  /** Who signs at the approval points, in order; at each the last one decides (`route.ts`). */
  route: Type.Array(RouteNodeSchema, { maxItems: 12 }),
  extraFields: Type.Array(ExtraFieldSchema, { maxItems: 40 }),
  /** Forms of the channel's own that are kept as evidence, e.g. 工程转包认定表. */
  specialForms: Type.Array(text(60, 1), { maxItems: 40 }),
  /** Forms of the catalogue the channel does without. */
  documentsOff: Type.Array(text(10), { maxItems: 80, uniqueItems: true }),
  /** Laws an inspection rests on beside art. 54(1) of the Administrative Penalty Law; empty: that alone. */
  inspectionBasis: text(500),
  /** Name of the discretion table (裁量基准) in use. */
  discretionTable: text(200),
  /** Calendar days the channel allows itself, inside the terms of law. */
  slaDays: Type.Object({ verification: days(15), investigation: days(90), decision: days(90) }, { additionalProperties: false }),
  /** Names of the members above that the bureau has not confirmed. */
  unverified: Type.Array(text(40), { maxItems: 20, uniqueItems: true }),
}, { additionalProperties: false });

export type ExtraField = Static<typeof ExtraFieldSchema>;
export type ChannelBody = Static<typeof ChannelSchema>;

/** A channel as it is in force on a day. */
export interface ChannelConfig extends ChannelBody {
  readonly key: string;
}

/** Members as the page calls them. */
export const CHANNEL_LABELS: Readonly<Record<keyof ChannelBody, string>> = {
  name: '渠道名称', numberCharacters: '文号用字', object: '执法对象', stepsOff: '停用的环节', officers: '执法人员不少于', route: '审批路线', extraFields: '专项信息', specialForms: '专用表单',
  documentsOff: '不使用的文书', inspectionBasis: '检查依据', discretionTable: '裁量基准', slaDays: '内部时限', unverified: '未核实的项目',
};
