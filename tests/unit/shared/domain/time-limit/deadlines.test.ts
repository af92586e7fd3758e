import { describe, expect, it } from 'vitest';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { type Deadline, deadlines, nextDeadline } from '#shared/domain/time-limit/deadlines.ts';
import { CALENDAR_2026, createWorld, walkTo } from '#tests/helpers/cases.ts';

const { calendar, settings } = createWorld();

function all(file: CaseFile, today: string): readonly Deadline[] {
  const result = deadlines(file, { calendar, settings, today });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function due(file: CaseFile, today: string): Record<string, string> {
  return Object.fromEntries(all(file, today).map((deadline) => [deadline.key, `${deadline.dueOn} ${deadline.state} ${deadline.remaining}`]));
}

describe('terms of a case', () => {
  it('gives 15 working days to verify a clue of 2 March: 23 March, and 10 more to 7 April over Qingming', () => {
    const run = walkTo('VERIFY');
    expect(due(run.file, '2026-03-18')).toEqual({ verification: '2026-03-23 near 3' });
    run.mustStep('extend-verification', { by: 'leader-1', on: '2026-03-20' });
    expect(due(run.file, '2026-03-24')).toEqual({ verification: '2026-04-07 running 9' });
    expect(all(run.file, '2026-03-24')[0]?.explanation).toBe(
      '自收到线索（2026年3月2日）次日起算25个工作日（不含休息日和法定节假日11天），其中含批准延长10个工作日，至2026年4月7日届满。依据住房和城乡建设行政处罚程序规定（条文未核实）。',
    );
  });

  it('runs 90 calendar days from filing on 6 March to 4 June without roll-forward (行政处罚法第六十条)', () => {
    const run = walkTo('INVEST');
    expect(due(run.file, '2026-03-10')['case']).toBe('2026-06-04 running 86');
    expect(due(run.file, '2026-05-25')['case']).toBe('2026-06-04 near 10');
    expect(due(run.file, '2026-06-05')['case']).toBe('2026-06-04 overdue -1');
    expect(all(run.file, '2026-03-10')[0]).toMatchObject({ article: '行政处罚法第六十条', verified: true, unit: 'calendar-days' });
  });

  it('adds extensions of 30 and 60 days, and excludes suspensions: 30 June is 4 June and 10 days still and 16 extended', () => {
    const run = walkTo('INVEST');
    run.mustStep('extend-case', { by: 'leader-1', on: '2026-05-20' }, { days: 16 }, '检测尚未完成。');
    run.mustStep('suspend', { by: 'leader-1', on: '2026-05-21' }, { ground: 'D' }, '当事人下落不明。');
    expect(due(run.file, '2026-05-26')['case']).toBe('2026-06-25 running 30');
    run.mustStep('resume', { by: 'leader-1', on: '2026-05-31' });
    expect(due(run.file, '2026-06-01')['case']).toBe('2026-06-30 running 29');
    expect(all(run.file, '2026-06-01')[0]?.explanation).toContain('其中含批准延长16日，另扣除中止调查10日，至2026年6月30日届满');
  });

  it('gives five working days to state a defence, and to ask for a hearing where one is due', () => {
    expect(due(walkTo('NOTIFIED').file, '2026-03-23')).toEqual({ case: '2026-06-04 running 73', defence: '2026-03-26 near 3' });
    expect(due(walkTo('NOTIFIED', { size: 'large' }).file, '2026-03-27')).toEqual({
      case: '2026-06-04 running 69', defence: '2026-03-26 met -1', hearing: '2026-03-26 met -1',
    });
  });

  it('gives ten working days to the review and seven to serve the decision, over Qingming: 10 and 13 April', () => {
    expect(due(walkTo('LEGAL').file, '2026-03-30')['review']).toBe('2026-04-13 running 9');
    expect(due(walkTo('DECIDED').file, '2026-04-01')).toEqual({ case: '2026-06-04 met 64', service: '2026-04-13 running 7', publication: '2026-04-13 running 7' });
  });

  it('after service: 15 days to pay, 60 to ask for reconsideration, 6 months to sue with roll-forward to 8 October', () => {
    expect(due(walkTo('SERVED').file, '2026-04-03')).toEqual({
      case: '2026-06-04 met 62', publication: '2026-04-13 running 5', payment: '2026-04-17 running 14', reconsideration: '2026-06-01 running 59', suit: '2026-10-08 running 188',
    });
  });

  it('closes within 15 working days of full payment and leaves nothing when closed', () => {
    const run = walkTo('SERVED');
    run.must('payment.record', { payment: { id: 'payment-01', paidOn: '2026-04-08', amountFen: 2_000_000, receiptNo: '1' } }, { by: 'officer-1', on: '2026-04-08' });
    expect(due(run.file, '2026-04-09')).toMatchObject({ payment: '2026-04-17 met 8', closing: '2026-04-29 running 14' });
    expect(nextDeadline(walkTo('CLOSED').file, { calendar, settings, today: '2026-05-01' })).toBeNull();
  });

  it('says when the year of a last day is not maintained, but still counts calendar days', () => {
    const file: CaseFile = { ...walkTo('SERVED').file, servedOn: '2026-08-31' };
    const suit = all(file, '2026-09-01').find((deadline) => deadline.key === 'suit');
    expect(suit).toMatchObject({ dueOn: '2027-02-28' });
    expect(suit?.explanation).toContain('节假日日历未维护');
  });

  it('refuses working days beyond the calendar, but names what could be counted', () => {
    const file: CaseFile = { ...walkTo('NOTIFIED').file, filedOn: '2026-11-20', notifiedOn: '2026-12-29' };
    const result = deadlines(file, { calendar: CALENDAR_2026, settings, today: '2026-12-30' });
    expect(result).toMatchObject({ ok: false, error: { code: 'CALENDAR_NOT_MAINTAINED', details: { year: 2027, countable: [{ key: 'case', dueOn: '2027-02-18' }] } } });
    expect(nextDeadline(file, { calendar, settings, today: '2026-12-30' })).toEqual({ dueOn: '2027-02-18', label: '办案期限' });
  });

  it('names the next duty for a list, not a right that has ended', () => {
    const run = walkTo('NOTIFIED');
    expect(nextDeadline(run.file, { calendar, settings, today: '2026-03-20' })).toEqual({ dueOn: '2026-03-26', label: '陈述申辩' });
    expect(nextDeadline(run.file, { calendar, settings, today: '2026-03-27' })).toEqual({ dueOn: '2026-06-04', label: '办案期限' });
    const published = { publishedOn: '2026-04-03', places: ['信用中国（江苏）'], takenDownOn: null, takenDownReason: '' };
    expect(nextDeadline(walkTo('SERVED').file, { calendar, settings, today: '2026-04-03' })).toEqual({ dueOn: '2026-04-13', label: '公示处罚决定' });
    expect(nextDeadline({ ...walkTo('SERVED').file, publication: published }, { calendar, settings, today: '2026-04-03' })).toEqual({ dueOn: '2026-04-17', label: '缴纳罚款' });
  });
});
