import Type, { type TSchema } from 'typebox';
import { FACTOR_KEYS, FACTORS } from '../discretion/factors.ts';
import { PARTY_KINDS, type PartyKind } from '../party/party.ts';
import { EMPTY_PARTY } from '../party/check.ts';
import { pointOfStage } from '../procedure/approval-points.ts';
import { ENDED_STAGES, STAGE_KEYS, type Stage } from '../procedure/stages.ts';
import { signaturesAt } from '../procedure/turn.ts';
import { FINE_STAGES, type FineStageKey, TIERS, type Tier } from '../violation/violation.ts';
import { CLUE_SOURCE_KEYS, type CaseFile, PENALTY_KIND_KEYS } from './case-file.ts';

/** A path of the case that `case.edit` may change. */
export interface EditablePath {
  /** Name of the field as the screen shows it. */
  readonly label: string;
  readonly schema: TSchema;
  readonly stages: readonly Stage[];
}

const text = (maxLength: number) => Type.String({ maxLength });
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const dayOrEmpty = Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2})?$' });
const fen = Type.Integer({ minimum: 0, maximum: 100_000_000_000_000 });
const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()]);
const closed = <T extends Readonly<Record<string, TSchema>>>(members: T) => Type.Object(members, { additionalProperties: false });
const keys = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]];

const PARTY = {
  kind: Type.Enum(keys<PartyKind>(PARTY_KINDS)), name: text(200), creditCode: text(40), representative: text(60), representativePost: text(60),
  idNumber: text(40), sex: Type.Enum(['', '男', '女']), birthDate: dayOrEmpty, address: text(300), phone: text(60), workplace: text(200),
};
const PROJECT = {
  id: text(64), name: text(300), address: text(300), projectCode: text(60), permitNo: text(60), contractPriceFen: fen,
  areaSquareMetres: Type.Number({ minimum: 0, maximum: 100_000_000 }),
};
const CLUE = { source: Type.Enum([...CLUE_SOURCE_KEYS]), receivedOn: day, subject: text(200), description: text(4000) };
const SCORES = Object.fromEntries(FACTOR_KEYS.map((factor) => [factor, orNull(Type.Integer({ minimum: 0, maximum: 100 }))]));
const DISCRETION = {
  tier: orNull(Type.Enum(keys<Tier>(TIERS))), stage: Type.Optional(orNull(Type.Enum(keys<FineStageKey>(FINE_STAGES)))), baseFen: orNull(fen), baseSource: text(500), factors: text(4000), deviationReason: text(2000),
  scores: Type.Optional(orNull(Type.Partial(closed(SCORES)))),
};
const PENALTY = {
  kinds: Type.Array(Type.Enum([...PENALTY_KIND_KEYS]), { uniqueItems: true }), fineFen: fen, confiscationFen: fen, otherItems: Type.Array(text(500), { maxItems: 20 }),
};
const ORDER = { servedOn: dayOrEmpty, dueOn: dayOrEmpty, recheckedOn: dayOrEmpty, corrected: orNull(Type.Boolean()) };

const CLUE_STAGES: readonly Stage[] = ['CLUE', 'VERIFY'];
/** Up to the notice: afterwards the party has been told who and what. `NOTICE_APPR` is open until the leader approves. */
const BEFORE_NOTICE: readonly Stage[] = ['CLUE', 'VERIFY', 'INVEST', 'CONCL', 'NOTICE_APPR'];
/** The penalty may also be lowered after a defence or by the collective; a clue may end in a penalty on the spot. */
const PENALTY_STAGES: readonly Stage[] = ['CLUE', 'INVEST', 'CONCL', 'NOTICE_APPR', 'DEFENCE', 'COLLECT'];
const CONTACT_STAGES: readonly Stage[] = [...BEFORE_NOTICE, 'NOTIFIED', 'DEFENCE', 'HEAR', 'LEGAL', 'COLLECT'];
const LIVE_STAGES: readonly Stage[] = STAGE_KEYS.filter((stage) => !['FILING', 'SUSP', 'CLOSE_APPR', ...ENDED_STAGES].includes(stage));

const CONTACT_FIELDS: ReadonlySet<string> = new Set(['address', 'phone', 'representative', 'representativePost', 'workplace']);

const MEMBER_LABELS = {
  clue: { source: '案件来源', receivedOn: '线索收到日期', subject: '线索标题', description: '线索内容' },
  party: {
    kind: '当事人类型', name: '当事人名称（姓名）', creditCode: '统一社会信用代码', representative: '法定代表人（负责人、经营者）', representativePost: '职务',
    idNumber: '公民身份号码', sex: '性别', birthDate: '出生日期', address: '住所（住址）', phone: '联系电话', workplace: '工作单位',
  },
  project: { id: '工程项目', name: '工程名称', address: '工程地点', projectCode: '项目代码', permitNo: '施工许可证编号', contractPriceFen: '合同价款', areaSquareMetres: '建筑面积' },
  discretion: { tier: '裁量档次', stage: '适用幅度', baseFen: '罚款基数', baseSource: '基数来源', factors: '裁量因素', deviationReason: '偏离说明', scores: '裁量因素评分' },
  'discretion.scores': FACTORS,
  proposed: { kinds: '拟处罚种类', fineFen: '拟罚款金额', confiscationFen: '拟没收金额', otherItems: '其他处理内容' },
  correctiveOrder: { servedOn: '责令改正通知书送达日期', dueOn: '改正期限', recheckedOn: '复查日期', corrected: '复查结果' },
} as const;
type Group = keyof typeof MEMBER_LABELS;

