import { hearingRequired } from '../../../case-file/hearing.ts';
import type { Party } from '../../../party/party.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { FQSM_WORDING } from '../../wording/fqsm.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { caseFacts, caseNumberText } from '../parts/case-facts.ts';
import { paragraph } from '../parts/draw.ts';
import { noticeFacts, noticeText, servedText } from '../parts/hearing.ts';
import { salutation } from '../parts/letter.ts';
import { partyParagraphs } from '../parts/party.ts';
import { flag, record, struck, text } from '../parts/read.ts';

const SCOPES = { defence: '放弃陈述、申辩', both: '放弃陈述、申辩和听证', hearing: '放弃听证' } as const;
type Scope = keyof typeof SCOPES;

function fill(context: DocumentContext): Record<string, unknown> {
  const { file, settings } = context;
  const hearing = hearingRequired(file, settings);
  return {
    ...caseFacts(context),
    ...noticeFacts(context),
    wordingVersion: wordingInForce(FQSM_WORDING, context).version,
    hearing,
    scope: hearing ? SCOPES.both : SCOPES.defence,
  };
}

function scopeOf(data: DocumentData): Scope {
  return (Object.keys(SCOPES) as Scope[]).find((key) => SCOPES[key] === text(data, 'scope')) ?? 'defence';
}

/** The party speaks of itself: 本人 or 本单位. */
function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(FQSM_WORDING, data).texts;
  const party = record<Party>(data, 'party');
  const we = party?.kind === 'person' ? '本人' : '本单位';
  const rights = flag(data, 'hearing') ? '陈述、申辩的权利和要求听证的权利' : '陈述、申辩的权利';
  return [
    { kind: 'title', text: '放弃陈述申辩（听证）声明' },
    salutation(text(data, 'authority')),
    ...partyParagraphs(party),
    paragraph(`案由：${struck(text(data, 'cause'))}（案号：${caseNumberText(data)}）`),
    paragraph(fillIn(texts.lead, { we, noticeOn: servedText(data), notice: noticeText(data) })),
    paragraph(fillIn(texts.known, { we, rights })),
    paragraph(fillIn(texts[scopeOf(data)], { we })),
    paragraph(fillIn(texts.free, { we })),
    { kind: 'space', lines: 1 },
    { kind: 'signatures', items: party?.kind === 'person'
      ? [{ label: '声明人签名并捺指印', date: true }]
      : [{ label: '声明人（盖章）' }, { label: `${party?.kind === 'business' ? '经营者' : '法定代表人（负责人）'}签名`, date: true }] },
    { kind: 'signatures', items: [{ label: '委托代理人签名（附授权委托书）', date: true }] },
  ];
}

/** 放弃陈述申辩（听证）声明 (D4): signed by the party; scanned and registered as the waiver. */
export const FQSM: DocumentDefinition = {
  code: 'FQSM',
  style: 'letter',
  sealed: false,
  ...newest(FQSM_WORDING),
  fields: [
    { key: 'scope', label: '放弃的权利', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(SCOPES), help: '按当事人本人的意思选择，不得引导。' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'noticeOn', label: '告知书的送达' }],
  settings: ['hearingFinePersonFen', 'hearingFineUnitFen'],
  fill,
  blocks,
};
