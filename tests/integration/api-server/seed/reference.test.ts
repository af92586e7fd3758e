import { describe, expect, test } from 'vitest';
import { readCalendar } from '#api/db/seed/calendar.ts';
import { readMatters } from '#api/db/seed/matters.ts';
import { demoAccounts, DEMO_OFFICERS } from '#api/db/seed/officers.ts';
import { readViolations } from '#api/db/seed/violations.ts';
import { certificateValidOn } from '#shared/domain/officer/officer.ts';
import { CHANNEL_KEYS, DISTRICT_KEYS } from '#shared/domain/organisation/organisation.ts';
import { addWorkingDays } from '#shared/domain/time-limit/count.ts';

describe('matters', () => {
  test('are 33, 14 of the city and 19 of the province, with channels as the catalogue splits them', () => {
    const matters = readMatters();
    const count = (system: string, channel: string): number => matters.filter((matter) => matter.system === system && matter.channel === channel).length;
    expect(matters).toHaveLength(33);
    expect(CHANNEL_KEYS.map((channel) => count('city', channel))).toEqual([1, 12, 1]);
    expect(CHANNEL_KEYS.map((channel) => count('province', channel))).toEqual([9, 0, 10]);
    expect(new Set(matters.map((matter) => matter.code)).size).toBe(33);
  });
});

describe('violations', () => {
  const violations = readViolations();
  const of = (id: string) => violations.find((violation) => violation.id === id);

  test('are 116 in three channels, with their flags', () => {
    expect(violations).toHaveLength(116);
    expect(CHANNEL_KEYS.map((channel) => violations.filter((violation) => violation.channel === channel).length)).toEqual([37, 32, 47]);
    expect(['V', 'S', 'M', 'U'].map((flag) => violations.filter((violation) => violation.evidenceFlag === flag).length)).toEqual([84, 10, 21, 1]);
  });

  test('give money in yuan, shares in the unit of the article', () => {
    expect(of('J05')).toMatchObject({ unit: 'yuan', min: 200_000, max: 500_000, tiers: { light: [200_000, 290_000], normal: [290_000, 410_000], heavy: [410_000, 500_000] } });
    expect(of('J01')).toMatchObject({ unit: 'percent', min: 1, max: 2, base: '合同价款', tiers: { heavy: [1.7, 2] } });
    expect(of('J28')).toMatchObject({ unit: 'permille', base: '项目合同金额' });
    expect(of('J20')).toMatchObject({ unit: 'multiple' });
    expect(of('F28')).toMatchObject({ min: 500, max: 1000, tiers: { normal: [650, 850] } });
    expect(of('J32')).toMatchObject({ min: 0, tiers: { light: [0, 30_000], heavy: [70_000, 100_000] } });
    expect(of('J36')).toMatchObject({ min: 30_000, max: 30_000, tiers: null });
    expect(of('Z07')).toMatchObject({ unit: 'none', tiers: null });
    // 同上 stands for the base of the row above.
    expect(of('J30')).toMatchObject({ base: '中标(招标)项目金额' });
  });

  test('that are fined only after a corrective order are marked', () => {
    const marked = violations.filter((violation) => violation.fineOnlyAfterOrder).map((violation) => violation.id);
    expect(marked).toEqual(['J34', 'J35', 'Z09', 'Z18', 'Z19', 'Z29', 'F09', 'F14', 'F17', 'F20', 'F26']);
  });

  test('have tiers that meet without gap inside the range', () => {
    for (const { id, min, max, tiers } of violations) {
      if (tiers === null) continue;
      expect([id, tiers.light[0], tiers.light[1], tiers.normal[1], tiers.heavy[1]]).toEqual([id, min, tiers.normal[0], tiers.heavy[0], max]);
    }
  });

  test('cite laws by their full titles', () => {
    for (const { id, breached, basis } of violations) {
      expect(`${id} ${breached}`).toMatch(/^\S+ 《.+》/);
      expect(`${id} ${basis}`).toMatch(/^\S+ 《.+》(第.+条|（条款待核实）)/);
      expect(breached + basis).not.toMatch(/[a-zA-Z0-9()]/);
    }
  });
});

describe('the calendar', () => {
  const calendar = readCalendar();

  test('holds 2024 to 2026 and no day of another year', () => {
    expect(calendar.years).toEqual([2024, 2025, 2026]);
    expect(Object.keys(calendar.exceptions).every((date) => calendar.years.includes(Number(date.slice(0, 4))))).toBe(true);
  });

  // State Council's notice for 2026: domain notes §1.1.
  test('has the holidays and make-up days of 2026', () => {
    const of2026 = Object.entries(calendar.exceptions).filter(([date]) => date.startsWith('2026'));
    expect(of2026.filter(([, kind]) => kind === 'workday').map(([date]) => date)).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
    for (const date of ['2026-01-01', '2026-02-16', '2026-02-23', '2026-04-06', '2026-05-05', '2026-06-19', '2026-09-25', '2026-10-07']) expect(calendar.exceptions[date]).toBe('holiday');
  });

  test('counts across the National Day holidays, and refuses 2027', () => {
    // 28 September 2026 (Monday): 29, 30 September, 8, 9 October and the make-up Saturday 10 October.
    expect(addWorkingDays(calendar, '2026-09-28', 5)).toEqual({ ok: true, value: '2026-10-10' });
    expect(addWorkingDays(calendar, '2026-12-30', 5)).toMatchObject({ ok: false, error: { code: 'CALENDAR_NOT_MAINTAINED' } });
  });
});

describe('demo officers', () => {
  test('fill every post of the city\'s channels and of every district', () => {
    const today = '2026-11-20';
    for (const channel of CHANNEL_KEYS) {
      const own = DEMO_OFFICERS.filter((officer) => officer.district === '320500' && officer.channel === channel);
      expect(own.filter((officer) => officer.roles.includes('officer') && certificateValidOn(officer, today)).length).toBeGreaterThanOrEqual(6);
      expect(own.filter((officer) => officer.roles.includes('unit-head'))).toHaveLength(1);
    }
    for (const district of DISTRICT_KEYS) {
      const own = DEMO_OFFICERS.filter((officer) => officer.district === district);
      for (const role of ['officer', 'unit-head', 'legal-reviewer', 'leader'] as const) expect(own.some((officer) => officer.roles.includes(role))).toBe(true);
    }
    expect(DEMO_OFFICERS.some((officer) => officer.certificateNo !== '' && !certificateValidOn(officer, today))).toBe(true);
    expect(DEMO_OFFICERS.some((officer) => officer.roles.includes('legal-reviewer') && !officer.legallyQualified)).toBe(true);
  });

  test('are plainly invented and told apart', () => {
    for (const { name } of DEMO_OFFICERS) expect(name).toMatch(/^.示.$/);
    expect(new Set(DEMO_OFFICERS.map((officer) => officer.name)).size).toBe(DEMO_OFFICERS.length);
    expect(new Set(demoAccounts.map((account) => account.loginName)).size).toBe(DEMO_OFFICERS.length);
  });
});
