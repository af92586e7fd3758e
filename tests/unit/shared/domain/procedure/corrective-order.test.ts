import { describe, expect, it } from 'vitest';
import { type CaseRun, walkTo } from '#tests/helpers/cases.ts';
import { codeOf, paper, summaryServed } from '#tests/helpers/lines.ts';

const O1 = 'officer-1';

function put(run: CaseRun, path: string, to: unknown, on: string) {
  const [, member] = path.split('.');
  const order = run.file.correctiveOrder;
  const from: unknown = member === undefined ? order : Reflect.get(order ?? {}, member);
  return codeOf(run.try('case.edit', { changes: [{ path, from, to }] }, { by: O1, on }));
}

describe('a corrective order the party holds (行政处罚法第二十八条)', () => {
  it('keeps the term it was served with, so that a fine after it cannot be brought forward: served on 11 March to 1 April', () => {
    const run = walkTo('INVEST');
    paper(run, 'ZGTZ', '2026-03-11', { serve: true, values: { dueOn: '2026-04-01' } });
    expect(run.file.correctiveOrder).toMatchObject({ servedOn: '2026-03-11', dueOn: '2026-04-01' });
    expect(run.try('case.edit', { changes: [{ path: 'correctiveOrder.dueOn', from: '2026-04-01', to: '2026-03-12' }] }, { by: O1, on: '2026-03-13' })).toMatchObject({ ok: false, error: { code: 'FIELD_NOT_EDITABLE', article: '行政处罚法第二十八条' } });
    expect([put(run, 'correctiveOrder', null, '2026-03-13'), put(run, 'correctiveOrder.servedOn', '2026-03-01', '2026-03-13')]).toEqual(['FIELD_NOT_EDITABLE', 'FIELD_NOT_EDITABLE']);
    expect([put(run, 'correctiveOrder.recheckedOn', '2026-04-02', '2026-04-02'), put(run, 'correctiveOrder.corrected', true, '2026-04-02')]).toEqual(['ok', 'ok']);
  });

  it('gets another term by another notice', () => {
    const run = walkTo('INVEST');
    paper(run, 'ZGTZ', '2026-03-11', { serve: true, values: { dueOn: '2026-03-18' } });
    paper(run, 'ZGTZ', '2026-03-12', { serve: true, values: { dueOn: '2026-04-10' } });
    expect(run.file.correctiveOrder).toMatchObject({ servedOn: '2026-03-12', dueOn: '2026-04-10' });
  });

  it('is typed freely while it is known from elsewhere and nothing rests on it', () => {
    const run = walkTo('INVEST');
    run.set('correctiveOrder', { servedOn: '2026-03-09', dueOn: '2026-03-16', recheckedOn: '', corrected: null }, { by: O1, on: '2026-03-17' });
    expect(put(run, 'correctiveOrder.dueOn', '2026-03-20', '2026-03-17')).toBe('ok');
  });

  it('is not taken away after a decision on the spot to dodge the re-check before closing', () => {
    const run = summaryServed();
    run.set('correctiveOrder', { servedOn: '2026-03-03', dueOn: '2026-03-10', recheckedOn: '', corrected: null }, { by: O1, on: '2026-03-03' });
    expect(put(run, 'correctiveOrder', null, '2026-03-11')).toBe('FIELD_NOT_EDITABLE');
  });
});
