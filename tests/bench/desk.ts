import { join, resolve } from 'node:path';
import { eventually, startDesk, type Desk } from '#tests/helpers/worker.ts';
import { STRONG_KEY_COST } from '#worker/options.ts';

const FONTS = resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts');

/** The desktop's worker with the fonts and the key cost of the product, on a profile that stays. */
export function benchDesk(serverUrl: string, profileDir: string): Desk {
  return startDesk(serverUrl, {
    profileDir, keyCost: STRONG_KEY_COST, intervalMs: 3_600_000, requestTimeoutMs: 20_000,
    fontDirs: ['noto-serif-sc/400Regular', 'noto-serif-sc/500Medium', 'noto-serif-sc/700Bold', 'noto-sans-sc/500Medium'].map((folder) => join(FONTS, folder)),
  });
}

/** Signs in and waits until everything has come and can be found. */
export async function settle(desk: Desk, loginName: string, password: string): Promise<void> {
  await desk.must('session.signIn', { loginName, password });
  await desk.settled();
  await eventually(async () => (await desk.must('sync.state', {})).unindexed === 0, 300_000);
}
