import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData } from '../../definition.ts';
import { JYS_WORDING } from '../../wording/jys.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate, longMinute } from '../parts/dates.ts';
import { numbered, paragraph, paragraphs } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { names, printedOfficers } from '../parts/officers.ts';
import { clause, sentence, strings, struck, text } from '../parts/read.ts';

/** Three papers of one kind: advice, a reminder, and the record of a talk. */
const KINDS = { advise: '行政建议书', remind: '行政提示函', talk: '行政约谈记录' } as const;
type Kind = keyof typeof KINDS;

function kindOf(data: DocumentData): Kind {
  return (Object.keys(KINDS) as Kind[]).find((key) => KINDS[key] === text(data, 'kind')) ?? 'advise';
}

function facts(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  return { kind: KINDS.advise, matter: file.cause, hosts: names(printedOfficers(context)), attendees: file.party?.kind === 'person' ? file.party.name : (file.party?.representative ?? '') };
}

function talkBlocks(data: DocumentData, texts: Readonly<Record<'talkTime' | 'talked', string>>): { readonly head: readonly Block[]; readonly end: readonly Block[] } {
  if (kindOf(data) !== 'talk') return { head: [], end: [] };
  const head = fillIn(texts.talkTime, {
    time: struck(longMinute(text(data, 'talkedAt'))), place: struck(text(data, 'place')), hosts: struck(text(data, 'hosts')), attendees: struck(text(data, 'attendees')),
  });
  const signatures: Block = { kind: 'signatures', items: [{ label: '被约谈人签名', date: true }, { label: '约谈人签名', date: true }] };
  return { head: [paragraph(head)], end: [paragraph(fillIn(texts.talked, { promise: clause(text(data, 'promise')) || '／' })), signatures] };
}

export const JYS = letter({
  code: 'JYS',
  title: (data) => KINDS[kindOf(data)],
  wording: JYS_WORDING,
  addressee: 'party',
  fields: [
    { key: 'kind', label: '文书种类', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(KINDS) },
    { key: 'matter', label: '涉及的事项', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'situation', label: '发现的情况', kind: 'long-text', required: true, filledFrom: 'none' },
    { key: 'points', label: '建议（提示、要求）', kind: 'lines', required: true, filledFrom: 'none' },
    { key: 'replyBy', label: '反馈期限', kind: 'date', required: false, filledFrom: 'none' },
    { key: 'talkedAt', label: '约谈时间', kind: 'minute', required: false, filledFrom: 'none', help: '行政约谈记录填写。' },
    { key: 'place', label: '约谈地点', kind: 'text', required: false, filledFrom: 'none', help: '行政约谈记录填写。' },
    { key: 'hosts', label: '约谈人', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'attendees', label: '被约谈人', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'promise', label: '被约谈人的陈述和承诺', kind: 'long-text', required: false, filledFrom: 'none', help: '行政约谈记录填写。' },
  ],
  requires: [{ key: 'party', label: '当事人' }],
  facts,
  body: (data, texts, you) => {
    const kind = kindOf(data);
    const talk = talkBlocks(data, texts);
    const replyBy = longDate(text(data, 'replyBy'));
    return [
      ...talk.head,
      paragraph(fillIn(texts[kind], { you, matter: struck(clause(text(data, 'matter'))) })),
      ...paragraphs(sentence(text(data, 'situation')) || '／'),
      paragraph(fillIn(texts[`${kind}Points`], { you })),
      ...numbered(strings(data, 'points').map(sentence)),
      paragraph(texts.nature),
      ...(replyBy === '' ? [] : [paragraph(fillIn(texts.reply, { replyBy }))]),
      ...talk.end,
    ];
  },
  contact: 'contact',
});
