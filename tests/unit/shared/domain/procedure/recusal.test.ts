import { describe, expect, it } from 'vitest';
import { asksRecusals } from '#shared/domain/case-file/other-cases.ts';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';
import { createWorld, PARTY, RECORD_VALUES, walkTo } from '#tests/helpers/cases.ts';
import { codeOf, summaryReady, SUMMARY_DATA } from '#tests/helpers/lines.ts';

const O1 = 'officer-1';
const away = (officerId: string, members: object = {}) => createWorld({ recusals: [{ officerId, partyName: PARTY.name, creditCode: '', ...members }] });

describe('an officer who stays away from a party (行政处罚法第四十三条)', () => {
  it('proposes no filing against it, and is replaced by one who may', () => {
    const run = walkTo('FILING', { world: away('officer-3') });
    run.mustStep('return-filing', { by: 'leader-1', on: '2026-03-06' }, {}, '核对。');
    const assign = (second: string) => run.step('assign', { by: 'head-one', on: '2026-03-06' }, { officerIds: [O1, second], noRecusal: true }, '改派。');
    expect(assign('officer-3')).toMatchObject({ ok: false, error: { code: 'OFFICER_RECUSED', article: '行政处罚法第四十三条', message: expect.stringContaining('丙执法登记了对当事人') } });
    expect(codeOf(assign('reviewer-1'))).toBe('ok');
  });

  it('is found when the party becomes known, and when it is told in the middle of the case', () => {
    expect(() => walkTo('FILING', { world: away('officer-2') })).toThrow(/OFFICER_RECUSED/);
    const run = walkTo('DEC_APPR');
    Object.assign(run.world, { recusals: [{ officerId: 'officer-2', partyName: '别的名称', creditCode: PARTY.creditCode }] });
    expect(codeOf(run.step('approve-decision', { by: 'leader-1', on: '2026-03-31' }))).toBe('OFFICER_RECUSED');
  });

  it('punishes it on no spot either', () => {
    const run = summaryReady(200_000, away('officer-2'));
    expect(codeOf(run.step('summary-penalty', { by: O1, on: '2026-03-03' }, SUMMARY_DATA))).toBe('OFFICER_RECUSED');
  });

  it('is asked for wherever officers are judged, and nowhere else', () => {
    const command = (event: string): AnyCommand => ({ opId: 'op-00000001', kind: 'case.advance', entityId: 'case-0001', baseRev: 0, createdAt: '', payload: { event, opinion: '', data: {} } }) as AnyCommand;
    const [filing, legal] = [walkTo('FILING').file, walkTo('LEGAL').file];
    expect([asksRecusals(command('approve-filing'), filing), asksRecusals(command('return-filing'), filing), asksRecusals(command('pass-review'), legal)]).toEqual([true, false, false]);
  });
});

describe('a record (行政处罚法第四十二条、第五十五条)', () => {
  it('is not issued in the name of officers who came after it', () => {
    const run = walkTo('INVEST');
    run.mustStep('assign', { by: 'head-one', on: '2026-03-12' }, { officerIds: [O1, 'officer-3'], noRecusal: true }, '调整。');
    const issue = (id: string, day: string) => {
      run.draft(id, 'XCJC', { by: O1, on: '2026-03-13' }, null, { ...RECORD_VALUES, startAt: `${day}T09:00`, endAt: `${day}T09:40` });
      return run.try('document.issue', { documentId: id }, { by: O1, on: '2026-03-13' });
    };
    expect(issue('document-late', '2026-03-11')).toMatchObject({ ok: false, error: { code: 'DATES_OUT_OF_ORDER', article: '行政处罚法第四十二条、第五十五条', message: expect.stringContaining('已于2026年3月12日10时00分变更') } });
    expect(issue('document-now', '2026-03-13').ok).toBe(true);
  });
});