function members<G extends Group>(group: G, schemas: Readonly<Record<string, TSchema>>, stages: (key: string) => readonly Stage[]): Record<string, EditablePath> {
  const labels: Readonly<Record<string, string>> = MEMBER_LABELS[group];
  return Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [`${group}.${key}`, { label: labels[key] ?? key, schema, stages: stages(key) }]));
}

/** Every path `case.edit` may change: whole objects, and their members so that edits of different members merge. */
export const EDITABLE: Readonly<Record<string, EditablePath>> = {
  clue: { label: '线索', schema: closed(CLUE), stages: CLUE_STAGES },
  ...members('clue', CLUE, () => CLUE_STAGES),
  cause: { label: '案由', schema: text(200), stages: BEFORE_NOTICE },
  violationId: { label: '违法行为', schema: orNull(text(10)), stages: BEFORE_NOTICE },
  actOn: { label: '违法行为发生（终了）日期', schema: orNull(day), stages: BEFORE_NOTICE },
  party: { label: '当事人', schema: orNull(closed(PARTY)), stages: BEFORE_NOTICE },
  ...members('party', PARTY, (key) => (CONTACT_FIELDS.has(key) ? CONTACT_STAGES : BEFORE_NOTICE)),
  project: { label: '工程项目', schema: orNull(closed(PROJECT)), stages: BEFORE_NOTICE },
  ...members('project', PROJECT, () => BEFORE_NOTICE),
  facts: { label: '违法事实', schema: text(20_000), stages: BEFORE_NOTICE },
  nature: { label: '案件定性', schema: text(8000), stages: BEFORE_NOTICE },
  discretion: { label: '裁量', schema: closed(DISCRETION), stages: PENALTY_STAGES },
  ...members('discretion', DISCRETION, () => PENALTY_STAGES),
  ...members('discretion.scores', SCORES, () => PENALTY_STAGES),
  proposed: { label: '拟作出的处罚', schema: orNull(closed(PENALTY)), stages: PENALTY_STAGES },
  ...members('proposed', PENALTY, () => PENALTY_STAGES),
  correctiveOrder: { label: '责令改正', schema: orNull(closed(ORDER)), stages: LIVE_STAGES },
  ...members('correctiveOrder', ORDER, () => LIVE_STAGES),
};

/** Fields of the channel's own; which there are and what they take is the channel's configuration (`channel/refusals.ts`). */
const CHANNEL_FIELD: EditablePath = { label: '渠道专项信息', schema: text(500), stages: BEFORE_NOTICE };
const CHANNEL_FIELD_PATH = /^channelFields\.([a-z][A-Za-z0-9]{1,29})$/;

/** The rule of a path; `undefined` where it may not be edited. */
export function ruleOf(path: string): EditablePath | undefined {
  if (Object.hasOwn(EDITABLE, path)) return EDITABLE[path];
  return CHANNEL_FIELD_PATH.test(path) ? CHANNEL_FIELD : undefined;
}

/** Key of the channel's own field a path names. */
export function channelFieldKey(path: string): string | undefined {
  return CHANNEL_FIELD_PATH.exec(path)?.[1];
}

/** What a member's object is while nobody has filled it in. */
export const EMPTY_OBJECTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  party: { ...EMPTY_PARTY },
  project: { id: '', name: '', address: '', projectCode: '', permitNo: '', contractPriceFen: 0, areaSquareMetres: 0 },
  'discretion.scores': {},
  proposed: { kinds: [], fineFen: 0, confiscationFen: 0, otherItems: [] },
  correctiveOrder: { servedOn: '', dueOn: '', recheckedOn: '', corrected: null },
  channelFields: {},
};

/** What an approval is about. */
const SUBJECT: ReadonlySet<readonly Stage[]> = new Set([BEFORE_NOTICE, PENALTY_STAGES]);

/** Somebody has stated his opinion on what waits for approval: it does not change under his signature. */
function isSigned(file: Pick<CaseFile, 'stage' | 'approvals' | 'countersigns'>): boolean {
  const point = pointOfStage(file.stage);
  if (point === undefined) return false;
  return signaturesAt(file, point).length > 0 || (file.countersigns ?? []).some(({ signedAt }) => signedAt !== null);
}

/** Whether a path may be edited now. Nothing changes between an opinion or a leader's approval and the paper it is about. */
export function editableNow(path: EditablePath, file: Pick<CaseFile, 'stage' | 'noticeApproved' | 'approvals' | 'countersigns'>): boolean {
  if (file.stage === 'NOTICE_APPR' && file.noticeApproved) return false;
  return path.stages.includes(file.stage) && !(SUBJECT.has(path.stages) && isSigned(file));
}

export function pathLabel(path: string): string {
  return ruleOf(path)?.label ?? path;
}
