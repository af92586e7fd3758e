import { fail, ok, type AppError, type Result } from '../../contract/result.ts';
import type { CaseAggregate, CommandContext, DocumentRules, IssueData } from '../case-file/apply.types.ts';
import { type Penalty, SERVICE_METHODS } from '../case-file/case-file.ts';
import { reachesHearingThreshold } from '../case-file/hearing.ts';
import { tableTitle } from '../discretion/table.ts';
import { ARTICLES } from '../procedure/articles.ts';
import type { Party } from '../party/party.ts';
import { lawOf } from '../violation/versions.ts';
import { TIERS } from '../violation/violation.ts';
import type { TypesetInput } from './blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition, Requirement } from './definition.ts';
import { caseWarnings, remedyWarnings } from './case-warnings.ts';
import { violationOf } from './definitions/parts/case-facts.ts';
import { DOCUMENT_NAMES } from './document-file.ts';
import { isEmpty, list, record, text } from './definitions/parts/read.ts';
import { contradictsPenalty, foreignAccount, notAsNotified, servedNotice } from './notified.ts';
import { definitionOf } from './registry.ts';
import { publishedInForce, setOf } from './wording/published.ts';

/** Names of settings as the warning says them. */
const SETTING_LABELS: Readonly<Record<string, string>> = {
  court: '有管辖权的人民法院',
  reconsiderationOrgan: '行政复议机关',
  bankName: '代收银行',
  bankAccount: '罚没款账号',
  bankPayee: '罚没款户名',
  contactAddress: '联系地址',
  contactPhone: '联系电话',
  postcode: '邮政编码',
  hearingFinePersonFen: '个人听证标准（较大数额罚款）',
  hearingFineUnitFen: '单位听证标准（较大数额罚款）',
};

/** What the case gives. The texts of a wording the bureau published go with the data: they must outlive its being known. */
function filled(definition: DocumentDefinition, context: DocumentContext): Record<string, unknown> {
  const data = definition.fill(context);
  const own = publishedInForce(setOf(definition.wordingVersion), context).find(({ version }) => version === data['wordingVersion']);
  return own === undefined ? data : { ...data, wordingTexts: own.texts };
}

/** The data of a document: filled from the case, with what was typed laid over its fields. An empty entry counts as not typed. */
export function documentData(context: DocumentContext): Record<string, unknown> {
  const definition = definitionOf(context.document.code);
  const data = filled(definition, context);
  for (const field of definition.fields) {
    const typed = context.document.values[field.key];
    if (!isEmpty(typed)) data[field.key] = typed;
  }
  return data;
}

/** What must still be filled in before the document may be issued; `key` is that of the field, where there is one. */
export function missingFields(context: DocumentContext): readonly Requirement[] {
  return missingIn(definitionOf(context.document.code), documentData(context));
}

function missingIn(definition: DocumentDefinition, data: DocumentData): readonly Requirement[] {
  const required = [...definition.requires, ...definition.fields.filter((field) => field.required).map(({ key, label }) => ({ key, label }))];
  return required.filter(({ key }) => (key === 'dialogue' ? isEmptyDialogue(data) : isEmpty(data[key])));
}

function isEmptyDialogue(data: DocumentData): boolean {
  const items = list<{ question?: unknown; answer?: unknown }>(data, 'dialogue');
  return items.length === 0 || items.some((item) => isEmpty(item.question) || isEmpty(item.answer));
}

/** What on the paper rests on unconfirmed facts: shown beside the preview, printed nowhere. */
export function warnings(context: DocumentContext): readonly string[] {
  const definition = definitionOf(context.document.code);
  const data = documentData(context);
  return [...settingWarnings(definition, context), ...lawWarnings(data, context), ...tierWarnings(data, context), ...caseWarnings(definition.code, context), ...(definition.settings.includes('reconsiderationOrgan') ? remedyWarnings(context) : [])];
}

function settingWarnings(definition: DocumentDefinition, context: DocumentContext): readonly string[] {
  return definition.settings.filter((name) => context.settings.unverified.includes(name))
    .map((name) => `“${SETTING_LABELS[name] ?? name}”未经本机关核实，请在系统设置中确认后再签发。`);
}

