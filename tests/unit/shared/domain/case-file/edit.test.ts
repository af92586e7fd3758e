import { describe, expect, it } from 'vitest';
import type { AppError, Result } from '#shared/contract/result.ts';
import type { Applied } from '#shared/domain/case-file/apply.types.ts';
import { sameValue } from '#shared/domain/case-file/merge.ts';
import { PARTY, startCase, walkTo } from '#tests/helpers/cases.ts';

const ACT = { by: 'officer-1', on: '2026-03-11' };
const OTHER = { by: 'officer-2', on: '2026-03-11' };

function refusal(result: Result<Applied>): AppError {
  if (result.ok) throw new Error('was not refused');
  return result.error;
}

describe('case.edit is a three-way merge on values', () => {
  it('merges edits of different fields, also inside one object and when the whole object was sent', () => {
    const run = walkTo('INVEST');
    const seen = run.file.party;
    run.must('case.edit', { changes: [{ path: 'party.address', from: PARTY.address, to: '苏州市示例区新路2号' }] }, OTHER);
    run.must('case.edit', { changes: [{ path: 'party', from: seen, to: { ...PARTY, phone: '0512-11111111' } }, { path: 'facts', from: '', to: '事实。' }] }, ACT);
    expect(run.file).toMatchObject({ facts: '事实。', party: { address: '苏州市示例区新路2号', phone: '0512-11111111' } });
  });

  it('asks when both changed the same field, with both values and the label', () => {
    const run = walkTo('INVEST');
    run.must('case.edit', { changes: [{ path: 'facts', from: '', to: '乙写的事实。' }] }, OTHER);
    expect(refusal(run.try('case.edit', { changes: [{ path: 'facts', from: '', to: '甲写的事实。' }] }, ACT))).toEqual({
      code: 'CONFLICT',
      message: '“违法事实”已被他人修改，与您看到的内容不同。请比较后选择保留哪一个。',
      details: { path: 'facts', label: '违法事实', current: '乙写的事实。', from: '', to: '甲写的事实。' },
    });
    expect(run.file.facts).toBe('乙写的事实。');
  });

  it('does nothing, and does not ask, when the value is already there', () => {
    const run = walkTo('INVEST');
    run.must('case.edit', { changes: [{ path: 'facts', from: '', to: '同样的事实。' }] }, OTHER);
    run.must('case.edit', { changes: [{ path: 'facts', from: '', to: '同样的事实。' }] }, ACT);
    expect(run.file.facts).toBe('同样的事实。');
  });

  it('makes all changes of a command or none', () => {
    const run = walkTo('INVEST');
    const before = run.file;
    refusal(run.try('case.edit', { changes: [{ path: 'nature', from: '', to: '定性。' }, { path: 'facts', from: '旧', to: '新' }] }, ACT));
    expect(run.file).toBe(before);
  });

  it('fills a member of an object nobody began', () => {
    const run = startCase();
    run.must('case.edit', { changes: [{ path: 'project.name', from: '', to: '示例一期' }] }, ACT);
    expect(run.file.project).toEqual({ id: '', name: '示例一期', address: '', projectCode: '', permitNo: '', contractPriceFen: 0, areaSquareMetres: 0 });
  });

  it('scores two factors of two officers, and keeps apart two scores of one factor (case bodies of before have no scores)', () => {
    const run = walkTo('INVEST');
    expect(run.file.discretion.scores).toBeUndefined();
    const score = (factor: string, from: number | null, to: number | null) => ({ changes: [{ path: `discretion.scores.${factor}`, from, to }] });
    run.must('case.edit', score('scale', null, 20), ACT);
    run.must('case.edit', score('consequence', null, 60), { ...ACT, by: 'officer-2' });
    expect(run.file.discretion).toMatchObject({ tier: null, factors: '', scores: { scale: 20, consequence: 60 } });
    expect(refusal(run.try('case.edit', score('scale', null, 50), { ...ACT, by: 'officer-2' }))).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('违法规模'), details: { current: 20 } });
    run.must('case.edit', score('scale', 20, null), ACT);
    run.must('case.edit', { changes: [{ path: 'discretion', from: { scores: { consequence: 60 } }, to: { scores: { consequence: 60, repeats: 0 } } }] }, ACT);
    expect(run.file.discretion.scores).toEqual({ scale: null, consequence: 60, repeats: 0 });
  });

  it('compares by value: key order and absent members do not count', () => {
    expect(sameValue({ a: 1, b: [1, { c: null }] }, { b: [1, {}], a: 1 })).toBe(true);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
    expect(sameValue('', null)).toBe(false);
  });
});

