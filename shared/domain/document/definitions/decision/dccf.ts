import { PENALTY_KINDS, type Penalty } from '../../../case-file/case-file.ts';
import type { SummaryPenalty } from '../../../case-file/side-lines.ts';
import type { Party } from '../../../party/party.ts';
import type { Block, FormRow } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { DCCF_WORDING } from '../../wording/dccf.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { formHead, wide } from '../parts/approval-form.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { BANK_SETTINGS, payPlace } from '../parts/decided.ts';
import { REMEDY_FIELDS, REMEDY_SETTINGS, remedyFacts, remedyWords } from '../parts/remedies.ts';
import { longDate, longMinute } from '../parts/dates.ts';
import { aligned, blocksCell, flush, label, tallRow, ticks } from '../parts/draw.ts';
import { withCertificates, type PrintedOfficer } from '../parts/officers.ts';
import { partyRows } from '../parts/party.ts';
import { correctionItems, money, payableFen, penaltyItems } from '../parts/penalty.ts';
import { clause, list, record, sentence, strings, struck, text } from '../parts/read.ts';
import { typedText } from '../parts/typed.ts';

const COLLECTIONS = { bank: '当事人自行到银行缴纳', spot: '当场收缴' } as const;
/** Narrow labels, because all of it must fit one page. */
const COLUMNS = [27, 57, 27, 45];
const SPOT_GROUNDS = ['一百元以下罚款', '不当场收缴事后难以执行', '边远、水上、交通不便地区，当事人提出'] as const;

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const { version } = wordingInForce(DCCF_WORDING, context);
  const penalty = file.decided ?? file.proposed;
  const summary = file.summary;
  return {
    ...caseFacts(context),
    ...remedyFacts(context),
    wordingVersion: version,
    penalty,
    correction: correctionItems(penalty),
    decidedAt: summary?.decidedAt ?? '',
    place: summary?.place ?? '',
    defence: summary?.defenceHeard ?? '',
    collection: summary === undefined ? '' : COLLECTIONS[summary.collection],
    performance: performanceText(context, penalty, summary),
  };
}

/** At the bank within 15 days, or on the spot where articles 68 and 69 allow it. */
function performanceText(context: DocumentContext, penalty: Penalty | null, summary: SummaryPenalty | undefined): string {
  const { texts } = wordingInForce(DCCF_WORDING, context);
  if (penalty === null) return '';
  const due = payableFen(penalty);
  if (due === 0) return texts.noPayment;
  const typed = typedText(context, 'collection', summary?.collection === 'spot' ? COLLECTIONS.spot : COLLECTIONS.bank);
  if (typed !== COLLECTIONS.spot) return `缴纳${money(due)}：${sentence(fillIn(texts.bank, { where: payPlace(context.settings, texts) }))}`;
  const ground = typedText(context, 'spotGround', summary?.spotGround ?? '');
  const article = ground === SPOT_GROUNDS[2] ? texts.spotRemote : texts.spotSmall;
  return `缴纳${money(due)}：${sentence(fillIn(texts.spot, { article }))}`;
}

/** Title and tick boxes in the narrow column, where they take no line of the one page. */
function tickedTitle(title: string, choices: readonly string[], ticked: readonly string[]): string {
  return `${title}\n${ticks(choices, ticked, 1)}`;
}

/** What a decision on the spot may impose (Administrative Penalty Law, art. 51). */
function penaltyTitle(data: DocumentData): string {
  const imposed = record<Penalty>(data, 'penalty')?.kinds ?? [];
  return tickedTitle('处罚决定', [PENALTY_KINDS.warning, PENALTY_KINDS.fine], imposed.map((kind) => PENALTY_KINDS[kind]));
}

function performanceTitle(data: DocumentData): string {
  const chosen = text(data, 'collection');
  return tickedTitle('履行方式', ['银行缴纳', '当场收缴'], chosen === COLLECTIONS.bank ? ['银行缴纳'] : chosen === COLLECTIONS.spot ? ['当场收缴'] : []);
}

