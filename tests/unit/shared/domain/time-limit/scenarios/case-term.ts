import type { CaseFile } from '#shared/domain/case-file/case-file.ts';

const still = (from: string, to: string | null) => ({ from, to, ground: 'A' });
const stop = (kind: 'hearing' | 'test' | 'appraisal' | 'publication', from: string, to: string | null) => ({ kind, from, to });

/** What happened, the file's facts, the day it is looked at, last day, days excluded. Filed on 2026-03-06 unless said. */
export type CaseTermScenario = readonly [name: string, changes: Partial<CaseFile>, today: string, due: string, excluded: number];

/** The 90 days (行政处罚法第六十条), with extensions and what stands still. 2026-03-06 + 90: 25 of March, 30, 31, 4 June. */
export const CASE_TERM_SCENARIOS: readonly CaseTermScenario[] = [
  ['90 days as they are', {}, '2026-03-10', '2026-06-04', 0],
  ['through a leap February to a Sunday, not rolled: 16, 29, 31, 14 April', { filedOn: '2024-01-15' }, '2024-01-20', '2024-04-14', 0],
  ['through an ordinary February: 16, 28, 31, 15 April', { filedOn: '2025-01-15' }, '2025-01-20', '2025-04-15', 0],
  ['over the year end into the Spring Festival, not rolled: 10, 31, 31, 18 February', { filedOn: '2025-11-20' }, '2025-12-01', '2026-02-18', 0],
  ['to a leap day: 30, 31, 29', { filedOn: '2023-12-01' }, '2024-01-20', '2024-02-29', 0],
  ['past an ordinary February: 30, 31, 28, 1 March', { filedOn: '2024-12-01' }, '2025-01-20', '2025-03-01', 0],
  ['extended by 30: 120 days', { extensionDays: [30] }, '2026-06-01', '2026-07-04', 0],
  ['extended by 30 and 60: 180 days', { extensionDays: [30, 60] }, '2026-06-01', '2026-09-02', 0],
  ['ten days suspended', { suspensions: [still('2026-04-10', '2026-04-20')] }, '2026-05-01', '2026-06-14', 10],
  ['a suspension that lasts counts up to today', { suspensions: [still('2026-05-01', null)] }, '2026-05-31', '2026-07-04', 30],
  ['fifteen days of hearing', { exclusions: [stop('hearing', '2026-04-01', '2026-04-16')] }, '2026-05-01', '2026-06-19', 15],
  ['test and appraisal overlap: 20 March to 14 April once', { exclusions: [stop('test', '2026-03-20', '2026-04-04'), stop('appraisal', '2026-03-30', '2026-04-14')] }, '2026-05-01', '2026-06-29', 25],
  ['what begins after the last day revives nothing', { suspensions: [still('2026-06-10', '2026-06-20')] }, '2026-06-25', '2026-06-04', 0],
  ['what begins on the last day still counts', { suspensions: [still('2026-06-04', '2026-06-14')] }, '2026-06-25', '2026-06-14', 10],
  ['the hearing moves the last day far enough for the suspension to count', { exclusions: [stop('hearing', '2026-05-20', '2026-06-10')], suspensions: [still('2026-06-20', '2026-06-30')] }, '2026-07-01', '2026-07-05', 31],
  ['a test begun before filing counts from filing', { exclusions: [stop('test', '2026-02-20', '2026-03-16')] }, '2026-04-01', '2026-06-14', 10],
  ['the decision ends a suspension left open', { suspensions: [still('2026-05-01', null)], decidedOn: '2026-05-10' }, '2026-08-01', '2026-06-13', 9],
  ['thirty days of publication', { exclusions: [stop('publication', '2026-04-01', '2026-05-01')] }, '2026-05-02', '2026-07-04', 30],
  ['a new round begins day 0 anew: 29, 31, 30 August', { roundFrom: '2026-06-01' }, '2026-06-02', '2026-08-30', 0],
  ['extended and a hearing: 120 and 15', { extensionDays: [30], exclusions: [stop('hearing', '2026-04-01', '2026-04-16')] }, '2026-05-01', '2026-07-19', 15],
];
