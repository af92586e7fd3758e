import Type, { type TSchema } from 'typebox';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS } from '../../domain/organisation/organisation.ts';
import { CASE_RESULT_KEYS } from '../../domain/review/similar.ts';

/** The endpoints of the review of volumes (案卷评查) and of similar cases; part of the table in `contract.ts`. */

const Text = Type.String({ maxLength: 500 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Id = Type.String({ minLength: 8, maxLength: 64 });
const Channel = Type.String({ pattern: CHANNEL_KEY_PATTERN });
const District = Type.Enum([...DISTRICT_KEYS]);
const Tier = Type.Enum(['light', 'normal', 'heavy']);
const Result = Type.Enum([...CASE_RESULT_KEYS]);
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const RoundSchema = Type.Object({
  id: Id,
  title: Text,
  /** The same seed over the same cases draws the same sample. */
  seed: Text,
  district: orNull(District),
  channel: orNull(Channel),
  /** Days of registration the sample was drawn from. */
  from: Day,
  to: Day,
  size: Type.Integer(),
  finished: Type.Integer(),
  rejected: Type.Integer(),
  createdBy: Text,
  createdAt: Text,
});

const EntrySchema = Type.Object({
  caseId: Id,
  position: Type.Integer(),
  caseNo: orNull(Text),
  title: Text,
  channel: Channel,
  district: District,
  reviewer: orNull(Text),
  /** Until finished: the score as the marks so far leave it, `null` while nobody has begun. */
  points: orNull(Type.Integer()),
  rejected: Type.Boolean(),
  finishedAt: orNull(Text),
  /** Titles of failed items, with their notes. */
  faults: Type.Array(Type.String()),
});

const ItemSchema = Type.Object({
  key: Text,
  part: Type.Enum(['veto', 'content', 'form']),
  title: Text,
  points: Type.Integer(),
  article: Text,
  result: Type.Enum(['pass', 'fail', 'manual']),
  note: Type.String(),
});

const MarksSchema = Type.Record(Type.String({ maxLength: 40 }), Type.Object({ pass: Type.Boolean(), note: Type.String({ maxLength: 500 }) }));

const SheetSchema = Type.Object({
  entry: EntrySchema,
  /** For the next save: another's save in between is refused. */
  rev: Type.Integer(),
  /** What the machine found; the marks lie over it. */
  automatic: Type.Array(ItemSchema),
  marks: MarksSchema,
  comment: Type.String(),
  /** The caller may mark it. */
  writable: Type.Boolean(),
});

const SpreadSchema = orNull(Type.Object({ min: Type.Number(), median: Type.Number(), max: Type.Number() }));

export const REVIEW_ENDPOINTS = {
  reviewRounds: {
    method: 'GET', path: '/api/reviews', access: 'signed-in', input: Type.Object({}), output: Type.Object({ rounds: Type.Array(RoundSchema) }),
    summary: 'Reviews of volumes in the scope of the caller, the newest first',
  },
  createReviewRound: {
    method: 'POST', path: '/api/reviews', access: 'signed-in',
    input: Type.Object({
      title: Type.String({ minLength: 1, maxLength: 100 }), seed: Type.String({ minLength: 1, maxLength: 40 }), size: Type.Integer({ minimum: 1, maximum: 100 }),
      from: Day, to: Day, district: Type.Optional(District), channel: Type.Optional(Channel),
    }),
    output: RoundSchema, summary: 'Draws a random sample of closed cases by a seed',
  },
  reviewRound: {
    method: 'GET', path: '/api/reviews/:roundId', access: 'signed-in', input: Type.Object({ roundId: Id }),
    output: Type.Object({ round: RoundSchema, entries: Type.Array(EntrySchema) }), summary: 'A review with its volumes and their scores',
  },
  reviewSheet: {
    method: 'GET', path: '/api/reviews/:roundId/cases/:caseId', access: 'signed-in', input: Type.Object({ roundId: Id, caseId: Id }),
    output: SheetSchema, summary: 'The checklist of one volume',
  },
  saveReviewSheet: {
    method: 'POST', path: '/api/reviews/:roundId/cases/:caseId', access: 'signed-in',
    input: Type.Object({ roundId: Id, caseId: Id, rev: Type.Integer({ minimum: 0 }), marks: MarksSchema, comment: Type.String({ maxLength: 1000 }), finished: Type.Boolean() }),
    output: SheetSchema, summary: 'Keeps the marks of a reviewer; finishing freezes the score',
  },
  similarCases: {
    method: 'GET', path: '/api/similar-cases', access: 'signed-in',
    input: Type.Object({ violationId: Type.String({ minLength: 1, maxLength: 20 }), tier: Type.Optional(Tier), result: Type.Optional(Result), caseId: Type.Optional(Id) }),
    output: Type.Object({
      items: Type.Array(Type.Object({
        caseId: orNull(Id), caseNo: orNull(Text), title: orNull(Text), channel: Channel, district: District, decidedOn: Day, tier: orNull(Tier),
        result: Result, fineFen: Type.Integer(), baseFen: orNull(Type.Integer()),
      })),
      statistics: Type.Object({ count: Type.Integer(), fineFen: SpreadSchema, share: SpreadSchema }),
    }),
    summary: 'The last decided cases of the same violation, tier and result, city-wide, without names outside the scope of the caller',
  },
} as const;
