import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Type, { type Static } from 'typebox';
import { Check } from 'typebox/value';
import { failure } from '#worker/failure.ts';
import { readJson, writeFileAtomic } from '#worker/files/atomic.ts';

const DelayFile = Type.Object({ failures: Type.Integer({ minimum: 0 }), lastAt: Type.Number() });
type DelayFile = Static<typeof DelayFile>;

const LONGEST = 60;

/** Seconds to wait after the n-th wrong password in a row: 1, 2, 4 … 60. */
export function delaySeconds(failures: number): number {
  return failures === 0 ? 0 : Math.min(LONGEST, 2 ** (failures - 1));
}

function read(path: string): DelayFile {
  const file = readJson(path);
  return Check(DelayFile, file) ? file : { failures: 0, lastAt: 0 };
}

/** Refuses with SIGN_IN_DELAYED while the delay runs. A clock set back starts the delay anew instead of ending it. */
export function checkDelay(path: string, now: number): void {
  const file = read(path);
  const wait = delaySeconds(file.failures) * 1000;
  const left = Math.min(wait, file.lastAt + wait - now);
  if (left <= 0) return;
  const seconds = Math.ceil(left / 1000);
  throw failure('SIGN_IN_DELAYED', `密码已连续错误 ${file.failures} 次，请在 ${seconds} 秒后再试。`, { seconds, failures: file.failures });
}

/** Counts a wrong password; kept on disk, so that a restart does not end the delay. */
export function noteFailure(path: string, now: number): number {
  if (!existsSync(dirname(path))) return 0;
  const failures = read(path).failures + 1;
  writeFileAtomic(path, JSON.stringify({ failures, lastAt: now }));
  return delaySeconds(failures);
}

export function clearFailures(path: string): void {
  rmSync(path, { force: true });
}
