import type { Exclusion, Measure } from '#shared/domain/case-file/side-lines.ts';

const PRESERVATION = '行政处罚法第五十六条';
const SEALING = '行政强制法第二十五条';
const test = (from: string, to: string | null): Exclusion => ({ kind: 'test', from, to });

/** What happened, article, the measure's facts, exclusions of the case, last day. Looked at on 2026-04-10. */
export type MeasureScenario = readonly [name: string, article: string, changes: Partial<Measure>, exclusions: readonly Exclusion[], due: string];

export const MEASURE_SCENARIOS: readonly MeasureScenario[] = [
  ['sealed for 30 days: 29 of March, 1 April', SEALING, { kind: 'sealing', startedOn: '2026-03-02' }, [], '2026-04-01'],
  ['once extended by 30: 29, 30, 1 May, holiday or not', SEALING, { kind: 'sealing', startedOn: '2026-03-02', extendedDays: 30 }, [], '2026-05-01'],
  ['fifteen days of test do not count', SEALING, { kind: 'seizure', startedOn: '2026-03-02' }, [test('2026-03-10', '2026-03-25')], '2026-04-16'],
  ['a hearing does not stop a sealing', SEALING, { kind: 'sealing', startedOn: '2026-03-02' }, [{ kind: 'hearing', from: '2026-03-10', to: '2026-03-25' }], '2026-04-01'],
  ['a test after the last day revives nothing', SEALING, { kind: 'sealing', startedOn: '2026-03-02' }, [test('2026-04-05', '2026-04-09')], '2026-04-01'],
  ['through a leap February: 29, 1 March', SEALING, { kind: 'sealing', startedOn: '2024-01-31' }, [], '2024-03-01'],
  ['release ends the test too: five days', SEALING, { kind: 'seizure', startedOn: '2026-03-02', settledOn: '2026-03-25' }, [test('2026-03-20', null)], '2026-04-06'],
  ['a preservation knows no test: 12 13 14 24 25 26 27 February', PRESERVATION, { kind: 'preservation', startedOn: '2026-02-11' }, [test('2026-02-12', '2026-02-26')], '2026-02-27'],
];
