import Type, { type TSchema } from 'typebox';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS } from '../organisation/organisation.ts';
import { CREDIT_CLASS_KEYS, LEFT_OUT_KIND_KEYS, OBJECT_KIND_KEYS } from './pool.ts';

/** Shapes of what a draw is made of, for the doors and for records that come back as files. */

const Text = Type.String({ maxLength: 1000 });
const Id = Type.String({ minLength: 1, maxLength: 64 });
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Channel = Type.String({ pattern: CHANNEL_KEY_PATTERN });
const District = Type.Enum([...DISTRICT_KEYS]);
const CreditClass = Type.Enum([...CREDIT_CLASS_KEYS]);
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const Weight = Type.Integer({ minimum: 1, maximum: 1000 });
export const WeightsSchema = Type.Object({ A: Weight, B: Weight, C: Weight, D: Weight }, { additionalProperties: false });
export const ExclusionsSchema = Type.Array(Type.Object({ id: Id, reason: Type.String({ maxLength: 200 }) }), { maxItems: 500 });

export const FILTER_SCHEMA = {
  objectKind: Type.Enum([...OBJECT_KIND_KEYS]),
  districts: Type.Array(District, { maxItems: DISTRICT_KEYS.length }),
  categories: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 40 }),
  creditClasses: Type.Array(CreditClass, { maxItems: 4 }),
  officerDistricts: Type.Array(District, { maxItems: DISTRICT_KEYS.length }),
  officerChannels: Type.Array(Channel, { maxItems: 20 }),
};

const ParametersSchema = Type.Object({
  ...FILTER_SCHEMA,
  planId: Id, planNo: Text, year: Type.Integer(), channel: Channel, district: District, matterCodes: Type.Array(Text), ratioPermille: Type.Integer({ minimum: 1, maximum: 1000 }),
  weights: WeightsSchema, visitOn: Day, dueOn: Day, excludedObjects: ExclusionsSchema, excludedOfficers: ExclusionsSchema,
});

const LeftOutSchema = Type.Object({ id: Id, name: Text, kind: Type.Enum([...LEFT_OUT_KIND_KEYS]), reason: Text });

const SnapshotSchema = Type.Object({
  parameters: ParametersSchema,
  objects: Type.Array(Type.Object({
    id: Id, kind: Type.Enum([...OBJECT_KIND_KEYS]), name: Text, partyName: Text, creditCode: Text, district: District, category: Text, creditClass: CreditClass, allowance: orNull(Type.Integer({ minimum: 0 })),
  })),
  officers: Type.Array(Type.Object({
    id: Id, name: Text, unitName: Text, certificateNo: Text, certificateFrom: Text, certificateTo: Text, district: District, channel: orNull(Channel),
  })),
  recusals: Type.Array(Type.Object({ officerId: Id, objectId: Id })),
  leftOut: Type.Array(LeftOutSchema),
  officersLeftOut: Type.Array(LeftOutSchema),
});

const RecordedSchema = { officerId: Id, name: Text, at: Text };

export const RecordSchema = Type.Object({
  format: Text, algorithm: Text, drawId: Id, planName: Text, snapshot: SnapshotSchema, snapshotHash: Hash, commitment: Hash, committed: Type.Object(RecordedSchema),
  serverSeed: Hash, witness: Type.Object({ ...RecordedSchema, role: Text, words: Text }), seed: Hash, operator: Type.Object(RecordedSchema),
  result: Type.Array(Type.Object({ objectId: Id, officerIds: Type.Array(Id, { minItems: 2, maxItems: 2 }) })),
  digests: Type.Record(Type.String(), Type.Unknown()), recordHash: Hash,
});
