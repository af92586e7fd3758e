import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { hashRaw } from '@node-rs/argon2';
import Type, { type Static } from 'typebox';
import { Check } from 'typebox/value';
import { failure } from '#worker/failure.ts';
import { readJson, writeFileAtomic } from '#worker/files/atomic.ts';
import type { KeyCost } from '#worker/options.ts';

const KEY_BYTES = 32;
const Hex = Type.String({ pattern: '^[0-9a-f]+$' });

/** The cache's random key under a key derived from the password. The parameters travel with it, so they can be raised. */
const KeyFile = Type.Object({
  version: Type.Literal(1),
  kdf: Type.Object({
    name: Type.Literal('argon2id'),
    memoryCost: Type.Integer({ minimum: 8, maximum: 4_194_304 }),
    timeCost: Type.Integer({ minimum: 1, maximum: 100 }),
    salt: Hex,
  }),
  cipher: Type.Literal('aes-256-gcm'),
  nonce: Hex,
  sealed: Hex,
  tag: Hex,
});
type KeyFile = Static<typeof KeyFile>;

/** Bound into the seal, so that a wrapped key cannot be moved to another purpose. */
const PURPOSE = Buffer.from('housing-enforcement cache key v1');

/** Argon2id: what the library computes when no algorithm is named. */
async function passwordKey(password: Buffer, kdf: KeyFile['kdf']): Promise<Buffer> {
  return hashRaw(password, {
    memoryCost: kdf.memoryCost, timeCost: kdf.timeCost, parallelism: 1, outputLen: KEY_BYTES, salt: Buffer.from(kdf.salt, 'hex'),
  });
}

/** Makes a new random key, stores it wrapped, and answers it. Never overwrites: an old key may still open old data. */
export async function createKey(path: string, password: Buffer, cost: KeyCost): Promise<Buffer> {
  if (existsSync(path)) throw failure('CACHE_LOCKED', '本机已有该用户的密钥文件，为避免丢失数据不予覆盖。');
  const key = randomBytes(KEY_BYTES);
  const kdf = { name: 'argon2id' as const, ...cost, salt: randomBytes(16).toString('hex') };
  const wrapping = await passwordKey(password, kdf);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce).setAAD(PURPOSE);
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  wrapping.fill(0);
  const file: KeyFile = { version: 1, kdf, cipher: 'aes-256-gcm', nonce: nonce.toString('hex'), sealed: sealed.toString('hex'), tag: cipher.getAuthTag().toString('hex') };
  writeFileAtomic(path, JSON.stringify(file, null, 2));
  return key;
}

/** The key, or `null` when the password is wrong. Throws CACHE_LOCKED when the key file itself is missing or unreadable. */
export async function unwrapKey(path: string, password: Buffer): Promise<Buffer | null> {
  const file = readJson(path);
  if (!Check(KeyFile, file)) {
    throw failure('CACHE_LOCKED', '本机缓存的密钥文件缺失或已损坏，缓存无法打开。缓存文件原样保留，请联系系统管理员从备份恢复密钥文件。');
  }
  const wrapping = await passwordKey(password, file.kdf);
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(file.nonce, 'hex')).setAAD(PURPOSE).setAuthTag(Buffer.from(file.tag, 'hex'));
    return Buffer.concat([decipher.update(Buffer.from(file.sealed, 'hex')), decipher.final()]);
  } catch {
    return null;
  } finally {
    wrapping.fill(0);
  }
}