function lawWarnings(data: DocumentData, context: DocumentContext): readonly string[] {
  const violation = violationOf(context);
  if (violation === null || data['basis'] === undefined) return [];
  const found = violation.evidenceFlag === 'V' ? [] : [`违法行为 ${violation.id} 的条款和幅度未核实，请对照法律文本核对“违反的条款”和“处罚依据”。`];
  const incomplete = [text(data, 'breached'), text(data, 'basis')].filter((law) => law !== '' && (!law.includes('《') || law.includes('待核实')));
  return incomplete.length === 0 ? found : [...found, `法律条款未能写成全称：${incomplete.join('；')}。请在文书中改写为《全称》第×条第×款第×项。`];
}

function tierWarnings(data: DocumentData, context: DocumentContext): readonly string[] {
  const { tier } = context.file.discretion;
  if (tier === null || data['discretion'] === undefined) return [];
  const benchmark = lawOf(context, context.file)?.benchmark ?? null;
  if (benchmark === null) return [`裁量档次“${TIERS[tier]}”按默认划分计算，本机关的裁量基准尚未录入，请对照正式的裁量基准核对。`];
  return benchmark.table.unverified ? [`裁量档次“${TIERS[tier]}”依据的${tableTitle(benchmark.table)}未经本机关核实，请对照正式文本核对。`] : [];
}

/** The six items of a penalty decision (Administrative Penalty Law, art. 59) that the data does not hold. */
export function statutoryItemsMissing(data: DocumentData): readonly Requirement[] {
  const party = record<Party>(data, 'party');
  const penalty = record<Penalty>(data, 'penalty');
  const items: readonly (readonly [string, string, boolean])[] = [
    ['party', '当事人的姓名或者名称、地址', party !== null && !isEmpty(party.name) && !isEmpty(party.address)],
    ['facts', '违反法律、法规、规章的事实和证据', !isEmpty(data['facts']) && list(data, 'evidence').length > 0 && !isEmpty(data['breached'])],
    ['penalty', '行政处罚的种类和依据', penalty !== null && penalty.kinds.length > 0 && !isEmpty(data['basis'])],
    ['performance', '行政处罚的履行方式和期限', !isEmpty(data['performance'])],
    ['remedies', '申请行政复议、提起行政诉讼的途径和期限', !isEmpty(data['reconsiderationOrgan']) && !isEmpty(data['court'])],
    ['authority', '作出行政处罚决定的行政机关名称和作出决定的日期', !isEmpty(data['authority']) && !isEmpty(data['issuedOn'])],
  ];
  return items.filter(([, , present]) => !present).map(([key, label]) => ({ key, label }));
}

/** The document ready for typesetting. An issued one is drawn from what was frozen, never from the case again. */
export function typesetInput(context: DocumentContext, options: { readonly draft: boolean; readonly createdAt: string }): TypesetInput {
  const { document } = context;
  const definition = definitionOf(document.code);
  const frozen = document.issued;
  const data = frozen === null ? documentData(context) : { ...frozen.data };
  const dated = { ...data, docNo: document.docNo, issuedOn: frozen?.issuedOn ?? context.today };
  return {
    style: definition.style,
    title: DOCUMENT_NAMES[document.code],
    author: text(dated, 'authority'),
    blocks: definition.blocks(dated),
    draft: options.draft,
    ...(frozen !== null && document.status === 'discarded' ? { cancelled: true } : {}),
    createdAt: options.createdAt,
  };
}

/** Decisions that say where the money goes. */
const PAID_BY: ReadonlySet<string> = new Set(['CFJD', 'DCCF']);

/** The rules of documents that commands call (case-file/apply.types.ts). */
export const documentRules: DocumentRules = {
  issueData(aggregate: CaseAggregate, documentId: string, context: CommandContext): Result<IssueData> {
    const document = aggregate.documents.get(documentId);
    if (document === undefined) return fail({ code: 'NOT_FOUND', message: '没有找到这份文书，请刷新案件后重试。' });
    const about = document.aboutDocumentId === null ? null : (aggregate.documents.get(document.aboutDocumentId) ?? null);
    const served = document.code === 'CFJD' ? servedNotice(aggregate.file) : undefined;
    const notice = served === undefined ? null : (aggregate.documents.get(served.id) ?? null);
    const filling: DocumentContext = { ...context, file: aggregate.file, document, about, notice };
    const definition = definitionOf(document.code);
    const data = documentData(filling);
    const refusal = incomplete(definition, data) ?? (document.code === 'CFJD' ? decisionRefusal(data, filling) : null) ?? (document.code === 'DCCF' ? summaryRefusal(data, filling) : null) ?? contradictsPenalty(document.code, data) ?? (PAID_BY.has(document.code) ? foreignAccount(data, filling.settings.bankAccount) : null) ?? (document.code === 'SDHZ' ? receiptRefusal(data, filling) : null) ?? (document.code === 'HBSQ' ? ownRecusalRefusal(data, context) : null);
    return refusal === null ? ok({ data, wordingVersion: text(data, 'wordingVersion') }) : fail(refusal);
  },
};