function decisionText(data: DocumentData): string {
  const texts = wordingOf(DCCF_WORDING, data).texts;
  const penalty = record<Penalty>(data, 'penalty');
  const correction = strings(data, 'correction').map(clause);
  const decided = fillIn(texts.decide, { basis: clause(text(data, 'basis')) || '／', penalty: penalty === null ? '／' : penaltyItems(penalty).join('；') });
  return correction.length === 0 ? decided : `${decided}${fillIn(texts.correct, { items: correction.join('；') })}`;
}

function toldText(data: DocumentData): string {
  const { told } = wordingOf(DCCF_WORDING, data).texts;
  return fillIn(told, { at: struck(longMinute(text(data, 'decidedAt'))), place: struck(text(data, 'place')), defence: sentence(text(data, 'defence')) || '／' });
}

function rows(data: DocumentData): readonly FormRow[] {
  const texts = wordingOf(DCCF_WORDING, data).texts;
  const officers = list<PrintedOfficer>(data, 'officers');
  return [
    ...partyRows(record<Party>(data, 'party')),
    wide('违法事实\n和证据', `${sentence(text(data, 'facts')) || '／'}该行为违反了${clause(text(data, 'breached')) || '／'}的规定。${evidenceText(data)}`),
    wide('告知、陈述\n和申辩', toldText(data)),
    wide(penaltyTitle(data), decisionText(data)),
    wide(performanceTitle(data), text(data, 'performance')),
    wide('救济途径\n和期限', fillIn(texts.remedies, remedyWords(data))),
    tallRow(10, label('执法人员'), blocksCell([flush(officers.length === 0 ? '／' : withCertificates(officers)), aligned('right', '签名：　　　　　　　　　　　　　　　　　　')], { span: 3 })),
    tallRow(18, label('行政机关'), blocksCell([flush(struck(text(data, 'authority'))), aligned('right', `（印章）　${struck(longDate(text(data, 'issuedOn')))}`)]), label('当事人\n签收'), blocksCell([flush('签名（盖章）：'), aligned('right', '年　　月　　日')])),
  ];
}

function evidenceText(data: DocumentData): string {
  const titles = list<{ readonly title?: string }>(data, 'evidence').map((item) => item.title ?? '').filter((title) => title !== '');
  return titles.length === 0 ? '' : `证据：${titles.join('、')}。`;
}

function blocks(data: DocumentData): readonly Block[] {
  return [...formHead(data, 'DCCF'), { kind: 'form', columns: COLUMNS, rows: rows(data) }];
}

export const DCCF: DocumentDefinition = {
  code: 'DCCF',
  style: 'form',
  sealed: true,
  ...newest(DCCF_WORDING),
  fields: [
    { key: 'facts', label: '违法事实', kind: 'long-text', required: true, filledFrom: 'case', help: '写明时间、地点、行为；尽量简短，本决定书限一页。' },
    { key: 'breached', label: '违反的条款', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'basis', label: '处罚依据', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'defence', label: '当事人的陈述、申辩意见', kind: 'long-text', required: true, filledFrom: 'case', help: '没有意见的，写明“没有意见”。' },
    { key: 'collection', label: '罚款收缴方式', kind: 'choice', required: false, filledFrom: 'case', choices: Object.values(COLLECTIONS) },
    { key: 'spotGround', label: '当场收缴的事由', kind: 'choice', required: false, filledFrom: 'case', choices: SPOT_GROUNDS },
    { key: 'performance', label: '履行方式和期限', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'decidedAt', label: '处罚时间', kind: 'minute', required: true, filledFrom: 'case', help: '24小时制，精确到分。' },
    { key: 'place', label: '处罚地点', kind: 'text', required: true, filledFrom: 'case' },
    ...REMEDY_FIELDS,
  ],
  requires: [
    { key: 'party', label: '当事人' },
    { key: 'officers', label: '两名执法人员' },
    { key: 'penalty', label: '处罚种类和金额' },
  ],
  settings: [...REMEDY_SETTINGS, ...BANK_SETTINGS],
  fill,
  blocks,
};
