import { describe, expect, it } from 'vitest';
import { asksRegister } from '#shared/domain/case-file/other-cases.ts';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';
import { advance } from '#shared/domain/procedure/advance.ts';
import { contextOf, PARTY, RECORD_VALUES, walkTo } from '#tests/helpers/cases.ts';
import { SUMMARY_DATA, summaryReady } from '#tests/helpers/lines.ts';

const O1 = 'officer-1';

describe('a unit whose name is not that of its licence (行政处罚法第五十九条；案卷评查)', () => {
  const ready = () => {
    const run = walkTo('INVEST');
    const act = { by: O1, on: '2026-03-11' };
    run.draft('document-xcjc', 'XCJC', act, null, RECORD_VALUES);
    run.issue('document-xcjc', act);
    run.draft('document-dczj', 'DCZJ', act);
    run.set('facts', '当事人于2026年2月10日前未按规定移交建设项目档案。', act);
    run.set('nature', '上述行为违反了有关规定。', act);
    run.set('discretion', { tier: 'light', baseFen: null, baseSource: '', factors: '初次违法', deviationReason: '' }, act);
    run.set('proposed', { kinds: ['fine'], fineFen: 2_000_000, confiscationFen: 0, otherItems: [] }, act);
    return run;
  };
  const submit = (registeredNames: readonly string[], more: object = {}) => {
    const run = ready();
    return advance(run.file, 'submit-report', { opinion: '', data: { recordsSigned: true, identityEvidenceId: 'evidence-licence', ...more } }, { ...contextOf(run.world, O1, '2026-03-16'), registeredNames });
  };

  it('is asked about before the report, at the field, with the name the register holds', () => {
    expect(submit(['苏州示例甲建设集团有限公司'])).toMatchObject({
      ok: false, error: { code: 'PARTY_INVALID', article: '行政处罚法第五十九条', details: { path: 'party.name' }, message: expect.stringContaining('“苏州示例甲建设集团有限公司”') },
    });
  });

  it('goes on where the names agree, the register knows nothing, or the officer looked at the licence', () => {
    expect([submit([PARTY.name]).ok, submit(['旧名称', PARTY.name]).ok, submit([]).ok, submit(['旧名称'], { licenceChecked: true }).ok]).toEqual([true, true, true, true]);
  });

  it('is asked about on the spot as well', () => {
    const run = summaryReady();
    expect(advance(run.file, 'summary-penalty', { opinion: '', data: SUMMARY_DATA }, { ...contextOf(run.world, O1, '2026-03-03'), registeredNames: ['旧名称'] })).toMatchObject({ ok: false, error: { code: 'PARTY_INVALID' } });
  });

  it('is looked up for those two steps alone', () => {
    const command = (event: string): AnyCommand => ({ opId: 'op-00000001', kind: 'case.advance', entityId: 'case-0001', baseRev: 0, createdAt: '', payload: { event, opinion: '', data: {} } }) as AnyCommand;
    const [investigated, clue] = [walkTo('INVEST').file, summaryReady().file];
    expect([asksRegister(command('submit-report'), investigated), asksRegister(command('summary-penalty'), clue), asksRegister(command('suspend'), investigated)]).toEqual([true, true, false]);
    expect(asksRegister(command('submit-report'), { ...investigated, party: { ...PARTY, creditCode: '' } })).toBe(false);
  });
});
