import { describe, expect, it, test } from 'vitest';
import { discussionRequired } from '#shared/domain/case-file/hearing.ts';
import { composeSettings } from '#shared/domain/config/compose.ts';
import type { ConfigVersion } from '#shared/domain/config/version.ts';
import { channelTables, tableOf } from '#shared/domain/discretion/in-force.ts';
import { GUARDS } from '#shared/domain/procedure/guards/index.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { type Law, lawOf } from '#shared/domain/violation/versions.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import { contextOf, createWorld, VIOLATIONS, walkTo } from '../../../../helpers/cases.ts';
import { channelBody, discretionRow, TABLE, tableConfigs } from '../../../../helpers/discretion.ts';

const J16 = VIOLATIONS[0]!;
const settingsOn = (configs: readonly ConfigVersion[], date: string) => composeSettings([DEFAULT_SETTINGS], configs, date);

describe('the table a channel goes by', () => {
  const second: ConfigVersion = { kind: 'discretion', key: 'GCJS', version: 2, effectiveFrom: '2026-06-01', body: { ...TABLE, name: '第二版' } };
  const left: ConfigVersion = { kind: 'channel', key: 'JC', version: 2, effectiveFrom: '2026-09-01', body: channelBody('') };
  const configs = [...tableConfigs('2026-03-01', '2026-04-01'), second, left];
  const name = (day: string, channel = 'JC') => tableOf(settingsOn(configs, '2026-12-31'), channel, day)?.name ?? null;

  it('is that of the day: from the later of the two beginnings, version by version, until the channel leaves it', () => {
    expect(['2026-03-31', '2026-04-01', '2026-05-31', '2026-06-01', '2026-08-31', '2026-09-01'].map((day) => name(day))).toEqual([null, TABLE.name, TABLE.name, '第二版', '第二版', null]);
    expect(name('2026-06-01', 'ZA')).toBeNull();
  });

  it('knows nothing of what has not begun on the day the settings were composed for', () => {
    expect(tableOf(settingsOn(configs, '2026-05-31'), 'JC', '2026-12-31')?.name).toBe(TABLE.name);
  });

  it('is none where a channel only notes a name, and where nobody published a table', () => {
    expect(channelTables([{ kind: 'channel', key: 'JC', version: 1, effectiveFrom: '2026-01-01', body: channelBody('苏州市住建行政处罚裁量基准（工程建设类，待录入）') }, second], '2026-12-31').every(({ table }) => table === null)).toBe(true);
    expect(settingsOn([], '2026-12-31').discretionTables).toEqual([]);
    expect(tableOf(null, 'JC', '2026-06-01')).toBeNull();
    expect(tableOf(DEFAULT_SETTINGS, 'JC', '2026-06-01')).toBeNull();
  });
});

