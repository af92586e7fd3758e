import type { Block, SignaturePlace } from '../../blocks.ts';
import type { DocumentData, FieldDefinition } from '../../definition.ts';
import { fillIn } from '../../wording/wording.ts';
import { flush, paragraph } from './draw.ts';
import { sentence, text } from './read.ts';

/** A heading inside a record (笔录). */
export function recordHeading(words: string): Block {
  return { kind: 'paragraph', runs: [{ text: words, font: 'hei' }], indent: false, level: 1 };
}

/** Why somebody did not sign; nothing where all signed. `template` has the place `{reason}`. */
export function refusalBlocks(data: DocumentData, template: string): readonly Block[] {
  const reason = text(data, 'refusalReason');
  return reason === '' ? [] : [paragraph(fillIn(template, { reason: sentence(reason) }))];
}

/** The end of a record: （以下空白）, the confirmation, who signs, and the line at the foot of every sheet. */
export function recordEnd(confirmation: string, signers: readonly SignaturePlace[], everySheet: readonly string[]): readonly Block[] {
  return [
    { kind: 'end-of-text' },
    flush(confirmation),
    { kind: 'signatures', items: signers },
    { kind: 'sheet-signatures', items: everySheet.map((label) => ({ label })) },
  ];
}

export const REFUSAL_FIELD: FieldDefinition = {
  key: 'refusalReason', label: '拒绝签名的情况说明', kind: 'long-text', required: false, filledFrom: 'none', help: '没有拒绝签名的，本栏不填，笔录中不出现该项。',
};

export function minuteFields(start: string, end: string): readonly FieldDefinition[] {
  return [
    { key: 'startAt', label: start, kind: 'minute', required: true, filledFrom: 'none' },
    { key: 'endAt', label: end, kind: 'minute', required: true, filledFrom: 'none' },
  ];
}
