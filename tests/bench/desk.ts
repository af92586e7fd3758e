import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { eventually, startDesk, type Desk } from '#tests/helpers/worker.ts';
import { STRONG_KEY_COST } from '#worker/options.ts';
import type { Profile } from '#worker/session/profile.ts';

const FONTS = resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts');

/** The desktop's worker with the fonts and the key cost of the product, on a profile that stays. */
export function benchDesk(serverUrl: string, profileDir: string): Desk {
  return startDesk(serverUrl, {
    profileDir, keyCost: STRONG_KEY_COST, intervalMs: 3_600_000, requestTimeoutMs: 20_000,
    fontDirs: ['noto-serif-sc/400Regular', 'noto-serif-sc/500Medium', 'noto-serif-sc/700Bold', 'noto-sans-sc/500Medium'].map((folder) => join(FONTS, folder)),
  });
}

/** The cache has not been written to for so long: what the worker does behind the person's back is done. */
const STILL_MS = 500;

/** Signs in and waits until everything has come and can be found. */
export async function settle(desk: Desk, loginName: string, password: string): Promise<void> {
  await desk.must('session.signIn', { loginName, password });
  await desk.settled();
  await eventually(async () => (await desk.must('sync.state', {})).unindexed === 0, 300_000);
}

/** Waits until the worker rests: pull, indexing and bringing the index together are over. */
export async function atRest(desk: Desk, profile: Profile): Promise<void> {
  const written = (): number => Math.max(...[profile.database, `${profile.database}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0));
  await eventually(async () => (await desk.must('sync.state', {})).unindexed === 0 && Date.now() - written() > STILL_MS, 300_000);
}
