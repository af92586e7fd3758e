import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { settingsInForce, versionInForce } from '#shared/domain/setting/in-force.ts';

const FIRST = { ...DEFAULT_SETTINGS, effectiveFrom: '2026-01-01', hearingFineUnitFen: 5_000_000 };
const SECOND = { ...DEFAULT_SETTINGS, effectiveFrom: '2026-07-01', hearingFineUnitFen: 10_000_000 };

it('takes the latest version that has begun, whatever their order', () => {
  for (const versions of [[FIRST, SECOND], [SECOND, FIRST]]) {
    expect(['2026-06-30', '2026-07-01', '2027-01-01'].map((date) => settingsInForce(versions, date).hearingFineUnitFen)).toEqual([5_000_000, 10_000_000, 10_000_000]);
  }
});

it('measures a day before the first version by the oldest thresholds known', () => {
  expect(versionInForce([SECOND, FIRST], '2025-12-31')).toBeNull();
  expect(settingsInForce([SECOND, FIRST], '2025-12-31').hearingFineUnitFen).toBe(5_000_000);
  expect(() => settingsInForce([], '2026-01-01')).toThrow('no settings');
});
