import { describe, expect, it } from 'vitest';
import { type CaseRun, walkTo } from '#tests/helpers/cases.ts';
import { codeOf, hearingReported } from '#tests/helpers/lines.ts';

const O1 = 'officer-1';
const fine = (fineFen: number) => ({ kinds: ['fine' as const], fineFen, confiscationFen: 0, otherItems: [] });

/** Notified of 20,000 yuan on 19 March, defended on 24 March, to be notified anew. */
function renewed(defended = true): CaseRun {
  const run = walkTo('NOTIFIED');
  if (defended) run.mustStep('record-defence', { by: O1, on: '2026-03-24' }, { receivedOn: '2026-03-24', content: '请求从轻。' });
  run.mustStep('renotify', { by: O1, on: '2026-03-25' }, {}, '重新告知。');
  return run;
}

const approve = (run: CaseRun) => run.step('approve-notice', { by: 'leader-1', on: '2026-03-26' });

describe('a new notice after a defence (行政处罚法第四十五条第二款)', () => {
  it('is no heavier for the same facts, however often the party is notified anew', () => {
    const run = renewed();
    run.set('proposed', fine(3_000_000), { by: O1, on: '2026-03-25' });
    expect(approve(run)).toMatchObject({ ok: false, error: { code: 'PENALTY_HEAVIER_THAN_NOTIFIED', article: '行政处罚法第四十五条、第六十二条', details: { path: 'proposed' } } });
    run.set('facts', `${run.file.facts.replace('。', ' 。')}`, { by: O1, on: '2026-03-25' });
    expect(codeOf(approve(run))).toBe('PENALTY_HEAVIER_THAN_NOTIFIED');
    run.mustStep('return-notice', { by: 'leader-1', on: '2026-03-25' }, {}, '退回。');
    run.mustStep('resubmit', { by: O1, on: '2026-03-25' }, {}, '再报。');
    expect(codeOf(approve(run))).toBe('PENALTY_HEAVIER_THAN_NOTIFIED');
    run.set('proposed', fine(2_000_000), { by: O1, on: '2026-03-25' });
    expect(codeOf(approve(run))).toBe('ok');
  });

  it('may be heavier for facts found since, and for a party that kept silent', () => {
    const found = renewed();
    found.set('proposed', fine(3_000_000), { by: O1, on: '2026-03-25' });
    found.set('facts', '当事人于2026年2月10日前未按规定移交建设项目档案，且拒绝提供资料。', { by: O1, on: '2026-03-25' });
    const silent = renewed(false);
    silent.set('proposed', fine(3_000_000), { by: O1, on: '2026-03-25' });
    expect([codeOf(approve(found)), codeOf(approve(silent))]).toEqual(['ok', 'ok']);
  });

  it('is no heavier for a hearing that was asked for and held', () => {
    const run = hearingReported('renotify');
    run.set('proposed', fine(16_000_000), { by: O1, on: '2026-04-14' });
    expect(codeOf(run.step('approve-notice', { by: 'leader-1', on: '2026-04-14' }))).toBe('PENALTY_HEAVIER_THAN_NOTIFIED');
  });

  it('is forgotten with the round: a decision revoked and made anew is measured by its own facts', () => {
    const run = renewed();
    expect(run.file.heardNotice?.penalty.fineFen).toBe(2_000_000);
    const decided = walkTo('DECIDED');
    decided.mustStep('change-decision', { by: 'leader-1', on: '2026-04-02' }, { result: 'redo' }, '程序违法。');
    expect(decided.file.heardNotice).toBeUndefined();
  });
});
