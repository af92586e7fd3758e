import { describe, expect, it } from 'vitest';
import { type ClueForm, registrationOf } from '#renderer/features/case-list/clue-form.ts';
import { emptySummary, natureOf, summaryChanges, summaryData, summaryEvidence, type SummaryForm, summaryRefusal } from '#renderer/features/case-list/summary-form.ts';
import { CaseRun, contextOf, createWorld, PARTY, VIOLATIONS } from '../../../helpers/cases.ts';

const DAY = '2026-03-03';
/** An article that fines 1,000 to 5,000 yuan. */
const small = { ...VIOLATIONS[0]!, min: 1000, max: 5000, tiers: { light: [1000, 2300], normal: [2300, 3800], heavy: [3800, 5000] } as const };
const world = createWorld({ violations: new Map([['J16', small]]) });
const context = contextOf(world, 'officer-1', DAY);

const clue: ClueForm = {
  source: 'inspection', receivedOn: DAY, subject: '示例工地现场检查', description: '日常检查发现。', channel: 'JC', district: '320500', violationId: 'J16', cause: '竣工后未移交建设项目档案',
  party: { ...PARTY, id: 'party-0001' }, project: null,
};

function filled(changes: Partial<SummaryForm> = {}): SummaryForm {
  return {
    ...emptySummary(DAY), facts: '当事人未按规定移交建设项目档案。', nature: natureOf(small), fineFen: 200_000, tier: 'light', partnerId: 'officer-2',
    decidedAt: `${DAY}T09:50`, place: '示例工地', defenceHeard: '无。', collection: 'bank', clear: true, noRecusal: true, ...changes,
  };
}

describe('a penalty on the spot, from one form', () => {
  it('is refused before anything is registered, in the rules’ own words', () => {
    expect(summaryRefusal(clue, filled(), context)).toBeNull();
    // Administrative Penalty Law, art. 51: a unit up to 3,000 yuan.
    expect(summaryRefusal(clue, filled({ fineFen: 400_000, tier: 'heavy' }), context)).toMatchObject({ code: 'SUMMARY_NOT_ALLOWED', details: { path: 'proposed.fineFen' } });
    // Outside the tier: the collective would have to discuss it.
    expect(summaryRefusal(clue, filled({ fineFen: 250_000 }), context)?.code).toBe('SUMMARY_NOT_ALLOWED');
    expect(summaryRefusal(clue, filled({ partnerId: '' }), context)).toMatchObject({ code: 'OFFICERS_INSUFFICIENT' });
    expect(summaryRefusal(clue, filled({ decidedAt: '' }), context)?.details).toEqual({ path: 'decidedAt' });
    expect(summaryRefusal(clue, filled({ collection: 'spot' }), context)?.code).toBe('SPOT_COLLECTION_NOT_ALLOWED');
    expect(summaryRefusal(clue, filled({ evidenceTitle: ' ' }), context)?.code).toBe('EVIDENCE_MISSING');
    expect(summaryRefusal({ ...clue, source: '' }, filled(), context)).toBeNull();
  });

  it('makes the commands that the rules accept one after the other', () => {
    const run = new CaseRun(world);
    const act = { by: 'officer-1', on: DAY };
    const form = filled();
    run.must('case.register', registrationOf(clue)!, act);
    run.must('case.edit', { changes: [...summaryChanges(clue, form)] }, act);
    run.must('evidence.add', { evidence: summaryEvidence('evidence-0001', form, context.now, '甲承办') }, act);
    run.mustStep('summary-penalty', act, summaryData(form, 'officer-1'), '');
    run.draft('document-dccf', 'DCCF', act);
    expect(run.file).toMatchObject({ stage: 'DECIDED', procedure: 'summary', officerIds: ['officer-1', 'officer-2'], summary: { place: '示例工地', collection: 'bank' } });
  });
});
