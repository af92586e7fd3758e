import Type, { type Static } from 'typebox';
import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import { NUMBER_FORM_KEYS } from '../document/number-series.ts';
import { ARTICLES } from '../procedure/articles.ts';

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const fen = Type.Integer({ minimum: 0, maximum: 100_000_000_00 });

/** A version of the settings; the day it begins stands beside it. */
export const SettingsSchema = Type.Object({
  authorityName: text(60), authorityShort: Type.String({ pattern: '^[\\u4e00-\\u9fff]{2,8}$' }), numberForm: Type.Optional(Type.Enum([...NUMBER_FORM_KEYS])), contactAddress: text(200), contactPhone: text(60), postcode: text(20),
  reconsiderationOrgan: text(60), court: text(60), bankName: text(100), bankAccount: text(60), bankPayee: text(100),
  hearingFinePersonFen: fen, hearingFineUnitFen: fen, summaryFinePersonFen: fen, summaryFineUnitFen: fen, spotCollectionFen: fen,
  reviewAllCases: Type.Boolean(), offlineLeaseDays: Type.Integer({ minimum: 1, maximum: 60 }), unverified: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 60, uniqueItems: true }),
}, { additionalProperties: false });
export type SettingsBody = Static<typeof SettingsSchema>;
export type SettingKey = Exclude<keyof SettingsBody, 'unverified'>;

/** Upper bounds of law on what may be fined and collected on the spot (Administrative Penalty Law, art. 51, 68). */
const CEILINGS: readonly (readonly [SettingKey, number, string, string])[] = [
  ['summaryFinePersonFen', 20_000, '对公民当场处罚的罚款上限不能高于200元。', ARTICLES.summary],
  ['summaryFineUnitFen', 300_000, '对法人、其他组织当场处罚的罚款上限不能高于3000元。', ARTICLES.summary],
  ['spotCollectionFen', 10_000, '当场收缴罚款的上限不能高于100元。', '行政处罚法第六十八条'],
];

/** Refuses what the law leaves no choice in. */
export function checkSettings(body: SettingsBody): Result<null> {
  const above = CEILINGS.find(([key, most]) => Number(body[key]) > most);
  if (above !== undefined) return fail(invalid(above[0], above[2], above[3]));
  if (body.hearingFinePersonFen === 0) return fail(invalid('hearingFinePersonFen', '听证标准应当大于0元。', ARTICLES.hearing));
  return body.hearingFineUnitFen === 0 ? fail(invalid('hearingFineUnitFen', '听证标准应当大于0元。', ARTICLES.hearing)) : ok(null);
}

function invalid(path: string, message: string, article: string): AppError {
  return { code: 'FIELD_INVALID', message, article, details: { path } };
}