describe('what may be edited', () => {
  it.each([
    ['stage', 'CLOSED'],
    ['officerIds', ['officer-3']],
    ['decided', null],
    ['constructor', 1],
    ['party.nothing', 1],
  ])('never %s', (path, to) => {
    expect(refusal(walkTo('INVEST').try('case.edit', { changes: [{ path, from: undefined, to }] }, ACT)).code).toBe('FIELD_NOT_EDITABLE');
  });

  it('refuses malformed values at the field', () => {
    const run = walkTo('INVEST');
    const put = (path: string, to: unknown, from: unknown) => refusal(run.try('case.edit', { changes: [{ path, from, to }] }, ACT));
    expect(put('actOn', '2026-02-30', '2026-02-10')).toMatchObject({ code: 'FIELD_INVALID', details: { path: 'actOn', label: '违法行为发生（终了）日期' } });
    expect(put('discretion.tier', 'huge', null).code).toBe('FIELD_INVALID');
    expect(put('discretion.baseFen', 1.5, null).code).toBe('FIELD_INVALID');
    expect([101, -1, 0.5, '高'].map((score) => put('discretion.scores.scale', score, null).code)).toEqual(['FIELD_INVALID', 'FIELD_INVALID', 'FIELD_INVALID', 'FIELD_INVALID']);
    expect([put('discretion.scores.weather', 1, null).code, put('discretion.scores.scale.x', 1, null).code]).toEqual(['FIELD_NOT_EDITABLE', 'FIELD_NOT_EDITABLE']);
    expect(put('violationId', 'X99', 'J16')).toMatchObject({ code: 'FIELD_INVALID', message: expect.stringContaining('目录') });
    expect(put('facts', 'x'.repeat(20_001), '').code).toBe('FIELD_INVALID');
  });

  it('lets a half-typed code stand until a step needs it', () => {
    const run = walkTo('INVEST');
    run.set('party.creditCode', '9132', ACT);
    expect(run.file.party?.creditCode).toBe('9132');
  });

  it('closes with the stages: facts after the notice, everything between approval and service', () => {
    const notified = walkTo('NOTIFIED');
    const change = (path: string, from: unknown, to: unknown) => ({ changes: [{ path, from, to }] });
    expect(refusal(notified.try('case.edit', change('facts', notified.file.facts, '改'), ACT))).toMatchObject({ code: 'FIELD_NOT_EDITABLE', message: expect.stringContaining('“陈述申辩期”') });
    notified.must('case.edit', change('party.phone', PARTY.phone, '0512-22222222'), ACT);
    const approving = walkTo('NOTICE_APPR');
    approving.must('case.edit', change('facts', approving.file.facts, '改'), ACT);
    approving.mustStep('approve-notice', { by: 'leader-1', on: '2026-03-18' });
    expect(refusal(approving.try('case.edit', change('proposed.fineFen', 2_000_000, 1_000_000), ACT)).code).toBe('FIELD_NOT_EDITABLE');
  });

  it('is open to any officer of the scope before assignment, then to the officers of the case', () => {
    const run = startCase();
    run.set('cause', '示例案由', { by: 'officer-3', on: '2026-03-02' });
    expect(refusal(run.try('case.edit', { changes: [{ path: 'cause', from: '示例案由', to: '改' }] }, { by: 'leader-1', on: '2026-03-02' })).code).toBe('ROLE_NOT_ALLOWED');
    expect(refusal(run.try('case.edit', { changes: [{ path: 'cause', from: '示例案由', to: '改' }] }, { by: 'officer-fdc-1', on: '2026-03-02' })).code).toBe('OUT_OF_SCOPE');
    expect(refusal(walkTo('INVEST').try('case.edit', { changes: [{ path: 'facts', from: '', to: '改' }] }, { by: 'officer-3', on: '2026-03-11' })).code).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('registration', () => {
  const clue = { source: 'complaint' as const, receivedOn: '2026-03-02', subject: '示例投诉', description: '' };
  const payload = { channel: 'JC' as const, district: '320500' as const, cause: '', violationId: null, clue };

  it('refuses what cannot be', () => {
    const run = startCase();
    expect(refusal(run.try('case.register', payload, ACT)).message).toContain('已经登记');
    const register = (members: object, by = 'officer-1') => {
      const fresh = startCase();
      fresh.aggregate = null;
      return refusal(fresh.try('case.register', { ...payload, ...members }, { by, on: '2026-03-02' })).code;
    };
    expect(register({ clue: { ...clue, receivedOn: '2026-03-03' } })).toBe('DATES_OUT_OF_ORDER');
    expect(register({ clue: { ...clue, subject: ' ' } })).toBe('FIELD_INVALID');
    expect(register({ violationId: 'X99' })).toBe('FIELD_INVALID');
    expect(register({ clue: { ...clue, source: 'rumour' } })).toBe('INVALID_INPUT');
    expect(register({}, 'leader-1')).toBe('ROLE_NOT_ALLOWED');
    expect(register({}, 'officer-left')).toBe('FORBIDDEN');
    expect(register({}, 'officer-fdc-1')).toBe('OUT_OF_SCOPE');
  });
});