describe('the violation as judged under a table (行政处罚法第三十四条)', () => {
  const judged = (violation: Violation, members: Partial<Parameters<typeof lawOf>[1]> = {}, body = TABLE, tableFrom = '2026-03-01'): Law => {
    const settings = settingsOn(tableConfigs(tableFrom, tableFrom, body), '2026-12-31');
    const law = lawOf({ violations: new Map([[violation.id, violation]]), settings, today: '2026-06-01' }, { channel: 'JC', violationId: violation.id, actOn: '2026-02-10', decidedOn: null, discretion: { baseFen: null }, ...members });
    if (law === null) throw new Error('no law');
    return law;
  };

  it('has the tiers of the table and keeps everything else', () => {
    expect(judged(J16).violation).toEqual({ ...J16, tiers: { light: [10_000, 15_000], normal: [15_000, 50_000], heavy: [50_000, 100_000] } });
    expect(judged(J16).benchmark).toMatchObject({ table: { key: 'GCJS', effectiveFrom: '2026-03-01' }, row: { violationId: 'J16', light: { when: '首次违法且在通知前改正' } } });
  });

  it('keeps the catalogue\'s tiers without a row, in another channel, and for a decision of before', () => {
    expect(judged({ ...J16, id: 'J99' })).toMatchObject({ violation: { tiers: J16.tiers }, benchmark: null });
    expect(judged(J16, { channel: 'ZA' })).toMatchObject({ violation: { tiers: J16.tiers }, benchmark: null });
    expect(judged(J16, { decidedOn: '2026-02-28' })).toMatchObject({ violation: { tiers: J16.tiers }, benchmark: null });
    expect(judged(J16, { decidedOn: '2026-03-01' }).benchmark).not.toBeNull();
  });

  it('divides each range of the article by its own row', () => {
    const staged: Violation = { ...J16, stages: [{ on: 'overdue', unit: 'yuan', min: 100_000, max: 200_000, base: '', tiers: null, evidenceFlag: 'V' }, { on: 'gains', unit: 'multiple', min: 0, max: 3, base: '违法所得', tiers: null, evidenceFlag: 'M' }] };
    const body = { ...TABLE, rows: [discretionRow('J16', [100_000, 120_000], [120_000, 150_000], [150_000, 200_000], 'overdue')] };
    const law = judged(staged, { discretion: { baseFen: null, stage: 'overdue' } }, body);
    expect(law.violation.tiers).toEqual(J16.tiers);
    expect(law.violation.stages?.map(({ tiers }) => tiers?.normal ?? null)).toEqual([[120_000, 150_000], null]);
    expect([law.benchmark?.row.stage, judged(staged, {}, body).benchmark]).toEqual(['overdue', null]);
  });

  it('does not fit a catalogue that was corrected since', () => {
    expect(judged({ ...J16, max: 80_000 })).toMatchObject({ violation: { tiers: J16.tiers }, benchmark: null });
  });

  /** Up to 28 February 2026 the article had 10,000–50,000 yuan; from 1 March on 10,000–100,000. */
  describe('and the lighter of two laws (行政处罚法第三十七条)', () => {
    const former = { from: null, to: '2026-02-28', breached: '旧', basis: '旧规定', unit: 'yuan', min: 10_000, max: 50_000, base: '', tiers: { light: [10_000, 22_000], normal: [22_000, 38_000], heavy: [38_000, 50_000] } } as const;
    const amended: Violation = { ...J16, from: '2026-03-01', basis: '新规定', formerVersions: [former] };

    it('leaves the former law its own tiers: the rows divide the new range', () => {
      expect(judged(amended)).toMatchObject({ violation: { basis: '旧规定', tiers: former.tiers }, benchmark: null });
      expect(judged(amended, { actOn: '2026-03-01' })).toMatchObject({ violation: { basis: '新规定', tiers: { light: [10_000, 15_000] } } });
    });

    it('applies rows made for the former law to it, and not to the range that came after', () => {
      const body = { ...TABLE, rows: [discretionRow('J16', [10_000, 12_000], [12_000, 30_000], [30_000, 50_000])] };
      expect(judged(amended, {}, body, '2026-01-01')).toMatchObject({ violation: { basis: '旧规定', tiers: { light: [10_000, 12_000] } } });
      expect(judged(amended, { actOn: '2026-03-01' }, body, '2026-01-01')).toMatchObject({ violation: { basis: '新规定', tiers: J16.tiers }, benchmark: null });
    });

    it('applies to a law that was only reworded', () => {
      const reworded: Violation = { ...amended, formerVersions: [{ ...former, max: 100_000 }] };
      expect(judged(reworded)).toMatchObject({ violation: { basis: '旧规定', tiers: { light: [10_000, 15_000] } } });
    });
  });
});

/** 20,000 yuan lies in the catalogue's light tier (10,000–37,000) and above the table's (10,000–15,000). */
test('guards and collective discussion go by the table from its day on', () => {
  const run = walkTo('CONCL');
  const on = (day: string, deviationReason = '') => {
    const settings = settingsOn(tableConfigs('2026-03-17', '2026-03-17'), day);
    const context = contextOf(createWorld({ settings }), 'head-one', day);
    const file = { ...run.file, discretion: { ...run.file.discretion, deviationReason } };
    return { refusal: GUARDS.penaltyInRange({ file, context, data: null }), discussion: discussionRequired(file, context) };
  };
  expect(on('2026-03-16')).toEqual({ refusal: null, discussion: false });
  expect(on('2026-03-17')).toMatchObject({ refusal: { code: 'TIER_DEVIATION_UNEXPLAINED', article: '行政处罚法第三十四条', details: { minFen: 1_000_000, maxFen: 1_500_000 } }, discussion: true });
  expect(on('2026-03-17', '当事人主动消除危害后果')).toEqual({ refusal: null, discussion: true });
});

test('a hundred thousand cases are judged in well under a second', () => {
  const settings = settingsOn(tableConfigs('2026-03-01', '2026-03-01', { ...TABLE, rows: [...TABLE.rows, ...Array.from({ length: 500 }, (_, index) => discretionRow(`Y${index}`, [1, 2], [2, 3], [3, 4]))] }), '2026-12-31');
  const grounds = { violations: new Map(VIOLATIONS.map((each) => [each.id, each])), settings, today: '2026-06-01' };
  const file = { channel: 'JC', violationId: 'J16', actOn: '2026-02-10', decidedOn: '2026-05-01', discretion: { baseFen: null } };
  const started = performance.now();
  for (let count = 0; count < 100_000; count += 1) lawOf(grounds, file);
  expect(performance.now() - started).toBeLessThan(1000);
});
