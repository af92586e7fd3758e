import type { CaseFile, Penalty } from '../../../case-file/case-file.ts';
import { reachesHearingThreshold } from '../../../case-file/hearing.ts';
import type { Party } from '../../../party/party.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { CFJD_WORDING } from '../../wording/cfjd.ts';
import { fillIn, wordingInForce } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { BANK_SETTINGS, payPlace } from '../parts/decided.ts';
import { paragraph, paragraphs, sections } from '../parts/draw.ts';
import { filingText } from '../parts/filed.ts';
import { noticeFacts } from '../parts/hearing.ts';
import { letter } from '../parts/letter.ts';
import { partyParagraphs } from '../parts/party.ts';
import { correctionState } from '../parts/correction.ts';
import { discretionText } from '../parts/discretion.ts';
import { correctionItems, money, payableFen } from '../parts/penalty.ts';
import { clause, record, sentence, strings, text } from '../parts/read.ts';
import { REMEDY_FIELDS, REMEDY_SETTINGS, remedyFacts, remedyWords } from '../parts/remedies.ts';
import { evidenceBlocks, factBlocks, natureBlocks, penaltyBlocks } from '../parts/shared-blocks.ts';

type Texts = (typeof CFJD_WORDING)[0]['texts'];

/** As many as the catalogue says. */
const COPIES_IN_WORDS = '三';

function facts(context: DocumentContext, texts: Texts): Record<string, unknown> {
  const { file } = context;
  const penalty = file.decided ?? file.proposed;
  return {
    ...notifiedGrounds(context),
    ...remedyFacts(context),
    penalty,
    correction: correctionItems(penalty),
    correctionState: correctionState(file),
    intro: filingText(context, texts.intro),
    noticeHandling: noticeText(context),
    reviewHandling: reviewText(file, texts),
    discretion: discretionText(context, penalty, '确定'),
    performance: performanceText(context, texts, penalty),
  };
}

/** The decision rests on what the party was told, in the words of the notice. */
function notifiedGrounds(context: DocumentContext): Record<string, unknown> {
  const told = context.notice?.issued?.data;
  if (told === undefined) return {};
  const keys = ['facts', 'evidence', 'nature', 'breached', 'basis'].filter((key) => told[key] !== undefined);
  return Object.fromEntries(keys.map((key) => [key, told[key]]));
}

/** As the notice itself told it; by the threshold where the notice is not at hand. */
function hearingTold(context: DocumentContext): boolean {
  const { file, settings, notice } = context;
  const told = notice?.issued?.data['hearing'];
  return typeof told === 'boolean' ? told : reachesHearingThreshold(file.notified, file.party?.kind ?? 'unit', settings);
}

/** Notice given, and what became of the rights it told (documents §2.3 ⑦). */
export function noticeText(context: DocumentContext): string {
  const { file } = context;
  const texts = wordingInForce(CFJD_WORDING, context).texts;
  if (file.notifiedOn === null) return '';
  const hearing = hearingTold(context);
  const noticeNo = text(noticeFacts(context), 'noticeNo');
  const told = fillIn(hearing ? texts.toldHearing : texts.told, { noticeOn: longDate(file.notifiedOn), noticeNo: noticeNo === '' ? '' : `（${noticeNo}）` });
  const heard = hearing ? hearingText(file, texts) : '';
  if (file.defence !== null || heard !== '') return told + defenceText(file, texts) + heard;
  if (file.waiverEvidenceId !== null) return told + (hearing ? texts.waivedHearing : texts.waived);
  return told + (hearing ? texts.silentHearing : texts.silent);
}

/** A hearing that was held; the decision rests on its record (Administrative Penalty Law, art. 65). */
function hearingText({ hearing }: CaseFile, texts: Texts): string {
  if (hearing === undefined || hearing.heldAt === null) return '';
  return fillIn(hearing.partyAbsent ? texts.heardAbsent : texts.heard, { heldOn: longDate(hearing.heldAt), public: hearing.public ? '公开' : '不公开' });
}

function defenceText({ defence }: CaseFile, texts: Texts): string {
  if (defence === null) return '';
  const reviewed = fillIn(texts.defended, {
    defendedOn: longDate(defence.receivedOn), content: clause(defence.content).replace(/^当事人(?:提出|称)[：:，,]/u, ''), opinion: clause(defence.reviewOpinion === '' ? '／' : defence.reviewOpinion),
  });
  if (defence.adopted === null) return reviewed;
  return reviewed + (defence.adopted ? texts.adopted : texts.notAdopted);
}

function reviewText(file: CaseFile, texts: Texts): string {
  const review = file.reviews.at(-1)?.passed === true ? texts.review : '';
  return review + (file.discussion === null ? '' : fillIn(texts.discussed, { heldOn: longDate(file.discussion.heldOn) }));
}

