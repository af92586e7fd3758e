import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Type from 'typebox';
import { Check } from 'typebox/value';
import { readJson, writeFileAtomic } from '#worker/files/atomic.ts';

const DeviceFile = Type.Object({ deviceId: Type.String({ minLength: 8, maxLength: 64 }) });

/** The id under which the server knows this installation; made once. */
export function deviceId(profileDir: string): string {
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  const path = join(profileDir, 'device.json');
  const known = readJson(path);
  if (Check(DeviceFile, known)) return known.deviceId;
  const made = randomUUID();
  writeFileAtomic(path, JSON.stringify({ deviceId: made }));
  return made;
}
