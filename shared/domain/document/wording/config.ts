import Type, { type Static } from 'typebox';
import type { Result } from '../../../contract/result.ts';
import { checkWording } from './check.ts';
import { WORDING_SETS } from './wordings.ts';

/** A version of the wording of one kind of document: all its texts, changed and unchanged. */
export const WordingSchema = Type.Object({ texts: Type.Record(Type.String({ pattern: '^[\\w-]{1,40}$' }), Type.String({ maxLength: 4000 })) }, { additionalProperties: false });

export const WORDING_KEY_PATTERN = `^(?:${WORDING_SETS.join('|')})$`;

export function checkWordingBody(body: Static<typeof WordingSchema>, key: string): Result<null> {
  return checkWording(key, body.texts);
}
