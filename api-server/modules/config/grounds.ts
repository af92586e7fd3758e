import type { Kysely } from 'kysely';
import type { AppError } from '#shared/contract/result.ts';
import type { ChannelBody } from '#shared/domain/channel/channel.ts';
import { DEFAULT_CHANNELS } from '#shared/domain/channel/defaults.ts';
import { tableProblems } from '#shared/domain/discretion/check.ts';
import { type DiscretionBody, isTableKey } from '#shared/domain/discretion/table.ts';
import type { DelegationBody } from '#shared/domain/officer/delegation-config.ts';
import { ROLES } from '#shared/domain/officer/officer.ts';
import type { ConfigVersion } from '#shared/domain/config/version.ts';
import { type WordingBody, wordingKeyParts } from '#shared/domain/document/wording/published.ts';
import { ARTICLES } from '#shared/domain/procedure/articles.ts';
import { chineseDate } from '#shared/domain/time-limit/days.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import type { Database } from '../../db/schema.ts';

/** What a proposal must satisfy against what else the server knows; the rest is `checkConfig`. */
export async function standingRefusal(db: Kysely<Database>, version: Omit<ConfigVersion, 'version'>): Promise<AppError | null> {
  if (version.kind === 'channel') return await charactersRefusal(db, version.key, version.body as ChannelBody) ?? await tableMissing(db, version.body as ChannelBody, version.effectiveFrom);
  if (version.kind === 'discretion') return await tableRefusal(db, version.body as DiscretionBody, version.effectiveFrom);
  if (version.kind === 'wording') return await variantRefusal(db, version.key, version.body as WordingBody);
  return version.kind === 'delegation' ? await officersRefusal(db, version.body as DelegationBody) : null;
}

/** Two channels of the same characters would share one series of document numbers. */
async function charactersRefusal(db: Kysely<Database>, key: string, { numberCharacters, name }: ChannelBody): Promise<AppError | null> {
  const rows = await db.selectFrom('config_version').select(['key', 'body']).where('kind', '=', 'channel').where('status', 'in', ['submitted', 'published']).where('key', '<>', key).execute();
  const others = [...DEFAULT_CHANNELS.filter((channel) => channel.key !== key), ...rows.map((row) => row.body as ChannelBody)];
  if (others.some((channel) => channel.numberCharacters === numberCharacters)) return { code: 'FIELD_INVALID', message: `文号用字“${numberCharacters}”已由其他渠道使用，文号会重复，请另行选用。`, details: { path: 'numberCharacters' } };
  return others.some((channel) => channel.name === name) ? { code: 'FIELD_INVALID', message: `渠道名称“${name}”已经使用。`, details: { path: 'name' } } : null;
}

/** A table must be published, and have begun by the channel's day; locked, so that nobody takes it back meanwhile. */
async function tableMissing(db: Kysely<Database>, { discretionTable }: ChannelBody, effectiveFrom: string): Promise<AppError | null> {
  if (!isTableKey(discretionTable)) return null;
  const found = await db.selectFrom('config_version').select('id').where('kind', '=', 'discretion').where('key', '=', discretionTable)
    .where('status', '=', 'published').where('effective_from', '<=', effectiveFrom).forShare().execute();
  if (found.length > 0) return null;
  return { code: 'FIELD_INVALID', message: `裁量基准“${discretionTable}”没有发布，或者在${chineseDate(effectiveFrom)}尚未生效。请先发布裁量基准，或者推迟渠道配置的生效日期。`, article: ARTICLES.discretion, details: { path: 'discretionTable' } };
}

/** The tiers against the articles of the catalogue. */
async function tableRefusal(db: Kysely<Database>, body: DiscretionBody, effectiveFrom: string): Promise<AppError | null> {
  const rows = await db.selectFrom('reference').select('body').where('kind', '=', 'violation').execute();
  const violations = rows.map((row) => row.body as Violation);
  return tableProblems(body, new Map(violations.map((violation) => [violation.id, violation])), effectiveFrom)[0] ?? null;
}

/** A table that a published channel goes by from a day on may not be taken back when no other version of it has begun by then. */
export async function tableInUse(db: Kysely<Database>, { kind, key, version }: Pick<ConfigVersion, 'kind' | 'key' | 'version'>): Promise<AppError | null> {
  if (kind !== 'discretion') return null;
  const published = db.selectFrom('config_version').where('status', '=', 'published');
  const others = await published.select('effective_from as from').where('kind', '=', kind).where('key', '=', key).where('version', '<>', version).execute();
  const channels = await published.select(['body', 'effective_from as from']).where('kind', '=', 'channel').execute();
  const stranded = channels.find((channel) => (channel.body as ChannelBody).discretionTable === key && !others.some(({ from }) => from <= channel.from));
  if (stranded === undefined) return null;
  const { name } = stranded.body as ChannelBody;
  return { code: 'CONFLICT', message: `“${name}”渠道自${chineseDate(stranded.from)}起使用这一裁量基准，不能撤回。请先撤回或者修改渠道配置。`, article: ARTICLES.discretion };
}

/** A variant belongs to a channel there is, and only one there is can be ended. */
async function variantRefusal(db: Kysely<Database>, key: string, { ended }: WordingBody): Promise<AppError | null> {
  const { channel } = wordingKeyParts(key);
  if (channel === null) return null;
  const rows = await db.selectFrom('config_version').select(['kind', 'key']).where('status', '=', 'published').where('kind', 'in', ['channel', 'wording']).where('key', 'in', [channel, key]).execute();
  const known = DEFAULT_CHANNELS.some((each) => each.key === channel) || rows.some((row) => row.kind === 'channel');
  if (!known) return { code: 'FIELD_INVALID', message: `没有代码为“${channel}”的渠道，请先发布渠道配置。`, details: { path: 'key' } };
  return ended !== true || rows.some((row) => row.kind === 'wording') ? null : { code: 'FIELD_INVALID', message: '这个渠道没有自己的文字，不需要停用。', details: { path: 'ended' } };
}

/** Both must be in office, the absent one hold the role, and both belong to one bureau. */
async function officersRefusal(db: Kysely<Database>, { fromOfficerId, toOfficerId, role }: DelegationBody): Promise<AppError | null> {
  const rows = await db.selectFrom('officer').select('body').where('id', 'in', [fromOfficerId, toOfficerId]).execute();
  const [absent, deputy] = [fromOfficerId, toOfficerId].map((id) => rows.find((row) => row.body.id === id)?.body);
  if (absent?.active !== true || !absent.roles.includes(role)) return { code: 'FIELD_INVALID', message: `委托人不在岗或者不担任“${ROLES[role]}”，不能委托。`, details: { path: 'fromOfficerId' } };
  if (deputy?.active !== true) return { code: 'FIELD_INVALID', message: '代行人不在岗，请另选。', details: { path: 'toOfficerId' } };
  if (deputy.district !== absent.district) return { code: 'FIELD_INVALID', message: '代行人应当与委托人同属一个机关。', details: { path: 'toOfficerId' } };
  return deputy.roles.includes(role) ? { code: 'FIELD_INVALID', message: `代行人本来就担任“${ROLES[role]}”，不需要委托。`, details: { path: 'toOfficerId' } } : null;
}
