import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Type from 'typebox';
import { Check } from 'typebox/value';
import { readJson, writeFileAtomic } from '#worker/files/atomic.ts';

/** Where one user of one server keeps everything on this machine. */
export interface Profile {
  readonly folder: string;
  readonly serverUrl: string;
  readonly loginName: string;
  readonly keyFile: string;
  readonly database: string;
  readonly files: string;
  readonly delayFile: string;
  /** Present when the cache reported damage: the next sign-in checks it whole. */
  readonly damageMark: string;
}

const ProfileFile = Type.Object({ serverUrl: Type.String(), loginName: Type.String() });

export function normaliseServerUrl(url: string): string {
  return new URL(url).origin;
}

export function normaliseLogin(loginName: string): string {
  return loginName.trim().toLowerCase();
}

export function profileOf(profileDir: string, serverUrl: string, loginName: string): Profile {
  const login = normaliseLogin(loginName);
  const server = normaliseServerUrl(serverUrl);
  const name = createHash('sha256').update(`${server}\n${login}`).digest('hex').slice(0, 32);
  const folder = join(profileDir, 'profiles', name);
  return {
    folder,
    serverUrl: server,
    loginName: login,
    keyFile: join(folder, 'key.json'),
    database: join(folder, 'cache.db'),
    files: join(folder, 'files'),
    delayFile: join(folder, 'delay.json'),
    damageMark: join(folder, 'damaged'),
  };
}

/** Makes the folder and notes whose it is, so that the sign-in page can offer the login name. */
export function createProfile(profile: Profile): void {
  mkdirSync(profile.files, { recursive: true, mode: 0o700 });
  writeFileAtomic(join(profile.folder, 'profile.json'), JSON.stringify({ serverUrl: profile.serverUrl, loginName: profile.loginName }));
}

/** Login names with a cache for this server, sorted. */
export function knownLogins(profileDir: string, serverUrl: string): readonly string[] {
  const root = join(profileDir, 'profiles');
  if (!existsSync(root)) return [];
  const server = normaliseServerUrl(serverUrl);
  const logins: string[] = [];
  for (const name of readdirSync(root)) {
    const found = readJson(join(root, name, 'profile.json'));
    if (Check(ProfileFile, found) && found.serverUrl === server && existsSync(join(root, name, 'key.json'))) logins.push(found.loginName);
  }
  return logins.sort();
}
