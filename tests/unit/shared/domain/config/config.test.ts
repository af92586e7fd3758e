import { expect, test } from 'vitest';
import { composeSettings } from '#shared/domain/config/compose.ts';
import { checkConfig } from '#shared/domain/config/kinds.ts';
import { type ConfigVersion, configInForce, configsInForce } from '#shared/domain/config/version.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { settingsBody } from '#shared/domain/setting/groups.ts';
import { GJJ } from '../../../../helpers/channel.ts';

function version(kind: string, key: string, number: number, effectiveFrom: string, body: unknown = number): ConfigVersion {
  return { kind, key, version: number, effectiveFrom, body };
}

test('the version in force is the one that began last; of one day, the one proposed later', () => {
  const versions = [version('channel', 'JC', 1, '2026-03-01'), version('channel', 'JC', 2, '2026-06-01'), version('channel', 'JC', 3, '2026-06-01'), version('channel', 'ZA', 1, '2026-01-01')];
  const at = (date: string) => configInForce(versions, 'channel', 'JC', date)?.version ?? null;
  expect([at('2026-02-28'), at('2026-03-01'), at('2026-05-31'), at('2026-06-01')]).toEqual([null, 1, 1, 3]);
  expect(configsInForce([...versions].reverse(), 'channel', '2026-06-02').map(({ key, version: number }) => `${key}${number}`).sort()).toEqual(['JC3', 'ZA1']);
  expect(configsInForce(versions, 'settings', '2026-06-02')).toEqual([]);
});

test('published settings follow those stored from their day on, and channels and delegations are laid beside', () => {
  const body = { ...settingsBody(DEFAULT_SETTINGS), hearingFineUnitFen: 10_000_000 };
  const delegation = { fromOfficerId: 'officer-a', toOfficerId: 'officer-b', role: 'leader', from: '2026-05-06', to: '2026-05-08', reason: '外出' };
  const configs = [version('settings', 'current', 1, '2026-05-01', body), version('channel', 'GJJ', 1, '2026-05-07', GJJ), version('delegation', 'delegation-1', 1, '2026-05-06', delegation)];
  const on = (date: string) => composeSettings([DEFAULT_SETTINGS], configs, date);
  expect(on('2026-04-30')).toMatchObject({ hearingFineUnitFen: 5_000_000, delegations: [], effectiveFrom: '2026-01-01' });
  expect(on('2026-05-06')).toMatchObject({ hearingFineUnitFen: 10_000_000, effectiveFrom: '2026-05-01', delegations: [{ ...delegation, id: 'delegation-1' }] });
  expect(on('2026-05-06').channels?.map(({ key }) => key)).toEqual(['JC', 'FDC', 'ZA']);
  expect(on('2026-05-08').channels?.map(({ key }) => key)).toEqual(['JC', 'FDC', 'ZA', 'GJJ']);
  expect(on('2026-05-09').delegations).toEqual([]);
});

test('settings may not exceed what the law allows on the spot (art. 51, 68)', () => {
  const body = settingsBody(DEFAULT_SETTINGS);
  expect(checkConfig('settings', 'current', body)).toEqual({ ok: true, value: null });
  expect(checkConfig('settings', 'current', { ...body, summaryFineUnitFen: 300_001 })).toMatchObject({ error: { article: '行政处罚法第五十一条', details: { path: 'summaryFineUnitFen' } } });
  expect(checkConfig('settings', 'current', { ...body, spotCollectionFen: 10_001 })).toMatchObject({ error: { article: '行政处罚法第六十八条' } });
  expect(checkConfig('settings', 'current', { ...body, hearingFinePersonFen: 0 })).toMatchObject({ error: { article: '行政处罚法第六十三条、第六十四条' } });
  expect(checkConfig('settings', 'current', { ...body, court: '' })).toMatchObject({ error: { code: 'FIELD_INVALID', details: { path: '/court' } } });
});

test('a delegation is boxed in time and never to oneself', () => {
  const body = { fromOfficerId: 'officer-a', toOfficerId: 'officer-b', role: 'leader', from: '2026-05-06', to: '2026-05-08', reason: '外出' };
  const path = (changes: object) => { const result = checkConfig('delegation', 'delegation-1', { ...body, ...changes }); return result.ok ? null : result.error.details?.['path']; };
  expect([path({}), path({ toOfficerId: 'officer-a' }), path({ to: '2026-05-05' }), path({ to: '2026-02-30' }), path({ reason: ' ' })]).toEqual([null, 'toOfficerId', 'to', 'to', 'reason']);
  // 6 May to 5 August 2026, both included, are 92 days.
  expect([path({ to: '2026-08-05' }), path({ to: '2026-08-06' })]).toEqual([null, 'to']);
  expect(path({ role: 'legal-reviewer' })).toBe('/role');
  expect(checkConfig('imagined', 'current', {})).toMatchObject({ error: { code: 'INVALID_INPUT' } });
});
