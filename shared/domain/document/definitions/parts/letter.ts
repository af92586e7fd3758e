import type { Party } from '../../../party/party.ts';
import type { Settings } from '../../../setting/settings.ts';
import type { Block } from '../../blocks.ts';
import { CATALOGUE, type DocumentCode } from '../../catalogue/catalogue.ts';
import type { DocumentContext, DocumentData, DocumentDefinition, FieldDefinition, Requirement } from '../../definition.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import type { Versions } from './approval-form.ts';
import { caseFacts, confirmed, numberText } from './case-facts.ts';
import { longDate } from './dates.ts';
import { aligned, flush, paragraph } from './draw.ts';
import { names, printedOfficers } from './officers.ts';
import { addressed, partyParagraphs } from './party.ts';
import { record, struck, text } from './read.ts';

export const CONTACT_FIELDS: readonly FieldDefinition[] = [
  { key: 'contactAddress', label: '联系地址', kind: 'text', required: true, filledFrom: 'case' },
  { key: 'contactPostcode', label: '邮政编码', kind: 'text', required: false, filledFrom: 'case' },
  { key: 'contactPerson', label: '联系人', kind: 'text', required: true, filledFrom: 'case' },
  { key: 'contactPhone', label: '联系电话', kind: 'text', required: true, filledFrom: 'case' },
];
export const CONTACT_SETTINGS: readonly (keyof Settings)[] = ['contactAddress', 'contactPhone', 'postcode'];

/** Where the party reaches the officers; an unconfirmed setting gives way to the officer's own team and telephone. */
export function contactFacts(context: DocumentContext): Record<string, string> {
  const officer = context.officers.get(context.file.officerIds[0] ?? '');
  const { settings } = context;
  return {
    contactAddress: confirmed(settings.contactAddress) || `${settings.authorityName}${officer?.unitName ?? ''}`,
    contactPostcode: confirmed(settings.postcode),
    contactPerson: names(printedOfficers(context)),
    contactPhone: confirmed(settings.contactPhone) || (officer?.phone ?? ''),
  };
}

export function contactParagraph(data: DocumentData, words: string): Block {
  return paragraph(fillIn(words, {
    address: struck(text(data, 'contactAddress')), postcode: struck(text(data, 'contactPostcode')),
    person: struck(text(data, 'contactPerson')), phone: struck(text(data, 'contactPhone')),
  }));
}

/** `名称：` at the left edge. */
export function salutation(name: string): Block {
  return flush(`${struck(name)}：`);
}

export function sealBlock(data: DocumentData): Block {
  return { kind: 'seal', authority: text(data, 'authority'), date: longDate(text(data, 'issuedOn')) };
}

/** Below the line of cutting: the slip that the addressee returns (回执). Keep it under half a page. */
export function receiptBlocks(title: string, content: readonly Block[]): readonly Block[] {
  return [
    { kind: 'space', lines: 1 },
    aligned('center', '－－－－－－－－－（沿此线裁下）－－－－－－－－－'),
    aligned('center', { text: title, font: 'title' }),
    ...content,
  ];
}

/** What tells one sealed letter from another. */
export interface LetterParts<K extends string> {
  readonly code: DocumentCode;
  /** Where the title depends on the data; the name of the catalogue else. */
  readonly title?: (data: DocumentData) => string;
  readonly wording: Versions<K>;
  readonly fields: readonly FieldDefinition[];
  readonly requires: readonly Requirement[];
  readonly settings?: readonly (keyof Settings)[];
  /** `party-block`: the particulars of the party, then its name; `party`: its name alone; a function: another addressee, or none (empty). */
  readonly addressee: 'party-block' | 'party' | ((data: DocumentData) => string);
  /** Beside `caseFacts` and the contact. */
  readonly facts?: (context: DocumentContext, texts: Readonly<Record<NoInfer<K>, string>>) => Record<string, unknown>;
  /** From the first paragraph to the last before contact and copies; `you` is 你 or 你单位. */
  readonly body: (data: DocumentData, texts: Readonly<Record<NoInfer<K>, string>>, you: string) => readonly Block[];
  /** Texts of the wording printed after the body: the contact line, and how many copies there are. */
  readonly contact?: NoInfer<K>;
  readonly copies?: NoInfer<K>;
  /** Below the seal, e.g. `receiptBlocks(…)`. */
  readonly receipt?: (data: DocumentData, texts: Readonly<Record<NoInfer<K>, string>>) => readonly Block[];
}

function addresseeBlocks<K extends string>(parts: LetterParts<K>, data: DocumentData): readonly Block[] {
  const party = record<Party>(data, 'party');
  if (parts.addressee === 'party-block') return [...partyParagraphs(party), salutation(party?.name ?? '')];
  if (parts.addressee === 'party') return [salutation(party?.name ?? '')];
  const name = parts.addressee(data);
  return name === '' ? [] : [salutation(name)];
}

function letterBlocks<K extends string>(parts: LetterParts<K>, data: DocumentData): readonly Block[] {
  const { texts } = wordingOf(parts.wording, data);
  const number: readonly Block[] = CATALOGUE[parts.code].series === null ? [] : [{ kind: 'number', text: numberText(data), align: 'center' }];
  return [
    { kind: 'authority', text: text(data, 'authority') },
    { kind: 'title', text: parts.title?.(data) ?? CATALOGUE[parts.code].name },
    ...number,
    ...addresseeBlocks(parts, data),
    ...parts.body(data, texts, addressed(record<Party>(data, 'party'))),
    ...(parts.contact === undefined ? [] : [contactParagraph(data, texts[parts.contact])]),
    ...(parts.copies === undefined ? [] : [paragraph(texts[parts.copies])]),
    sealBlock(data),
    ...(parts.receipt?.(data, texts) ?? []),
  ];
}

/** A sealed letter: authority, title, number, addressee, paragraphs, contact, copies, seal; below it, where asked, a slip to return. */
export function letter<K extends string>(parts: LetterParts<K>): DocumentDefinition {
  const fill = (context: DocumentContext): Record<string, unknown> => {
    const { version, texts } = wordingInForce(parts.wording, context);
    return { ...caseFacts(context), ...(parts.contact === undefined ? {} : contactFacts(context)), wordingVersion: version, ...parts.facts?.(context, texts) };
  };
  return {
    code: parts.code, style: 'letter', sealed: true, ...newest(parts.wording),
    fields: [...parts.fields, ...(parts.contact === undefined ? [] : CONTACT_FIELDS)],
    requires: parts.requires,
    settings: [...(parts.settings ?? []), ...(parts.contact === undefined ? [] : CONTACT_SETTINGS)],
    fill, blocks: (data) => letterBlocks(parts, data),
  };
}
