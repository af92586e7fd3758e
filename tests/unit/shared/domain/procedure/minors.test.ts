import { describe, expect, it } from 'vitest';
import { idNumberCheckCharacter } from '#shared/domain/party/id-number.ts';
import { type CaseRun, walkTo } from '#tests/helpers/cases.ts';
import { codeOf } from '#tests/helpers/lines.ts';

/** A report of an act of 10 February 2026 by a person born on a day. */
function reported(birthday: string): CaseRun {
  const run = walkTo('CONCL');
  const { party } = run.file;
  if (run.aggregate === null || party === null) throw new Error('no party');
  const first17 = `320508${birthday}001`;
  const person = { ...party, kind: 'person' as const, creditCode: '', representative: '', idNumber: `${first17}${idNumberCheckCharacter(first17)}` };
  run.aggregate = { ...run.aggregate, file: { ...run.file, party: person } };
  return run;
}

describe('minors (行政处罚法第三十条)', () => {
  it('go unpunished as younger than fourteen only when they are: fourteen on 10 or on 11 February 2026', () => {
    const ground = (birthday: string) => codeOf(reported(birthday).step('propose-no-penalty', { by: 'head-one', on: '2026-03-17' }, { ground: 'under-14' }));
    expect([ground('20120210'), ground('20120211')]).toEqual(['STEP_NOT_ALLOWED', 'ok']);
  });

  it('are punished more lightly up to eighteen: never in the heaviest tier, 73,000 to 100,000 yuan', () => {
    const heavy = (birthday: string) => {
      const run = reported(birthday);
      const act = { by: 'officer-1', on: '2026-03-16' };
      run.set('discretion.tier', 'heavy', act);
      run.set('proposed.fineFen', 8_000_000, act);
      return run.step('approve-report', { by: 'head-one', on: '2026-03-17' });
    };
    // Eighteen on 11 February 2026, the day after the act; and on the day itself.
    expect(heavy('20080211')).toMatchObject({ ok: false, error: { code: 'DISCRETION_INCOMPLETE', article: '行政处罚法第三十条', details: { path: 'discretion.tier' } } });
    expect(codeOf(heavy('20080210'))).toBe('ok');
    expect(codeOf(reported('20080211').step('approve-report', { by: 'head-one', on: '2026-03-17' }))).toBe('ok');
  });
});