function incomplete(definition: DocumentDefinition, data: DocumentData): AppError | null {
  const missing = missingIn(definition, data);
  if (missing.length === 0) return null;
  const names = missing.map((item) => item.label).join('、');
  return { code: 'DOCUMENT_INCOMPLETE', message: `《${DOCUMENT_NAMES[definition.code]}》还不能签发，请先补充：${names}。`, details: { missing } };
}

function decisionRefusal(data: DocumentData, context: DocumentContext): AppError | null {
  const { file, notice, settings } = context;
  const hearing = reachesHearingThreshold(record<Penalty>(data, 'penalty'), file.party?.kind ?? 'unit', settings);
  return itemsMissing({ ...data, issuedOn: context.today }) ?? notAsNotified(data, file, notice ?? null, hearing);
}

/** What the on-the-spot decision must state (Administrative Penalty Law, art. 52(2)), and that it was made when and where it was registered. */
function summaryRefusal(data: DocumentData, context: DocumentContext): AppError | null {
  const missing = [...statutoryItemsMissing({ ...data, issuedOn: context.today }), ...SUMMARY_ITEMS.filter(({ key }) => isEmpty(data[key]))];
  if (missing.length > 0) return statutoryRefusal('当场行政处罚决定书', missing, '行政处罚法第五十二条第二款、第五十九条');
  if (list(data, 'officers').length < 2) return statutoryRefusal('当场行政处罚决定书', [{ key: 'officers', label: '两名执法人员的姓名和执法证号' }], '行政处罚法第五十二条');
  const { summary } = context.file;
  if (summary === undefined || (text(data, 'decidedAt') === summary.decidedAt && text(data, 'place') === summary.place)) return null;
  return { code: 'DATES_OUT_OF_ORDER', message: '决定书的处罚时间、地点与登记的当场处罚不一致，请核对。', article: '行政处罚法第五十二条', details: { path: 'decidedAt' } };
}

const SUMMARY_ITEMS: readonly Requirement[] = [{ key: 'decidedAt', label: '当场处罚的时间' }, { key: 'place', label: '当场处罚的地点' }, { key: 'defence', label: '当事人的陈述、申辩' }];

/** Nobody decides on his own recusal (Administrative Penalty Law, art. 43(3)). */
function ownRecusalRefusal(data: DocumentData, { actor }: CommandContext): AppError | null {
  if (text(data, 'person').trim() !== actor.name) return null;
  return { code: 'OFFICER_RECUSED', message: '不能决定本人的回避，请由其他负责人签发回避决定书。', article: ARTICLES.recusal, details: { path: 'person' } };
}

/** A receipt proves the service that was registered, on its day and in its way. */
function receiptRefusal(data: DocumentData, context: DocumentContext): AppError | null {
  const service = context.file.services.findLast((entry) => entry.documentId === context.about?.id);
  if (service === undefined) return { code: 'DOCUMENT_NOT_READY', message: '这份文书还没有登记送达，请先登记送达再签发送达回证。', article: '行政处罚法第六十一条' };
  if (text(data, 'servedAt') === service.servedAt && text(data, 'method') === SERVICE_METHODS[service.method]) return null;
  return { code: 'DATES_OUT_OF_ORDER', message: '送达回证的送达时间、送达方式与登记的送达不一致，请核对。', article: '行政处罚法第六十一条', details: { path: 'servedAt' } };
}

function itemsMissing(data: DocumentData): AppError | null {
  const missing = statutoryItemsMissing(data);
  return missing.length === 0 ? null : statutoryRefusal('行政处罚决定书', missing, '行政处罚法第五十九条');
}

function statutoryRefusal(name: string, missing: readonly Requirement[], article: string): AppError {
  return { code: 'STATUTORY_ITEMS_MISSING', message: `${name}缺少法定载明事项：${missing.map((item) => item.label).join('；')}。请补齐后再签发。`, article, details: { missing } };
}
