import type { HearingReport } from '../../../case-file/side-lines.ts';
import type { Party } from '../../../party/party.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { TZBG_WORDING } from '../../wording/tzbg.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { caseFacts, caseNumberText } from '../parts/case-facts.ts';
import { longDate, longMinute } from '../parts/dates.ts';
import { aligned, paragraph, paragraphs, sections } from '../parts/draw.ts';
import { hearingFacts, noticeText, proposalText, servedText } from '../parts/hearing.ts';
import { partyParagraphs } from '../parts/party.ts';
import { flag, record, sentence, struck, text } from '../parts/read.ts';

const ADVICE: Readonly<Record<HearingReport['advice'], string>> = {
  uphold: '维持拟作出的行政处罚', reduce: '从轻或者减轻处罚', drop: '不予行政处罚', renotify: '重新告知', reinvestigate: '补充调查',
};

function fill(context: DocumentContext): Record<string, unknown> {
  const { hearing } = context.file;
  return {
    ...caseFacts(context),
    ...hearingFacts(context),
    wordingVersion: wordingInForce(TZBG_WORDING, context).version,
    absent: hearing?.partyAbsent === true,
    toldOn: hearing?.noticeServedOn ?? '',
    heldAt: hearing?.heldAt ?? '',
    officerSide: proposalText(context),
    findings: hearing?.report?.findings ?? '',
    advice: hearing?.report === null || hearing === undefined ? '' : ADVICE[hearing.report.advice],
  };
}

function courseText(data: DocumentData): string {
  const texts = wordingOf(TZBG_WORDING, data).texts;
  return fillIn(flag(data, 'absent') ? texts.courseAbsent : texts.course, {
    noticeOn: servedText(data), notice: noticeText(data), requestedOn: struck(longDate(text(data, 'requestedOn'))), toldOn: struck(longDate(text(data, 'toldOn'))),
    heldAt: struck(longMinute(text(data, 'heldAt'))), place: struck(text(data, 'place')), openness: text(data, 'openness'),
    host: struck(text(data, 'host')), recorder: struck(text(data, 'recorder')),
  });
}

function adviceBlocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(TZBG_WORDING, data).texts;
  const key = (Object.keys(ADVICE) as HearingReport['advice'][]).find((each) => ADVICE[each] === text(data, 'advice'));
  return [paragraph(key === undefined ? '／' : texts[key]), ...paragraphs(sentence(text(data, 'adviceDetail')))];
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(TZBG_WORDING, data).texts;
  const absent = flag(data, 'absent');
  const spoken = (key: string) => paragraphs(sentence(text(data, key)) || '／');
  return [
    { kind: 'authority', text: text(data, 'authority') },
    { kind: 'title', text: '听证报告' },
    aligned('center', struck(text(data, 'caseTitle'))),
    aligned('center', `案号：${caseNumberText(data)}`),
    ...sections([
      { title: '当事人基本情况', content: partyParagraphs(record<Party>(data, 'party')) },
      { title: '听证的基本情况', content: [paragraph(courseText(data))] },
      { title: '调查人员提出的事实、证据、依据和行政处罚建议', content: spoken('officerSide') },
      { title: '当事人的陈述、申辩', content: absent ? [] : spoken('partySide') },
      { title: '举证、质证和辩论', content: absent ? [] : spoken('examination') },
      { title: '听证查明的事实和主持人的意见', content: spoken('findings') },
      { title: '处理建议', content: adviceBlocks(data) },
    ]),
    paragraph(texts.sign),
    { kind: 'signatures', items: [{ label: '听证主持人', name: text(data, 'host') }, { label: '记录员', name: text(data, 'recorder') }] },
    aligned('right', longDate(text(data, 'issuedOn'))),
  ];
}

/** 听证报告 (D10): the host's findings and advice; the decision is to rest on the record (Administrative Penalty Law, art. 65). */
export const TZBG: DocumentDefinition = {
  code: 'TZBG',
  style: 'letter',
  sealed: false,
  ...newest(TZBG_WORDING),
  fields: [
    { key: 'officerSide', label: '调查人员提出的事实、证据、依据和建议', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'partySide', label: '当事人的陈述、申辩', kind: 'long-text', required: false, filledFrom: 'none' },
    { key: 'examination', label: '举证、质证和辩论', kind: 'long-text', required: false, filledFrom: 'none' },
    { key: 'findings', label: '听证查明的事实和主持人的意见', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'advice', label: '处理建议', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(ADVICE) },
    { key: 'adviceDetail', label: '处理建议的具体内容', kind: 'long-text', required: false, filledFrom: 'none' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'host', label: '听证主持人' }, { key: 'recorder', label: '记录员' }],
  settings: [],
  fill,
  blocks,
};
