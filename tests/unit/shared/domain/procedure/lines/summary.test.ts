import { describe, expect, it } from 'vitest';
import { createWorld, startCase } from '#tests/helpers/cases.ts';
import { codeOf, paper, SUMMARY_DATA, summaryReady, summaryServed } from '#tests/helpers/lines.ts';

const ACT = { by: 'officer-1', on: '2026-03-03' };

describe('a penalty on the spot (行政处罚法第五十一条、第五十二条)', () => {
  it('goes from the clue to the decision that two officers hand over, and closes when it is reported and paid', () => {
    const run = summaryServed();
    expect(run.file).toMatchObject({ procedure: 'summary', stage: 'SERVED', decidedOn: '2026-03-03', servedOn: '2026-03-03', decided: { fineFen: 200_000 }, officerIds: ['officer-1', 'officer-2'] });
    expect(run.file.documents[0]).toMatchObject({ code: 'DCCF', docNo: '苏住建监当罚字〔2026〕第1号' });
    run.must('payment.record', { payment: { id: 'payment-01', paidOn: '2026-03-09', amountFen: 200_000, receiptNo: 'P-0001' } }, { by: 'officer-1', on: '2026-03-09' });
    const close = () => run.step('propose-closing', { by: 'officer-1', on: '2026-03-10' }, { otherItemsDone: true });
    expect(close()).toMatchObject({ ok: false, error: { code: 'PERFORMANCE_INCOMPLETE', message: expect.stringContaining('备案') } });
    run.mustStep('report-summary', { by: 'officer-1', on: '2026-03-06' }, { reportedOn: '2026-03-05' });
    expect(codeOf(close())).toBe('ok');
  });

  it('makes no decision before its paper is issued, and but one', () => {
    const run = summaryReady();
    run.mustStep('summary-penalty', ACT, SUMMARY_DATA);
    expect(run.file).toMatchObject({ stage: 'DECIDED', decidedOn: null, decided: null });
    paper(run, 'DCCF', '2026-03-03');
    run.draft('paper-second', 'DCCF', ACT);
    expect(codeOf(run.try('document.issue', { documentId: 'paper-second' }, ACT))).toBe('DOCUMENT_NOT_READY');
  });

  it('is capped at 3,000 yuan for a unit and 200 for a person, or what the settings say', () => {
    expect(codeOf(summaryReady(300_000).step('summary-penalty', ACT, SUMMARY_DATA))).toBe('ok');
    expect(summaryReady(300_001).step('summary-penalty', ACT, SUMMARY_DATA)).toMatchObject({ ok: false, error: { code: 'SUMMARY_NOT_ALLOWED', article: '行政处罚法第五十一条' } });
    const person = summaryReady(20_001);
    person.set('party.kind', 'business', ACT);
    expect(codeOf(person.step('summary-penalty', ACT, SUMMARY_DATA))).not.toBe('ok');
    const { settings } = createWorld();
    const strict = createWorld({ settings: { ...settings, summaryFineUnitFen: 100_000 } });
    expect(codeOf(summaryReady(100_001, strict).step('summary-penalty', ACT, SUMMARY_DATA))).toBe('SUMMARY_NOT_ALLOWED');
  });

  it('needs two certified officers, the one who acts among them, and the facts', () => {
    const run = summaryReady();
    expect(codeOf(run.step('summary-penalty', ACT, { ...SUMMARY_DATA, officerIds: ['officer-1'] }))).toBe('OFFICERS_INSUFFICIENT');
    expect(codeOf(run.step('summary-penalty', ACT, { ...SUMMARY_DATA, officerIds: ['officer-2', 'officer-3'] }))).toBe('OFFICERS_INSUFFICIENT');
    expect(codeOf(run.step('summary-penalty', ACT, { ...SUMMARY_DATA, officerIds: ['officer-1', 'officer-expired'] }))).toBe('CERTIFICATE_INVALID');
    expect(codeOf(run.step('summary-penalty', ACT, { ...SUMMARY_DATA, decidedAt: '2026-03-02T09:00' }))).toBe('DATES_OUT_OF_ORDER');
    expect(codeOf(startCase().step('summary-penalty', ACT, SUMMARY_DATA))).toBe('FILING_CONDITIONS_UNMET');
  });

  it('is collected on the spot up to 100 yuan, or on another ground of the law (第六十八条、第六十九条)', () => {
    const spot = (fineFen: number, spotGround: string) => codeOf(summaryReady(fineFen).step('summary-penalty', ACT, { ...SUMMARY_DATA, collection: 'spot', spotGround }));
    expect(spot(10_000, 'small')).toBe('ok');
    expect(spot(10_001, 'small')).toBe('SPOT_COLLECTION_NOT_ALLOWED');
    expect(spot(10_001, '')).toBe('SPOT_COLLECTION_NOT_ALLOWED');
    expect(spot(10_001, 'hard-later')).toBe('ok');
    expect(spot(0, 'small')).toBe('SPOT_COLLECTION_NOT_ALLOWED');
  });
});
