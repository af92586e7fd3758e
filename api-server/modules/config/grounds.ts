import type { Kysely } from 'kysely';
import type { AppError } from '#shared/contract/result.ts';
import type { ChannelBody } from '#shared/domain/channel/channel.ts';
import { DEFAULT_CHANNELS } from '#shared/domain/channel/defaults.ts';
import type { DelegationBody } from '#shared/domain/officer/delegation-config.ts';
import { ROLES } from '#shared/domain/officer/officer.ts';
import type { ConfigVersion } from '#shared/domain/config/version.ts';
import type { Database } from '../../db/schema.ts';

/** What a proposal must satisfy against what else the server knows; the rest is `checkConfig`. */
export async function standingRefusal(db: Kysely<Database>, version: Omit<ConfigVersion, 'version'>): Promise<AppError | null> {
  if (version.kind === 'channel') return await charactersRefusal(db, version.key, version.body as ChannelBody);
  return version.kind === 'delegation' ? await officersRefusal(db, version.body as DelegationBody) : null;
}

/** Two channels of the same characters would share one series of document numbers. */
async function charactersRefusal(db: Kysely<Database>, key: string, { numberCharacters, name }: ChannelBody): Promise<AppError | null> {
  const rows = await db.selectFrom('config_version').select(['key', 'body']).where('kind', '=', 'channel').where('status', 'in', ['submitted', 'published']).where('key', '<>', key).execute();
  const others = [...DEFAULT_CHANNELS.filter((channel) => channel.key !== key), ...rows.map((row) => row.body as ChannelBody)];
  if (others.some((channel) => channel.numberCharacters === numberCharacters)) return { code: 'FIELD_INVALID', message: `文号用字“${numberCharacters}”已由其他渠道使用，文号会重复，请另行选用。`, details: { path: 'numberCharacters' } };
  return others.some((channel) => channel.name === name) ? { code: 'FIELD_INVALID', message: `渠道名称“${name}”已经使用。`, details: { path: 'name' } } : null;
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
