import { describe, expect, it } from 'vitest';
import { createWorld, CALENDAR_2026 } from '#tests/helpers/cases.ts';
import { codeOf, demanded, paper, summaryServed } from '#tests/helpers/lines.ts';

const O1 = 'officer-1';
/** Terms of this file end in 2027. */
const WORLD = createWorld({ calendar: { ...CALENDAR_2026, years: [2026, 2027] } });
const apply = (appliedOn: string) => ({ court: '示例区人民法院', appliedOn });

describe('the application to the court (行政强制法第五十三条、第五十四条)', () => {
  it('is not dated into the ten working days of the demand: served on 9 October, over on 22 October', () => {
    const run = demanded(WORLD);
    const on = (appliedOn: string) => codeOf(run.step('apply-court', { by: 'leader-1', on: '2026-10-30' }, apply(appliedOn)));
    expect([on('2026-10-22'), on('2026-10-23')]).toEqual(['DEMAND_TERM_RUNNING', 'ok']);
  });

  it('rests on no demand from before a deferral: the debt demanded then was not due any more', () => {
    const run = demanded(WORLD);
    const plan = [{ dueOn: '2026-11-16', amountFen: 2_000_000 }];
    run.mustStep('apply-deferral', { by: O1, on: '2026-10-12' }, { kind: 'deferral', appliedOn: '2026-10-12', reason: '确有困难。', plan });
    run.mustStep('approve-deferral', { by: 'leader-1', on: '2026-10-13' });
    run.mustStep('mark-overdue', { by: O1, on: '2026-11-17' });
    run.mustStep('approve-demand', { by: 'leader-1', on: '2026-11-18' });
    const on = (today: string) => codeOf(run.step('apply-court', { by: 'leader-1', on: today }, apply(today)));
    expect(on('2026-11-20')).toBe('DEMAND_TERM_RUNNING');
    const second = paper(run, 'CGS', '2026-11-19', { serve: true });
    expect(run.file.demands?.map((demand) => demand.documentId)).toEqual(['paper-CGS-2026-10-09', second]);
    // Thursday 19 November: 20, 23–27, 30, 1 2 3 December.
    expect([on('2026-12-03'), on('2026-12-04')]).toEqual(['DEMAND_TERM_RUNNING', 'ok']);
  });

  it('follows an on-the-spot penalty sixty days after it, not six months (行政复议法第二十三条): served on 3 March', () => {
    const run = summaryServed(WORLD);
    run.mustStep('report-summary', { by: O1, on: '2026-03-04' }, { reportedOn: '2026-03-04' });
    // Fifteen days to Wednesday 18 March.
    run.mustStep('mark-overdue', { by: O1, on: '2026-03-19' });
    run.mustStep('approve-demand', { by: 'leader-1', on: '2026-03-20' });
    paper(run, 'CGS', '2026-03-20', { serve: true });
    const on = (today: string) => codeOf(run.step('apply-court', { by: 'leader-1', on: today }, apply(today)));
    // 60 days end on 2 May, in the holidays, so on 6 May; three months from 2 May end on 2 August.
    expect([on('2026-05-06'), on('2026-08-03'), on('2026-05-07')]).toEqual(['COURT_WINDOW_CLOSED', 'COURT_WINDOW_CLOSED', 'ok']);
  });
});
