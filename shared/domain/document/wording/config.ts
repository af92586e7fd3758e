import Type, { type Static } from 'typebox';
import { fail, ok, type Result } from '../../../contract/result.ts';
import { checkWording } from './check.ts';
import { wordingKeyParts } from './published.ts';
import { WORDING_SETS } from './wordings.ts';

/** A version of the wording of one kind of document: all its texts, changed and unchanged; or the end of a channel's variant. */
export const WordingSchema = Type.Object({
  texts: Type.Record(Type.String({ pattern: '^[\\w-]{1,40}$' }), Type.String({ maxLength: 4000 })),
  /** From its day on the channel uses the bureau's text again. Such a version has no texts. */
  ended: Type.Optional(Type.Literal(true)),
}, { additionalProperties: false });

/** A set, e.g. `CFJD`: the whole bureau's; or a set and a channel, e.g. `CFJD@ZA`: the variant of that channel. */
export const WORDING_KEY_PATTERN = `^(?:${WORDING_SETS.join('|')})(?:@[A-Z]{2,6})?$`;

export function checkWordingBody(body: Static<typeof WordingSchema>, key: string): Result<null> {
  const { set, channel } = wordingKeyParts(key);
  return body.ended === true ? checkEnd(body, channel) : checkWording(set, body.texts);
}

function checkEnd({ texts }: Static<typeof WordingSchema>, channel: string | null): Result<null> {
  if (channel === null) return fail({ code: 'FIELD_INVALID', message: '全局统一的文字不能停用，只能修改。需要改回内置文字的，请以内置文字提交新版本。', details: { path: 'ended' } });
  if (Object.keys(texts).length > 0) return fail({ code: 'FIELD_INVALID', message: '停用渠道文字的版本不能带有文字，请去掉后重新提交。', details: { path: 'texts' } });
  return ok(null);
}
