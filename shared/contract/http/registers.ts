import Type, { type Static, type TSchema } from 'typebox';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS } from '../../domain/organisation/organisation.ts';
import { CREDIT_CLASS_KEYS } from '../../domain/draw/pool.ts';
import { PARTY_CATEGORIES, PARTY_STATUS_KEYS } from '../../domain/party/register.ts';
import { STAGE_KEYS } from '../../domain/procedure/stages.ts';
import { FACT_KIND_KEYS } from '../../domain/project/fact.ts';
import { INSPECTION_RESULT_KEYS, TASK_SOURCE_KEYS, TASK_STATE_KEYS } from '../../domain/task/task.ts';

/** The endpoints of the registers (工程、企业、人员): one page joins what several sources know; part of the table in `contract.ts`. */

const Text = Type.String({ maxLength: 500 });
const Id = Type.String({ minLength: 3, maxLength: 64 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const District = Type.Enum([...DISTRICT_KEYS]);
const Channel = Type.String({ pattern: CHANNEL_KEY_PATTERN });
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Kind = Type.Enum(['party', 'project']);
const Page = { q: Type.Optional(Type.String({ maxLength: 100 })), offset: Type.Integer({ minimum: 0 }), limit: Type.Integer({ minimum: 1, maximum: 200 }) };

const LicenceSchema = Type.Object({ name: Text, no: Text, grade: Text, issuer: Text, validTo: Type.String() });

const PartyItem = Type.Object({
  id: Id, name: Text, creditCode: Type.String(), district: orNull(District), category: orNull(Type.String()), creditClass: orNull(Type.Enum([...CREDIT_CLASS_KEYS])),
  status: orNull(Type.Enum([...PARTY_STATUS_KEYS])), representative: Text,
  /** Earliest end of its licences; `null`: none is known. */
  licenceTo: orNull(Day), licences: Type.Integer(),
});
export type PartyItem = Static<typeof PartyItem>;

const ProjectItem = Type.Object({
  id: Id, name: Text, district: District, projectCode: Type.String(), permitNo: Type.String(), developer: Text, contractor: Text,
  /** Last thing another system told of it. */
  latestFact: orNull(Type.Object({ kind: Type.Enum([...FACT_KIND_KEYS]), on: Type.String() })),
});
export type ProjectItem = Static<typeof ProjectItem>;

const OfficerItem = Type.Object({
  id: Id, name: Text, unitName: Text, district: District, channel: orNull(Channel), certificateNo: Type.String(), certificateTo: Type.String(), active: Type.Boolean(),
  openTasks: Type.Integer(), openCases: Type.Integer(), recusals: Type.Integer(),
});
export type OfficerItem = Static<typeof OfficerItem>;

const TaskItem = Type.Object({
  id: Id, taskNo: orNull(Text), title: Text, state: Type.Enum([...TASK_STATE_KEYS]), source: Type.Enum([...TASK_SOURCE_KEYS]), channel: Channel, district: District, partyName: Text,
  createdOn: Day, plannedOn: orNull(Day), dueOn: Day, inspectedOn: orNull(Day), finishedOn: orNull(Day), result: orNull(Type.Enum([...INSPECTION_RESULT_KEYS])),
  orders: Type.Array(Type.Object({ id: Id, kind: Type.Enum(['correct', 'stop-work']), madeOn: Day, dueOn: Day, endedOn: orNull(Day), items: Type.Integer(), rounds: Type.Integer() })),
  approvals: Type.Array(Type.Object({ at: Text, officerName: Text, opinion: Type.String(), what: Text })),
});
export type RegisterTask = Static<typeof TaskItem>;

const CaseItem = Type.Object({
  id: Id, caseNo: orNull(Text), title: Text, stage: Type.Enum([...STAGE_KEYS]), channel: Channel, district: District, partyName: Text, registeredOn: Day, filedOn: orNull(Day), decidedOn: orNull(Day), closedOn: orNull(Day),
  fineFen: orNull(Type.Integer()), paidFen: Type.Integer(),
  payments: Type.Array(Type.Object({ paidOn: Day, amountFen: Type.Integer(), receiptNo: Text })),
  approvals: Type.Array(Type.Object({ at: Text, officerName: Text, opinion: Type.String(), what: Text })),
});
export type RegisterCase = Static<typeof CaseItem>;

const Hidden = Type.Object({ tasks: Type.Integer(), cases: Type.Integer() });

const PartySchema = Type.Object({
  id: Id, kind: Type.Enum(['unit', 'person', 'business']), name: Text, creditCode: Type.String(), representative: Text, representativePost: Text, address: Text, phone: Text,
  district: orNull(District), category: orNull(Type.Enum([...PARTY_CATEGORIES])), creditClass: orNull(Type.Enum([...CREDIT_CLASS_KEYS])), status: orNull(Type.Enum([...PARTY_STATUS_KEYS])), licences: Type.Array(LicenceSchema),
});

const PartyPage = Type.Object({
  party: PartySchema, today: Day,
  projects: Type.Array(Type.Object({ id: Id, name: Text, district: District, address: Text, roles: Type.Array(Text) })),
  tasks: Type.Array(TaskItem), cases: Type.Array(CaseItem),
  /** Routine visits of this year under each matter, wherever in the city, against the cap. */
  frequency: Type.Array(Type.Object({ matterCode: Text, matterName: Text, made: Type.Integer(), planned: Type.Integer(), cap: orNull(Type.Integer()) })),
  /** Tasks and cases of other districts or channels, of which only the number is told. */
  hidden: Hidden,
});
export type PartyPage = Static<typeof PartyPage>;

const FactSchema = Type.Object({
  id: Id, kind: Type.Enum([...FACT_KIND_KEYS]), title: Text, no: Text, on: Type.String(), until: Type.String(), unit: Text, creditCode: Type.String(), person: Text, state: Text, note: Text,
  sourceSystem: Text, sourceRef: Text, fetchedAt: Text,
});

const ProjectPage = Type.Object({
  project: Type.Object({ id: Id, name: Text, address: Text, projectCode: Type.String(), permitNo: Type.String(), contractPriceFen: Type.Integer(), areaSquareMetres: Type.Number(), district: District, developer: Text, contractor: Text }),
  today: Day,
  /** Register's records of developer and contractor, where there are. */
  parties: Type.Array(Type.Object({ id: Id, name: Text })),
  facts: Type.Array(FactSchema), tasks: Type.Array(TaskItem), cases: Type.Array(CaseItem), hidden: Hidden,
});
export type ProjectPage = Static<typeof ProjectPage>;

const RecusalSchema = Type.Object({ id: Id, partyName: Text, creditCode: Type.String(), reason: Text, fromOn: Day, toOn: orNull(Day), declaredBy: Text, declaredAt: Text });
const OfficerPage = Type.Object({
  officer: Type.Object({ id: Id, name: Text, loginName: Text, unitName: Text, district: District, channel: orNull(Channel), phone: Text, certificateNo: Type.String(), certificateFrom: Type.String(), certificateTo: Type.String(), legallyQualified: Type.Boolean(), active: Type.Boolean(), roles: Type.Array(Text) }),
  today: Day, tasks: Type.Array(TaskItem), cases: Type.Array(CaseItem), recusals: Type.Array(RecusalSchema),
  /** The caller may declare and end recusals of this officer. */
  writable: Type.Boolean(),
});
export type OfficerPage = Static<typeof OfficerPage>;

const MergeRecord = Type.Object({ id: Id, rev: Type.Integer(), name: Text, code: Type.String(), district: orNull(District), detail: Text, uses: Type.Integer() });
export type MergeRecord = Static<typeof MergeRecord>;
const DuplicateGroup = Type.Object({ reason: Type.Enum(['code', 'name']), records: Type.Array(MergeRecord) });
export type DuplicateGroup = Static<typeof DuplicateGroup>;
const Pair = { kind: Kind, keptId: Id, goneId: Id };
const MergePreview = Type.Object({
  kept: MergeRecord, gone: MergeRecord,
  fields: Type.Array(Type.Object({ key: Text, label: Text, kept: Type.String(), gone: Type.String(), result: Type.String(), differs: Type.Boolean() })),
  facts: Type.Integer(), licences: Type.Integer(),
});
export type MergePreview = Static<typeof MergePreview>;
const MergeSchema = Type.Object({ id: Id, kind: Kind, keptId: Id, keptName: Text, goneName: Text, mergedBy: Text, mergedAt: Text, undoneAt: orNull(Text), undoneBy: orNull(Text) });
export type RegisterMerge = Static<typeof MergeSchema>;
const Take = Type.Array(Type.String({ maxLength: 40 }), { maxItems: 40 });

export const REGISTER_ENDPOINTS = {
  registerParties: {
    method: 'GET', path: '/api/registers/parties', access: 'signed-in',
    input: Type.Object({ ...Page, district: Type.Optional(District), category: Type.Optional(Type.Enum([...PARTY_CATEGORIES])), creditClass: Type.Optional(Type.Enum([...CREDIT_CLASS_KEYS])), status: Type.Optional(Type.Enum([...PARTY_STATUS_KEYS])), expiring: Type.Optional(Type.Boolean()) }),
    output: Type.Object({ items: Type.Array(PartyItem), total: Type.Integer() }), summary: 'Enterprises by name',
  },
  registerParty: { method: 'GET', path: '/api/registers/parties/:partyId', access: 'signed-in', input: Type.Object({ partyId: Id }), output: PartyPage, summary: 'An enterprise with licences, projects, visits, cases, payments and the visits of the year' },
  registerProjects: {
    method: 'GET', path: '/api/registers/projects', access: 'signed-in', input: Type.Object({ ...Page, district: Type.Optional(District) }),
    output: Type.Object({ items: Type.Array(ProjectItem), total: Type.Integer() }), summary: 'Projects by name, in the district of the caller',
  },
  registerProject: { method: 'GET', path: '/api/registers/projects/:projectId', access: 'signed-in', input: Type.Object({ projectId: Id }), output: ProjectPage, summary: 'A project with its life joined up' },
  registerOfficers: {
    method: 'GET', path: '/api/registers/officers', access: 'signed-in', input: Type.Object({ ...Page, district: Type.Optional(District), expiring: Type.Optional(Type.Boolean()) }),
    output: Type.Object({ items: Type.Array(OfficerItem), total: Type.Integer() }), summary: 'Officers with certificates and load, in the district of the caller',
  },
  registerOfficer: { method: 'GET', path: '/api/registers/officers/:officerId', access: 'signed-in', input: Type.Object({ officerId: Id }), output: OfficerPage, summary: 'An officer with certificate, open work and recusals' },
  addRecusal: {
    method: 'POST', path: '/api/registers/officers/:officerId/recusals', access: 'signed-in',
    input: Type.Object({ officerId: Id, partyName: Type.String({ minLength: 1, maxLength: 200 }), creditCode: Type.String({ maxLength: 18 }), reason: Type.String({ minLength: 1, maxLength: 500 }), fromOn: Day }),
    output: RecusalSchema, summary: 'An officer stays away from an enterprise from a day on',
  },
  endRecusal: {
    method: 'POST', path: '/api/registers/recusals/:recusalId/end', access: 'signed-in', input: Type.Object({ recusalId: Id, toOn: Day }), output: RecusalSchema, summary: 'Ends a recusal; it stays in the records',
  },
  registerDuplicates: { method: 'GET', path: '/api/registers/duplicates', access: 'signed-in', input: Type.Object({ kind: Kind }), output: Type.Object({ groups: Type.Array(DuplicateGroup) }), summary: 'Records that are perhaps one' },
  mergePreview: { method: 'POST', path: '/api/registers/merges/preview', access: 'signed-in', input: Type.Object({ ...Pair, take: Take }), output: MergePreview, summary: 'What would become of two records' },
  mergeRecords: {
    method: 'POST', path: '/api/registers/merges', access: 'signed-in', input: Type.Object({ ...Pair, take: Take, keptRev: Type.Integer(), goneRev: Type.Integer() }), output: MergeSchema,
    summary: 'Makes one record of two; cases and tasks keep their copies',
  },
  registerMerges: { method: 'GET', path: '/api/registers/merges', access: 'signed-in', input: Type.Object({ kind: Kind }), output: Type.Object({ merges: Type.Array(MergeSchema) }), summary: 'Merges made, the newest first' },
  undoMerge: { method: 'POST', path: '/api/registers/merges/:mergeId/undo', access: 'signed-in', input: Type.Object({ mergeId: Id }), output: MergeSchema, summary: 'Makes two records of one again' },
} as const;
