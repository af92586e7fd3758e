import { reachesHearingThreshold } from '../../../case-file/hearing.ts';
import type { Party } from '../../../party/party.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { GZS_WORDING } from '../../wording/gzs.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { caseFacts, caseNumberText, confirmed, numberText, violationOf } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { flush, paragraph, paragraphs, sections } from '../parts/draw.ts';
import { names, printedOfficers } from '../parts/officers.ts';
import { addressed, partyParagraphs } from '../parts/party.ts';
import { correctionState } from '../parts/correction.ts';
import { correctionItems, discretionText } from '../parts/penalty.ts';
import { clause, flag, record, sentence, strings, struck, text } from '../parts/read.ts';
import { evidenceBlocks, factBlocks, natureBlocks, penaltyBlocks } from '../parts/shared-blocks.ts';

function fill(context: DocumentContext): Record<string, unknown> {
  const { file, settings } = context;
  return {
    ...caseFacts(context),
    wordingVersion: wordingInForce(GZS_WORDING, context.today).version,
    penalty: file.proposed,
    correction: correctionItems(file.proposed),
    correctionState: correctionState(file),
    hearing: reachesHearingThreshold(file.proposed, file.party?.kind ?? 'unit', settings),
    discretion: discretionText(file.discretion, file.proposed, violationOf(context), '拟确定'),
    ...contact(context),
  };
}

/** Where the party reaches the officers; an unconfirmed setting gives way to the officer's own team and telephone. */
function contact(context: DocumentContext): Record<string, string> {
  const officer = context.officers.get(context.file.officerIds[0] ?? '');
  const { settings } = context;
  return {
    contactAddress: confirmed(settings.contactAddress) || `${settings.authorityName}${officer?.unitName ?? ''}`,
    contactPostcode: confirmed(settings.postcode),
    contactPerson: names(printedOfficers(context)),
    contactPhone: confirmed(settings.contactPhone) || (officer?.phone ?? ''),
  };
}

function reasonBlocks(data: DocumentData, you: string): readonly Block[] {
  const texts = wordingOf(GZS_WORDING, data['wordingVersion']).texts;
  return [
    ...natureBlocks(data),
    paragraph(fillIn(texts.law, { you, breached: clause(text(data, 'breached')) || '／', basis: clause(text(data, 'basis')) || '／' })),
    ...paragraphs(sentence(text(data, 'discretion'))),
  ];
}

function proposalBlocks(data: DocumentData, you: string): readonly Block[] {
  const texts = wordingOf(GZS_WORDING, data['wordingVersion']).texts;
  const correction = strings(data, 'correction').map(clause);
  return [
    paragraph(fillIn(texts.propose, { you, basis: clause(text(data, 'basis')) || '／' })),
    ...penaltyBlocks(data),
    ...(correction.length === 0 ? [] : [paragraph(fillIn(texts.correct, { you, items: correction.join('；') }))]),
  ];
}

function contactBlock(data: DocumentData): Block {
  return paragraph(fillIn(wordingOf(GZS_WORDING, data['wordingVersion']).texts.contact, {
    address: struck(text(data, 'contactAddress')),
    postcode: struck(text(data, 'contactPostcode')),
    person: struck(text(data, 'contactPerson')),
    phone: struck(text(data, 'contactPhone')),
  }));
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(GZS_WORDING, data['wordingVersion']).texts;
  const party = record<Party>(data, 'party');
  const you = addressed(party);
  return [
    { kind: 'authority', text: text(data, 'authority') },
    { kind: 'title', text: '行政处罚意见告知书' },
    { kind: 'number', text: numberText(data), align: 'center' },
    ...partyParagraphs(party),
    flush(`${struck(party?.name ?? '')}：`),
    paragraph(fillIn(texts.lead, { you, cause: struck(text(data, 'cause')), caseNo: caseNumberText(data) })),
    ...sections([
      { title: '违法事实和证据', content: [...factBlocks(data), ...paragraphs(text(data, 'correctionState')), ...evidenceBlocks(data, texts.evidenceLead)] },
      { title: '处罚理由、依据和裁量', content: reasonBlocks(data, you) },
      { title: '拟作出的行政处罚', content: proposalBlocks(data, you) },
      { title: '陈述、申辩的权利', content: [paragraph(fillIn(texts.defence, { you }))] },
      { title: '要求听证的权利', content: flag(data, 'hearing') ? [paragraph(fillIn(texts.hearing, { you }))] : [] },
    ]),
    contactBlock(data),
    paragraph(texts.copies),
    { kind: 'seal', authority: text(data, 'authority'), date: longDate(text(data, 'issuedOn')) },
  ];
}

export const GZS: DocumentDefinition = {
  code: 'GZS',
  style: 'letter',
  sealed: true,
  ...newest(GZS_WORDING),
  fields: [
    { key: 'facts', label: '违法事实', kind: 'long-text', required: true, filledFrom: 'case', help: '写明时间、地点、行为、规模、合同价款和后果。' },
    { key: 'correctionState', label: '责令改正和复查情况', kind: 'long-text', required: false, filledFrom: 'case' },
    { key: 'nature', label: '性质认定', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'breached', label: '违反的条款', kind: 'long-text', required: true, filledFrom: 'case', help: '法律名称用全称，写明条、款、项。' },
    { key: 'basis', label: '处罚依据', kind: 'long-text', required: true, filledFrom: 'case', help: '法律名称用全称，写明条、款、项。' },
    { key: 'discretion', label: '处罚裁量', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'correction', label: '拟责令改正的内容', kind: 'lines', required: false, filledFrom: 'case' },
    { key: 'contactAddress', label: '联系地址', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'contactPostcode', label: '邮政编码', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'contactPerson', label: '联系人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'contactPhone', label: '联系电话', kind: 'text', required: true, filledFrom: 'case' },
  ],
  requires: [
    { key: 'party', label: '当事人' },
    { key: 'evidence', label: '证据' },
    { key: 'penalty', label: '拟处罚种类和金额' },
  ],
  settings: ['contactAddress', 'contactPhone', 'postcode', 'hearingFinePersonFen', 'hearingFineUnitFen'],
  fill,
  blocks,
};
