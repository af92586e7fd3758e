import type { CaseFile } from '../../../case-file/case-file.ts';
import { REMEDY_RESULTS } from '../../../case-file/side-lines.ts';
import type { Party } from '../../../party/party.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { QZZX_WORDING } from '../../wording/qzzx.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { DECISION_REQUIRED, decisionFacts, decisionWords, duesFacts, fen, sum } from '../parts/decided.ts';
import { numbered, paragraph, paragraphs, sections } from '../parts/draw.ts';
import { contactFacts, letter } from '../parts/letter.ts';
import { partyLines } from '../parts/party.ts';
import { correctionItems } from '../parts/penalty.ts';
import { clause, record, strings, struck, text } from '../parts/read.ts';

type Texts = (typeof QZZX_WORDING)[0]['texts'];

/** What article 55 of the Administrative Coercion Law asks for. */
const MATERIALS = ['行政处罚决定书及作出决定的事实、理由和依据', '行政处罚决定书送达回证', '履行行政处罚决定催告书及送达回证', '当事人的意见及行政机关催告情况', '申请强制执行标的情况', '行政机关的主体资格和被申请人的身份证明材料'];

function facts(context: DocumentContext, texts: Texts): Record<string, unknown> {
  const { file } = context;
  const demand = file.demands?.at(-1);
  const corrected = file.correctiveOrder === null || file.correctiveOrder.corrected === true;
  return {
    ...decisionFacts(context),
    ...duesFacts(context),
    ...contactFacts(context),
    court: file.court?.court ?? '',
    demandedOn: demand?.servedOn ?? '',
    demandNo: file.documents.find((document) => document.id === demand?.documentId)?.docNo ?? '',
    remedyHandling: remedyText(file, texts),
    answer: '未提出意见',
    targets: '银行存款、不动产等财产线索待法院查明',
    materials: MATERIALS,
    others: corrected ? [] : correctionItems(file.decided),
  };
}

function remedyText(file: CaseFile, texts: Texts): string {
  const ended = file.remedies?.findLast((remedy) => remedy.result !== null);
  if (ended === undefined || ended.result === null) return texts.noRemedy;
  const did = ended.kind === 'reconsideration' ? '申请行政复议' : '提起行政诉讼';
  return fillIn(texts.remedy, { remedy: `${did}，${ended.organ}于${longDate(ended.endedOn ?? '') || '／'}作出${REMEDY_RESULTS[ended.result]}的处理` });
}

function requests(data: DocumentData, texts: Texts): readonly Block[] {
  const others = strings(data, 'others').map(clause);
  const items = [
    ...(fen(data, 'unpaidFen') === 0 ? [] : [fillIn(texts.requestFine, { amount: sum(data, 'unpaidFen') })]),
    ...(fen(data, 'confiscationOpenFen') === 0 ? [] : [fillIn(texts.requestConfiscation, { amount: sum(data, 'confiscationOpenFen') })]),
    ...(fen(data, 'surchargeFen') === 0 ? [] : [fillIn(texts.requestSurcharge, { amount: sum(data, 'surchargeFen') })]),
    ...(others.length === 0 ? [] : [fillIn(texts.requestOther, { items: others.join('；') })]),
  ];
  return items.length === 0 ? [paragraph('／')] : numbered(items.map((item, index) => `${item}${index === items.length - 1 ? '。' : '；'}`));
}

function reasons(data: DocumentData, texts: Texts): readonly Block[] {
  const number = text(data, 'demandNo');
  return [
    paragraph(fillIn(texts.facts, { ...decisionWords(data), facts: clause(text(data, 'facts')) || '／', basis: clause(text(data, 'basis')) || '／' })),
    ...paragraphs(text(data, 'remedyHandling') || '／'),
    paragraph(`${fillIn(texts.demanded, { demandedOn: struck(longDate(text(data, 'demandedOn'))), demandNo: number === '' ? '' : `（${number}）` })}${fillIn(texts.answered, { answer: clause(text(data, 'answer')) || '／' })}`),
    paragraph(texts.apply),
  ];
}

function applicant(data: DocumentData): readonly Block[] {
  return [
    paragraph(`申请人：${struck(text(data, 'authority'))}`),
    paragraph(`联系人：${struck(text(data, 'contactPerson'))}　　联系电话：${struck(text(data, 'contactPhone'))}`),
  ];
}

function respondent(data: DocumentData): readonly Block[] {
  const party = record<Party>(data, 'party');
  return party === null ? [paragraph('被申请人：／')] : partyLines(party).map((line) => paragraph(line.replace(/^当事人：/u, '被申请人：')));
}

export const QZZX: DocumentDefinition = letter({
  code: 'QZZX',
  wording: QZZX_WORDING,
  addressee: () => '',
  facts,
  body: (data, texts) => [
    ...applicant(data),
    ...respondent(data),
    ...sections([
      { title: '申请事项', content: requests(data, texts) },
      { title: '事实和理由', content: reasons(data, texts) },
      { title: '执行标的情况', content: paragraphs(`${clause(text(data, 'targets')) || '／'}。`) },
      { title: '随附材料', content: numbered(strings(data, 'materials')) },
    ]),
    paragraph('此致'),
    { kind: 'paragraph', runs: [struck(text(data, 'court'))], indent: false },
    paragraph('行政机关负责人（签名）：'),
  ],
  fields: [
    { key: 'court', label: '受申请的人民法院', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'facts', label: '认定的事实', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'remedyHandling', label: '复议、诉讼情况', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'answer', label: '被申请人对催告的意见', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'targets', label: '执行标的情况', kind: 'long-text', required: true, filledFrom: 'case', help: '写明被申请人的财产状况、财产线索。' },
    { key: 'materials', label: '随附材料', kind: 'lines', required: true, filledFrom: 'case' },
    { key: 'others', label: '尚未履行的其他义务', kind: 'lines', required: false, filledFrom: 'case' },
  ],
  requires: [...DECISION_REQUIRED, { key: 'servedOn', label: '行政处罚决定书的送达日期' }, { key: 'demandedOn', label: '催告书的送达日期（登记送达后自动填入）' }],
  settings: ['court'],
});
