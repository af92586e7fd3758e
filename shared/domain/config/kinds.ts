import type { TSchema } from 'typebox';
import { fail, type Result } from '../../contract/result.ts';
import { firstMisfit, fits } from '../case-file/validate.ts';
import { ChannelSchema } from '../channel/channel.ts';
import { checkChannel } from '../channel/check.ts';
import { checkTable } from '../discretion/check.ts';
import { DiscretionSchema, TABLE_KEY_PATTERN } from '../discretion/table.ts';
import { checkWordingBody, WORDING_KEY_PATTERN, WordingSchema } from '../document/wording/config.ts';
import { CHANNEL_KEY_PATTERN } from '../organisation/organisation.ts';
import { DelegationSchema, checkDelegation } from '../officer/delegation-config.ts';
import { checkSettings, SettingsSchema } from '../setting/check.ts';

/** A kind of configuration that is kept in dated versions. A new kind is one entry here; doors, store and sync follow. */
export interface ConfigKind {
  readonly title: string;
  readonly schema: TSchema;
  /** Keys the kind takes. */
  readonly keyPattern: string;
  /** What a well-formed body must satisfy beyond its shape: the law above all. Given a body of the schema. */
  readonly check: (body: never, key: string) => Result<null>;
}

export const CONFIG_KINDS = {
  settings: { title: '系统设置', schema: SettingsSchema, keyPattern: '^current$', check: checkSettings },
  channel: { title: '渠道配置', schema: ChannelSchema, keyPattern: CHANNEL_KEY_PATTERN, check: checkChannel },
  discretion: { title: '裁量基准', schema: DiscretionSchema, keyPattern: TABLE_KEY_PATTERN, check: checkTable },
  wording: { title: '文书用语', schema: WordingSchema, keyPattern: WORDING_KEY_PATTERN, check: checkWordingBody },
  delegation: { title: '委托代理（AB角）', schema: DelegationSchema, keyPattern: '^[A-Za-z0-9-]{8,64}$', check: checkDelegation },
} as const satisfies Record<string, ConfigKind>;
export type ConfigKindKey = keyof typeof CONFIG_KINDS;

/** Whether a proposal may be kept: kind, key, shape, then the kind's own check. */
export function checkConfig(kind: string, key: string, body: unknown): Result<null> {
  if (!Object.hasOwn(CONFIG_KINDS, kind)) return fail({ code: 'INVALID_INPUT', message: '没有这一类配置，请升级后重试。', details: { path: 'kind' } });
  const { title, schema, keyPattern, check }: ConfigKind = CONFIG_KINDS[kind as ConfigKindKey];
  if (!new RegExp(keyPattern).test(key)) return fail({ code: 'FIELD_INVALID', message: `“${key}”不是“${title}”可用的代码。`, details: { path: 'key' } });
  if (!fits(schema, body)) return fail({ code: 'FIELD_INVALID', message: `“${title}”的内容不完整或者格式不正确，请核对标出的项目。`, details: { path: firstMisfit(schema, body) } });
  // The body was just found to be of the kind's schema; TypeScript cannot tie the two together across the table.
  return check(body as never, key);
}

export function isConfigKind(kind: string): kind is ConfigKindKey {
  return Object.hasOwn(CONFIG_KINDS, kind);
}
