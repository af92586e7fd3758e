import type { Settings } from '../../../setting/settings.ts';
import type { DocumentContext, DocumentData } from '../../definition.ts';
import { fillIn } from '../../wording/wording.ts';
import { withoutBrackets } from './case-facts.ts';
import { paragraph } from './draw.ts';
import { struck, text } from './read.ts';

/** Settings a remedy clause prints; unconfirmed ones are warned of. */
export const REMEDY_SETTINGS: readonly (keyof Settings)[] = ['reconsiderationOrgan', 'court'];

export function remedyFacts({ settings }: DocumentContext): Record<string, string> {
  return { reconsiderationOrgan: settings.reconsiderationOrgan, court: withoutBrackets(settings.court) };
}

/** `words` has the places `{you}`, `{organ}` and `{court}`. */
export function remedyParagraph(data: DocumentData, words: string, you: string) {
  return paragraph(fillIn(words, { you, organ: struck(text(data, 'reconsiderationOrgan')), court: struck(text(data, 'court')) }));
}
