import { describe, expect, it } from 'vitest';
import { useAttempt } from '#renderer/composables/attempt.ts';
import { AppFailure } from '#shared/contract/result.ts';

describe('an attempt', () => {
  it('runs once at a time', async () => {
    const { busy, attempt } = useAttempt();
    let runs = 0;
    const waiting: (() => void)[] = [];
    const first = attempt(() => new Promise<void>((done) => { runs += 1; waiting.push(done); }));
    await attempt(() => { runs += 1; return Promise.resolve(); });
    expect({ runs, busy: busy.value }).toEqual({ runs: 1, busy: true });
    for (const done of waiting) done();
    await first;
    expect(busy.value).toBe(false);
  });

  it('keeps why it failed until the next one', async () => {
    const { busy, failure, attempt } = useAttempt();
    const error = { code: 'OFFLINE', message: '示例' } as const;
    await attempt(() => Promise.reject(new AppFailure(error)));
    expect({ failure: failure.value, busy: busy.value }).toEqual({ failure: error, busy: false });
    await attempt(() => Promise.resolve());
    expect(failure.value).toBeNull();
  });
});