/** Method and term of performance (documents §2.3 ⑩): at the bank, or at once where nothing is to be paid. */
function performanceText({ settings }: DocumentContext, texts: Texts, penalty: Penalty | null): string {
  const due = payableFen(penalty);
  if (penalty === null) return '';
  if (due === 0) return texts.noPayment;
  return fillIn(texts.pay, { where: payPlace(settings, texts), what: penalty.confiscationFen > 0 ? '罚没款' : '罚款', amount: money(due) });
}

function decisionBlocks(data: DocumentData, texts: Texts): readonly Block[] {
  const correction = strings(data, 'correction').map(clause);
  return [
    ...paragraphs(text(data, 'reviewHandling')),
    paragraph(fillIn(texts.decide, { basis: clause(text(data, 'basis')) || '／' })),
    ...penaltyBlocks(data),
    ...(correction.length === 0 ? [] : [paragraph(fillIn(texts.correct, { items: correction.join('；') }))]),
  ];
}

function performanceBlocks(data: DocumentData, texts: Texts): readonly Block[] {
  const penalty = record<Penalty>(data, 'penalty');
  const fine = penalty !== null && penalty.kinds.includes('fine') ? penalty.fineFen : 0;
  const code = text(data, 'paymentCode');
  return [
    ...paragraphs(text(data, 'performance') || '／'),
    ...(code === '' ? [] : [paragraph(fillIn(texts.payCode, { code }))]),
    ...(fine === 0 ? [] : [paragraph(fillIn(texts.surcharge, { cap: money(fine) })), paragraph(texts.defer)]),
  ];
}

function lawBlocks(data: DocumentData, texts: Texts): readonly Block[] {
  return [
    ...natureBlocks(data),
    paragraph(fillIn(texts.law, { breached: clause(text(data, 'breached')) || '／', basis: clause(text(data, 'basis')) || '／' })),
    ...paragraphs(sentence(text(data, 'discretion'))),
  ];
}

function body(data: DocumentData, texts: Texts): readonly Block[] {
  return [
    ...partyParagraphs(record<Party>(data, 'party')),
    ...paragraphs(text(data, 'intro') || '／'),
    ...sections([
      { title: '违法事实', content: [...factBlocks(data), ...paragraphs(text(data, 'correctionState'))] },
      { title: '证据', content: evidenceBlocks(data, texts.evidenceLead) },
      { title: '告知及陈述、申辩情况', content: paragraphs(text(data, 'noticeHandling') || '／') },
      { title: '违法行为的认定和处罚裁量', content: lawBlocks(data, texts) },
      { title: '处罚决定', content: decisionBlocks(data, texts) },
      { title: '履行方式和期限', content: performanceBlocks(data, texts) },
      { title: '救济途径和期限', content: [paragraph(fillIn(texts.remedies, remedyWords(data))), paragraph(texts.noStay), paragraph(texts.enforcement)] },
      { title: '行政处罚信息公开', content: [paragraph(texts.publication)] },
    ]),
    paragraph(fillIn(texts.copies, { copies: COPIES_IN_WORDS })),
  ];
}

/** 行政处罚决定书 (E5; Administrative Penalty Law, art. 59). */
export const CFJD: DocumentDefinition = letter({
  code: 'CFJD',
  wording: CFJD_WORDING,
  addressee: () => '',
  facts,
  body,
  fields: [
    { key: 'intro', label: '案件来源和立案', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'facts', label: '违法事实', kind: 'long-text', required: true, filledFrom: 'case', help: '写明时间、地点、行为、规模、合同价款和后果。' },
    { key: 'correctionState', label: '责令改正和复查情况', kind: 'long-text', required: false, filledFrom: 'case' },
    { key: 'noticeHandling', label: '告知及陈述、申辩情况', kind: 'long-text', required: true, filledFrom: 'case', help: '当事人的意见是否采纳及理由须写明。' },
    { key: 'nature', label: '性质认定', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'breached', label: '违反的条款', kind: 'long-text', required: true, filledFrom: 'case', help: '法律名称用全称，写明条、款、项。' },
    { key: 'basis', label: '处罚依据', kind: 'long-text', required: true, filledFrom: 'case', help: '法律名称用全称，写明条、款、项。' },
    { key: 'discretion', label: '处罚裁量', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'reviewHandling', label: '审核和集体讨论', kind: 'long-text', required: false, filledFrom: 'case' },
    { key: 'correction', label: '责令改正的内容', kind: 'lines', required: false, filledFrom: 'case' },
    { key: 'paymentCode', label: '缴款识别码', kind: 'text', required: false, filledFrom: 'none', help: '没有缴款识别码的，本栏不填，决定书中不出现该项。' },
    { key: 'performance', label: '履行方式和期限', kind: 'long-text', required: true, filledFrom: 'case' },
    ...REMEDY_FIELDS,
  ],
  requires: [
    { key: 'party', label: '当事人' },
    { key: 'officers', label: '承办人、协办人' },
    { key: 'evidence', label: '证据' },
    { key: 'penalty', label: '处罚种类和金额' },
  ],
  settings: [...REMEDY_SETTINGS, ...BANK_SETTINGS, 'hearingFinePersonFen', 'hearingFineUnitFen'],
});
