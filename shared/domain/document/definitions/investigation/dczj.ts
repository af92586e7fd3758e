import type { CaseFile, ClueSource } from '../../../case-file/case-file.ts';
import type { Party } from '../../../party/party.ts';
import { chineseDate } from '../../../time-limit/days.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { DCZJ_WORDING } from '../../wording/dczj.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { opinionBlocks, opinionOf, type PrintedOpinion } from '../parts/approvals.ts';
import { caseFacts, caseNumberText } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { aligned, label, paragraph, paragraphs, sections } from '../parts/draw.ts';
import type { PrintedEvidence } from '../parts/evidence.ts';
import { printedOfficers, withCertificates, type PrintedOfficer } from '../parts/officers.ts';
import { partyParagraphs } from '../parts/party.ts';
import { correctionState } from '../parts/correction.ts';
import { discretionText } from '../parts/discretion.ts';
import { correctionItems } from '../parts/penalty.ts';
import { clause, list, orNone, record, sentence, strings, struck, text } from '../parts/read.ts';
import { routeFacts, routeRows } from '../parts/route-opinions.ts';
import { factBlocks, natureBlocks, penaltyBlocks } from '../parts/shared-blocks.ts';

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const wording = wordingInForce(DCZJ_WORDING, context);
  return {
    ...caseFacts(context),
    wordingVersion: wording.version,
    process: processText(context),
    penalty: file.proposed,
    correction: correctionItems(file.proposed),
    discretion: discretionText(context, file.proposed, '拟确定'),
    correctionState: correctionState(file),
    itemsHandling: wording.texts.noItems,
    headOpinion: opinionOf(file, ['approve-report'], '同意调查终结报告的处理意见，报请告知。'),
    ...routeFacts(context, 'report'),
  };
}

/** Sources in which the authority itself found the act. */
const FOUND: ReadonlySet<ClueSource> = new Set(['inspection', 'random', 'warning', 'self']);

/** Source of the case and course of the investigation (part 2 of eight). */
function processText(context: DocumentContext): string {
  const { file } = context;
  const texts = wordingInForce(DCZJ_WORDING, context).texts;
  const facts = caseFacts(context);
  const source = fillIn(texts.source, { receivedOn: chineseDate(file.clue.receivedOn), source: text(facts, 'source'), found: FOUND.has(file.clue.source) ? '发现' : '收到', subject: clause(file.clue.subject).replace(/的?线索$/u, '') });
  if (file.filedOn === null) return source;
  return source + fillIn(texts.process, {
    filedOn: chineseDate(file.filedOn),
    caseNo: caseNumberText(facts),
    officers: withCertificates(printedOfficers(context)),
    acts: actsText(file),
    count: String(list(facts, 'evidence').length),
  });
}

/** What the officers did, as far as records of it were made out in the case. */
function actsText(file: CaseFile): string {
  const made = (code: 'XCJC' | 'XWBL') => file.documents.some((document) => document.code === code && document.status === 'issued');
  return [made('XCJC') ? '进行现场检查' : '', made('XWBL') ? '询问有关人员' : '', '收集证据'].filter((act) => act !== '').join('、');
}

function evidenceTable(data: DocumentData): readonly Block[] {
  const evidence = list<PrintedEvidence>(data, 'evidence');
  const rows = evidence.map((item, index) => [String(index + 1), item.kind, item.title, orNone(item.proves), struck(item.source)]);
  return [
    paragraph(wordingOf(DCZJ_WORDING, data).texts.evidenceLead),
    {
      kind: 'table',
      columns: [
        { title: '序号', width: 14, align: 'center' }, { title: '种类', width: 24, align: 'center' }, { title: '证据名称', width: 36 },
        { title: '证明内容', width: 38 }, { title: '来源', width: 44 },
      ],
      rows: rows.length === 0 ? [['／', '／', '／', '／', '／']] : rows,
    },
  ];
}

function proposalBlocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(DCZJ_WORDING, data).texts;
  const correction = strings(data, 'correction').map(clause);
  return [
    paragraph(fillIn(texts.propose, { basis: clause(text(data, 'basis')) || '／' })),
    ...penaltyBlocks(data),
    ...(correction.length === 0 ? [] : [paragraph(fillIn(texts.correct, { items: correction.join('；') }))]),
  ];
}

function closing(data: DocumentData): readonly Block[] {
  const officers = list<PrintedOfficer>(data, 'officers');
  const head = record<PrintedOpinion>(data, 'headOpinion');
  return [
    paragraph(wordingOf(DCZJ_WORDING, data).texts.sign),
    { kind: 'signatures', items: officers.map((officer, index) => ({ label: `${index === 0 ? '承办人' : '协办人'}（执法证号：${struck(officer.certificateNo)}）`, name: officer.name })) },
    aligned('right', longDate(text(data, 'issuedOn'))),
    { kind: 'form', columns: [34, 122], rows: [...routeRows(data), { minHeight: 34, cells: [label('办案机构\n负责人意见'), { content: opinionBlocks(head) }] }] },
  ];
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(DCZJ_WORDING, data).texts;
  const law = fillIn(texts.law, { breached: clause(text(data, 'breached')) || '／', basis: clause(text(data, 'basis')) || '／' });
  return [
    { kind: 'authority', text: text(data, 'authority') },
    { kind: 'title', text: '案件调查终结报告' },
    aligned('center', struck(text(data, 'caseTitle'))),
    aligned('center', `案号：${caseNumberText(data)}`),
    ...sections([
      { title: '当事人基本情况', content: partyParagraphs(record<Party>(data, 'party')) },
      { title: '案件来源和调查经过', content: paragraphs(text(data, 'process') || '／') },
      { title: '违法事实和证据', content: [...factBlocks(data), ...paragraphs(text(data, 'correctionState')), ...evidenceTable(data)] },
      { title: '案件性质', content: natureBlocks(data).length === 0 ? [paragraph('／')] : natureBlocks(data) },
      { title: '法律依据', content: [paragraph(law)] },
      { title: '裁量基准的运用', content: paragraphs(sentence(text(data, 'discretion')) || '／') },
      { title: '处理意见', content: proposalBlocks(data) },
      { title: '涉案物品的处理和其他事项', content: paragraphs(sentence(text(data, 'itemsHandling')) || '无。') },
    ]),
    ...closing(data),
  ];
}

export const DCZJ: DocumentDefinition = {
  code: 'DCZJ',
  style: 'letter',
  sealed: false,
  ...newest(DCZJ_WORDING),
  fields: [
    { key: 'process', label: '案件来源和调查经过', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'facts', label: '违法事实', kind: 'long-text', required: true, filledFrom: 'case', help: '写明时间、地点、行为、规模、合同价款和后果。' },
    { key: 'correctionState', label: '责令改正和复查情况', kind: 'long-text', required: false, filledFrom: 'case' },
    { key: 'nature', label: '案件性质', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'breached', label: '违反的条款', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'basis', label: '处罚依据', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'discretion', label: '裁量基准的运用', kind: 'long-text', required: true, filledFrom: 'case', help: '写明裁量因素、档次和计算方法。' },
    { key: 'correction', label: '建议责令改正的内容', kind: 'lines', required: false, filledFrom: 'case' },
    { key: 'itemsHandling', label: '涉案物品的处理和其他事项', kind: 'long-text', required: false, filledFrom: 'case' },
  ],
  requires: [
    { key: 'party', label: '当事人' },
    { key: 'officers', label: '承办人、协办人' },
    { key: 'evidence', label: '证据' },
    { key: 'penalty', label: '建议的处罚种类和金额' },
  ],
  settings: [],
  fill,
  blocks,
};
