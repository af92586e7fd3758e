import { describe, expect, it } from 'vitest';
import type { AppError, Result } from '#shared/contract/result.ts';
import type { Applied } from '#shared/domain/case-file/apply.types.ts';
import { type CaseRun, createWorld, directService, RECORD_VALUES, walkTo } from '#tests/helpers/cases.ts';

const O1 = 'officer-1';

function refusal(result: Result<Applied>): AppError {
  if (result.ok) throw new Error('was not refused');
  return result.error;
}

/** What was typed wrongly, and the step that meets it. Each is answered at its field, with the article; what was typed stays. */
interface Wrong {
  readonly name: string;
  readonly bring: () => CaseRun;
  readonly typed?: readonly [path: string, value: unknown];
  readonly meet: (run: CaseRun) => Result<Applied>;
  readonly answer: { readonly code: AppError['code']; readonly article: string; readonly path: string; readonly words: string };
}

const act = { by: O1, on: '2026-03-16' };
const approve = (run: CaseRun) => run.step('approve-report', { by: 'head-one', on: '2026-03-17' });
const at = (stage: Parameters<typeof walkTo>[0]) => () => walkTo(stage);
const person = (): CaseRun => {
  const run = walkTo('CONCL');
  for (const [path, value] of [['party.kind', 'person'], ['party.creditCode', ''], ['party.representative', '']] as const) run.set(path, value, act);
  return run;
};

const WRONG: readonly Wrong[] = [
  {
    name: 'a credit code whose check character is wrong: X is due, 0 was typed', bring: at('CONCL'), typed: ['party.creditCode', '91320508MA1TEXT060'], meet: approve,
    answer: { code: 'CREDIT_CODE_INVALID', article: '行政处罚法第五十九条', path: 'party.creditCode', words: '第18位应为“X”，现在是“0”' },
  },
  {
    // 11010519491231002X is the standard's own example.
    name: 'an identity number whose check character is wrong: X is due, 1 was typed', bring: person, typed: ['party.idNumber', '110105194912310021'], meet: approve,
    answer: { code: 'ID_NUMBER_INVALID', article: '行政处罚法第五十九条', path: 'party.idNumber', words: '第18位应为“X”，现在是“1”' },
  },
  {
    name: 'a fine above the article: J16 ends at 100,000 yuan', bring: at('CONCL'), typed: ['proposed.fineFen', 10_000_001], meet: approve,
    answer: { code: 'FINE_OUT_OF_RANGE', article: '《建设工程质量管理条例》第五十九条', path: 'proposed.fineFen', words: '高于法定上限' },
  },
  {
    name: 'a fine outside the tier without a reason: light ends at 37,000 yuan', bring: at('CONCL'), typed: ['proposed.fineFen', 3_700_001], meet: approve,
    answer: { code: 'TIER_DEVIATION_UNEXPLAINED', article: '行政处罚法第三十四条', path: 'discretion.deviationReason', words: '偏离档次须经集体讨论' },
  },
  {
    name: 'a limitation that has lapsed: ended on 1 March 2024, found on 2 March 2026', bring: at('CONCL'), typed: ['actOn', '2024-03-01'], meet: approve,
    answer: { code: 'LIMITATION_EXPIRED', article: '行政处罚法第三十六条', path: '', words: '已于2026年3月1日届满' },
  },
];

describe('bad input', () => {
  it.each(WRONG)('$name', ({ bring, typed, meet, answer }) => {
    const run = bring();
    // Typing it is no crime: the draft is kept, and answered when somebody would act on it.
    if (typed !== undefined) run.set(typed[0], typed[1], act);
    const before = run.file;
    const error = refusal(meet(run));
    expect(error).toMatchObject({ code: answer.code, article: answer.article, ...(answer.path === '' ? {} : { details: { path: answer.path } }) });
    expect(error.message).toContain(answer.words);
    expect(run.file).toBe(before);
  });

  it('a record that overlaps another of the same officers, or ends before it begins (第四十七条、第五十五条)', () => {
    const run = walkTo('INVEST');
    const write = (id: string, startAt: string, endAt: string) => {
      run.draft(id, 'XCJC', act, null, { ...RECORD_VALUES, startAt, endAt });
      return run.try('document.issue', { documentId: id }, act);
    };
    expect(write('document-first', '2026-03-11T09:00', '2026-03-11T09:40').ok).toBe(true);
    const overlap = refusal(write('document-second', '2026-03-11T09:39', '2026-03-11T10:00'));
    expect(overlap).toMatchObject({ code: 'DATES_OUT_OF_ORDER', article: '行政处罚法第四十七条、第五十五条', details: { path: 'startAt' } });
    expect(refusal(write('document-third', '2026-03-11T10:00', '2026-03-11T10:00')).message).toContain('应晚于开始时间');
    // The drafts are still there, as they were typed.
    expect(run.aggregate?.documents.get('document-second')).toMatchObject({ status: 'draft', values: { startAt: '2026-03-11T09:39' } });
    expect(write('document-fourth', '2026-03-11T09:40', '2026-03-11T10:00').ok).toBe(true);
  });

  it('an officer without a valid certificate on the day of the record (第四十二条、第五十五条): officer-2 to 10 March', () => {
    const world = createWorld();
    const officers = new Map(world.officers);
    const run = walkTo('INVEST', { world: { ...world, officers } });
    const second = officers.get('officer-2');
    if (second !== undefined) officers.set('officer-2', { ...second, certificateTo: '2026-03-10' });
    run.draft('document-late', 'XCJC', { by: O1, on: '2026-03-11' }, null, RECORD_VALUES);
    expect(refusal(run.try('document.issue', { documentId: 'document-late' }, { by: O1, on: '2026-03-11' }))).toMatchObject({ code: 'CERTIFICATE_INVALID', article: '行政处罚法第四十二条、第五十五条', details: { officerId: 'officer-2' } });
  });

  it('dates out of order: served before it was issued, paid before it was decided, corrected before it was ordered', () => {
    const decided = walkTo('DECIDED');
    expect(refusal(decided.try('document.serve', { service: { ...directService('document-cfjd', '2026-04-02'), servedAt: '2026-03-31T10:00' } }, { by: O1, on: '2026-04-02' }))).toMatchObject({ code: 'DATES_OUT_OF_ORDER', details: { path: 'servedAt' } });
    const served = walkTo('SERVED');
    expect(refusal(served.try('payment.record', { payment: { id: 'payment-01', paidOn: '2026-03-31', amountFen: 1, receiptNo: 'P' } }, { by: O1, on: '2026-04-08' }))).toMatchObject({ code: 'DATES_OUT_OF_ORDER', details: { path: 'payment.paidOn' } });
  });
});
