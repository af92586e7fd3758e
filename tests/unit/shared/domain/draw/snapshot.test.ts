import { describe, expect, test } from 'vitest';
import { draw } from '#shared/domain/draw/draw.ts';
import { sha256Of } from '#shared/domain/draw/hashing.ts';
import { buildSnapshot, checkedSnapshot } from '#shared/domain/draw/snapshot.ts';
import { listedObject, listedOfficer, lists, matter, parameters } from '#tests/helpers/draws.ts';

const TODAY = '2026-11-20';
const codeOf = (made: ReturnType<typeof checkedSnapshot>) => (made.ok ? 'ok' : made.error.code);

describe('the pot', () => {
  test('is filtered by district, kind of business and credit class', () => {
    const objects = [listedObject(0), listedObject(1, { district: '320506' }), listedObject(2, { category: '监理企业' }), listedObject(3), listedObject(4, { kind: 'project' })];
    const ids = (changes: Parameters<typeof parameters>[0]) => buildSnapshot(parameters(changes), lists(0, 3, { objects })).objects.map(({ id }) => Number(id.slice(-1)));
    expect(ids({})).toEqual([0, 1, 2, 3]);
    expect(ids({ districts: ['320506'] })).toEqual([1]);
    expect(ids({ categories: ['监理企业'] })).toEqual([2]);
    expect(ids({ creditClasses: ['A', 'C'] })).toEqual([0, 3]);
    expect(ids({ objectKind: 'project' })).toEqual([4]);
  });

  test('names everything left out with its reason', () => {
    const objects = [listedObject(1), listedObject(2), listedObject(3, { partyName: '', creditCode: '' }), listedObject(4), listedObject(5, { district: '320506' })];
    const officers = [listedOfficer(1), listedOfficer(2), listedOfficer(3, { certificateTo: '2026-11-30' }), listedOfficer(4, { certificateNo: '' }), listedOfficer(5), listedOfficer(6, { active: false })];
    const recusals = [{ officerId: 'officer-0001', partyName: '', creditCode: objects[4]!.creditCode }];
    const visits = new Map([[objects[1]!.creditCode, new Map([['M-1', 1]])]]);
    const made = buildSnapshot(parameters({ excludedObjects: [{ id: 'party-00001', reason: '已注销 ' }], excludedOfficers: [{ id: 'officer-0005', reason: '产假' }] }), lists(0, 0, { objects, officers, recusals, visits }));
    expect(made.objects.map(({ id }) => id)).toEqual(['party-00004']);
    expect(made.leftOut.map(({ id, kind, reason }) => [id.slice(-1), kind, reason])).toEqual([
      ['1', 'excluded', '已注销'], ['2', 'cap', '“示例事项M-1”本年度已安排1次，达到上限1次'], ['3', 'party', '施工单位没有在企业名录库登记，不知道向谁派发检查'],
      ['5', 'officers', '扣除回避和不在属地的人员后，可派的检查人员不足两人或者没有主检'],
    ]);
    // The visits are on 1 December: a certificate that ends on 30 November is not valid then.
    expect(made.officersLeftOut.map(({ id, reason }) => [id.slice(-1), reason])).toEqual([['3', '行政执法证2026-11-30到期'], ['4', '没有行政执法证'], ['5', '产假'], ['6', '账号已停用']]);
  });

  test('counts the cap per enterprise over all its projects, also within one draw (国办发〔2024〕54号)', () => {
    const party = { partyName: '示例承包有限公司', creditCode: '91320500XN99999999', kind: 'project' as const };
    const objects = Array.from({ length: 6 }, (_, index) => listedObject(index, party));
    const matters = [matter('M-1', { cap: 3 })];
    const made = buildSnapshot(parameters({ objectKind: 'project', ratioPermille: 1000 }), lists(0, 4, { objects, matters, visits: new Map([[party.creditCode, new Map([['M-1', 1]])]]) }));
    expect(made.objects.map(({ allowance }) => allowance)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(draw(made, sha256Of('any'))).toHaveLength(2);
  });
});

describe('a draw is refused with its rule', () => {
  const refused = (changes: Parameters<typeof parameters>[0], more: Parameters<typeof lists>[2] = {}, most = 100) => checkedSnapshot(parameters(changes), lists(20, 4, more), most, TODAY);

  test('an empty pot', () => {
    expect(refused({ districts: ['320581'] })).toMatchObject({ error: { code: 'DRAW_POOL_EMPTY', message: '没有可抽的检查对象。请放宽对象范围后再抽。' } });
    expect(codeOf(refused({}, { objects: [] }))).toBe('DRAW_POOL_EMPTY');
  });

  test('a share outside its bounds or above the approved one', () => {
    expect(refused({ ratioPermille: 0 })).toMatchObject({ error: { code: 'FIELD_INVALID', details: { path: 'ratioPermille' } } });
    expect(codeOf(refused({ ratioPermille: 1001 }, {}, 1000))).toBe('FIELD_INVALID');
    expect(refused({ ratioPermille: 55 }, {}, 50)).toMatchObject({ error: { message: '抽查比例5.5%高于计划批准的5%。请降低比例，或者修改计划重新报批。' } });
  });

  test('every object at its cap', () => {
    const { objects } = lists(20, 0);
    const visits = new Map(objects.map((object) => [object.creditCode, new Map([['M-1', 1]])]));
    expect(refused({}, { visits })).toMatchObject({ error: { code: 'CAP_EXCEEDED', article: '国办发〔2024〕54号' } });
  });

  test('fewer than two officers with certificates valid on the day, or none who leads', () => {
    const expired = (number: number) => listedOfficer(number, { certificateTo: '2026-11-30' });
    expect(refused({}, { officers: [listedOfficer(1), expired(2), expired(3)] })).toMatchObject({
      error: { code: 'OFFICERS_INSUFFICIENT', message: '持有效执法证的检查人员只有1人，另有2人证件在检查日无效，不足两人，不能抽取。请放宽人员范围或者先办理换证。', article: '行政处罚法第四十二条、第五十五条' },
    });
    // The day before it ends they may go.
    expect(codeOf(refused({ visitOn: '2026-11-30' }, { officers: [listedOfficer(1), expired(2), expired(3)] }))).toBe('ok');
    expect(refused({}, { officers: [listedOfficer(1, { channel: 'ZA' }), listedOfficer(2, { channel: 'ZA' })] })).toMatchObject({ error: { code: 'OFFICERS_INSUFFICIENT' } });
  });

  test('a matter unclaimed or unpublished on the day of the visits', () => {
    const withMatter = (changes: Parameters<typeof matter>[1]) => codeOf(refused({}, { matters: [matter('M-1', changes)] }));
    expect(withMatter({ publishedOn: null })).toBe('MATTER_NOT_PUBLISHED');
    expect(withMatter({ claim: 'unclaimed' })).toBe('MATTER_NOT_PUBLISHED');
    expect(withMatter({ publishedOn: '2026-12-02' })).toBe('MATTER_NOT_PUBLISHED');
    expect(withMatter({ publishedOn: '2026-12-01' })).toBe('ok');
    expect(codeOf(refused({ matterCodes: ['M-9'] }))).toBe('FIELD_INVALID');
  });

  test('days out of order and exclusions without a reason', () => {
    expect(codeOf(refused({ visitOn: '2026-11-19' }))).toBe('DATES_OUT_OF_ORDER');
    expect(codeOf(refused({ dueOn: '2026-11-30' }))).toBe('DATES_OUT_OF_ORDER');
    expect(codeOf(refused({ visitOn: '2027-01-04', dueOn: '2027-01-20' }))).toBe('DATES_OUT_OF_ORDER');
    expect(refused({ excludedObjects: [{ id: 'party-00001', reason: ' ' }] })).toMatchObject({ error: { message: '排除检查对象须逐个写明理由。' } });
    expect(codeOf(refused({ excludedOfficers: [{ id: 'officer-0001', reason: '' }] }))).toBe('FIELD_INVALID');
  });
});
