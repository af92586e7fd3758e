import type { Settings } from '../../../setting/settings.ts';
import type { DocumentContext, DocumentData, FieldDefinition } from '../../definition.ts';
import { fillIn } from '../../wording/wording.ts';
import { withoutBrackets } from './case-facts.ts';
import { paragraph } from './draw.ts';
import { struck, text } from './read.ts';

/** Settings a remedy clause prints; unconfirmed ones are warned of. */
export const REMEDY_SETTINGS: readonly (keyof Settings)[] = ['reconsiderationOrgan', 'court'];

export const REMEDY_FIELDS: readonly FieldDefinition[] = [
  { key: 'reconsiderationOrgan', label: '行政复议机关', kind: 'text', required: true, filledFrom: 'case', help: '由县级市、区住房和城乡建设部门作出决定的，填写该县级市、区人民政府。' },
  { key: 'court', label: '有管辖权的人民法院', kind: 'text', required: true, filledFrom: 'case' },
];

export function remedyFacts({ settings }: DocumentContext): Record<string, string> {
  return { reconsiderationOrgan: settings.reconsiderationOrgan, court: withoutBrackets(settings.court) };
}

/** The places of `{organ}` and `{court}` in a wording. */
export function remedyWords(data: DocumentData): Record<string, string> {
  return { organ: struck(text(data, 'reconsiderationOrgan')), court: struck(text(data, 'court')) };
}

/** `words` has the places `{you}`, `{organ}` and `{court}`. */
export function remedyParagraph(data: DocumentData, words: string, you: string) {
  return paragraph(fillIn(words, { you, ...remedyWords(data) }));
}
