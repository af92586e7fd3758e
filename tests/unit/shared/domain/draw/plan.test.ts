import { describe, expect, test } from 'vitest';
import { joinVisits, proposeMerges, type WaitingVisit } from '#shared/domain/draw/merge.ts';
import { approvalRefusal, changeRefusal, closingRefusal, drawingRefusal, type DrawPlan, type PlanContent, planRefusal } from '#shared/domain/draw/plan.ts';
import { DEFAULT_CREDIT_WEIGHTS } from '#shared/domain/draw/pool.ts';
import { publicationTerm } from '#shared/domain/draw/publication.ts';
import { abandonRefusal, dispatchRefusal, runRefusal, witnessRefusal } from '#shared/domain/draw/steps.ts';
import { taskOfDraw } from '#shared/domain/draw/tasks.ts';
import { listedOfficer, matter } from '#tests/helpers/draws.ts';
import { PARTY } from '#tests/helpers/cases.ts';

const PLAN: PlanContent = {
  year: 2026, name: '2026年度建筑企业抽查', targeting: 'open', departments: 'own', partners: [], channel: 'JC', district: '320500', matterCodes: ['M-1'], ratioPermille: 50, weights: DEFAULT_CREDIT_WEIGHTS,
  from: '2026-03-01', to: '2026-11-30', leadOffice: '监察支队', objectKind: 'party', districts: [], categories: [], creditClasses: [], officerDistricts: [], officerChannels: [],
};
const made = { kind: 'made', at: '', officerId: 'officer-sjgl1', officerName: '', note: '' } as const;
const standing = (state: DrawPlan['state']) => ({ state, history: [made], from: PLAN.from, to: PLAN.to });
const path = (changes: Partial<PlanContent>) => planRefusal({ ...PLAN, ...changes })?.details?.['path'] ?? planRefusal({ ...PLAN, ...changes })?.code ?? 'ok';

describe('a yearly plan', () => {
  test('says what it lacks', () => {
    expect(path({})).toBe('ok');
    expect([path({ name: ' ' }), path({ matterCodes: [] }), path({ ratioPermille: 0 }), path({ departments: 'joint' }), path({ targeting: 'targeted' }), path({ leadOffice: '' })])
      .toEqual(['name', 'matterCodes', 'ratioPermille', 'partners', 'categories', 'leadOffice']);
    expect([path({ from: '2026-02-30' }), path({ to: '2027-01-31' }), path({ from: '2026-12-01' }), path({ weights: { A: 0, B: 100, C: 150, D: 200 } })]).toEqual(['from', 'from', 'to', 'weights.A']);
    expect(path({ targeting: 'targeted', creditClasses: ['D'] })).toBe('ok');
  });

  test('is approved by a leader who did not write it, once', () => {
    const leader = { id: 'officer-leader1', roles: ['leader'] as const };
    expect(approvalRefusal(standing('draft'), leader)).toBeNull();
    expect(approvalRefusal(standing('draft'), { id: 'x', roles: ['draw-admin'] })?.code).toBe('ROLE_NOT_ALLOWED');
    expect(approvalRefusal(standing('draft'), { id: made.officerId, roles: ['draw-admin', 'leader'] })?.message).toContain('您参与制定了本计划');
    expect(approvalRefusal(standing('approved'), leader)?.code).toBe('STEP_NOT_ALLOWED');
    expect(changeRefusal({ state: 'approved' })?.code).toBe('STEP_NOT_ALLOWED');
  });

  test('is drawn from within its term and closed when nothing is under way', () => {
    expect(drawingRefusal(standing('draft'), '2026-05-01')?.message).toContain('尚未批准');
    expect(drawingRefusal(standing('running'), '2026-11-30')).toBeNull();
    expect(drawingRefusal(standing('running'), '2026-12-01')?.code).toBe('DATES_OUT_OF_ORDER');
    expect(closingRefusal({ state: 'running' }, 1)?.code).toBe('STEP_NOT_ALLOWED');
    expect(closingRefusal({ state: 'running' }, 0)).toBeNull();
  });
});

describe('the steps of a draw', () => {
  const draw = { state: 'committed' as const, operatorId: 'officer-sjgl1', commitment: 'c'.repeat(64) };
  const given = { commitment: draw.commitment, words: '霜降' };
  const leader = { id: 'officer-leader1', roles: ['leader'] as const };

  test('the witness is another person with a post of his own, and has seen the commitment', () => {
    expect(witnessRefusal(draw, leader, given)).toBeNull();
    expect(witnessRefusal(draw, { id: draw.operatorId, roles: ['draw-admin', 'leader'] }, given)?.message).toContain('抽取人不能监督自己');
    expect(witnessRefusal(draw, { id: 'officer-sjgl2', roles: ['draw-admin', 'leader'] }, given)?.code).toBe('ROLE_NOT_ALLOWED');
    expect(witnessRefusal(draw, { id: 'officer-jc01', roles: ['officer'] }, given)?.code).toBe('ROLE_NOT_ALLOWED');
    expect(witnessRefusal(draw, leader, { ...given, commitment: 'd'.repeat(64) })?.code).toBe('CONFLICT');
    expect(witnessRefusal(draw, leader, { ...given, words: '  ' })?.details).toEqual({ path: 'words' });
    expect(witnessRefusal({ ...draw, state: 'witnessed' }, leader, given)?.code).toBe('STEP_NOT_ALLOWED');
  });

  test('nothing is drawn before the witness, nor given up after him, nor sent out twice', () => {
    expect(runRefusal(draw)?.message).toBe('监督人尚未签名，不能抽取。');
    expect(runRefusal({ ...draw, state: 'witnessed' })).toBeNull();
    expect(abandonRefusal({ ...draw, state: 'witnessed' }, '不满意')?.message).toContain('结果已经确定');
    expect(abandonRefusal(draw, '')?.code).toBe('FIELD_INVALID');
    expect(abandonRefusal(draw, '名录有误')).toBeNull();
    expect(dispatchRefusal({ state: 'drawn' })).toBeNull();
    expect(dispatchRefusal({ state: 'dispatched' })?.message).toBe('本次抽取已经派发，不能重复派发。');
  });
});

function visit(drawId: string, changes: Partial<WaitingVisit> = {}): WaitingVisit {
  return {
    drawId, objectId: `${drawId}-object`, projectId: null, partyKey: '91320500XN00000001', partyName: '示例建筑有限公司', objectName: '示例建筑有限公司', district: '320500', channel: 'JC', planName: drawId,
    matterCodes: ['M-1'], officerIds: ['officer-0001', 'officer-0002'], visitOn: '2026-12-01', dueOn: '2026-12-20', ...changes,
  };
}

describe('综合查一次', () => {
  test('offers visits of one enterprise whose terms meet, of whatever channel', () => {
    const own = [visit('a'), visit('a', { partyKey: 'other', objectId: 'x' })];
    const others = [visit('b', { channel: 'ZA' }), visit('c', { visitOn: '2026-12-21', dueOn: '2026-12-30' }), visit('d', { district: '320506' })];
    expect(proposeMerges(own, others).map((proposal) => proposal.visits.map(({ drawId }) => drawId))).toEqual([['a', 'b']]);
  });

  test('does not put two projects, which are two sites, into one visit', () => {
    expect(proposeMerges([visit('a', { projectId: 'p-1' })], [visit('b', { projectId: 'p-2' })])).toEqual([]);
    expect(proposeMerges([visit('a', { projectId: 'p-1' })], [visit('b', { projectId: 'p-1' }), visit('c')])[0]?.visits).toHaveLength(3);
  });

  test('joins matters and officers, within the shorter term', () => {
    const officers = new Map([listedOfficer(1), listedOfficer(2), listedOfficer(3, { channel: 'ZA' }), listedOfficer(4, { district: '320506' })].map((officer) => [officer.id, officer]));
    const joined = joinVisits(visit('a'), [visit('b', { matterCodes: ['M-2', 'M-1'], officerIds: ['officer-0003', 'officer-0004'], visitOn: '2026-12-05', dueOn: '2026-12-10' })], officers);
    expect(joined).toEqual({ matterCodes: ['M-1', 'M-2'], officerIds: ['officer-0001', 'officer-0002', 'officer-0003'], withoutSight: ['officer-0004'], visitOn: '2026-12-05', dueOn: '2026-12-10' });
  });
});

test('a task of a draw is assigned already and counts as routine', () => {
  const task = taskOfDraw({
    taskId: 'task-0001', drawId: 'draw-0001', planId: 'plan-0001', planName: PLAN.name, channel: 'JC', district: '320500', party: PARTY, project: null,
    matters: [matter('M-1'), matter('M-2')], officerIds: ['officer-0001', 'officer-0002'], visitOn: '2026-12-01', dueOn: '2026-12-20', together: ['质安监抽查'],
  }, { today: '2026-11-20', createdBy: 'officer-sjgl1' });
  expect(task).toMatchObject({
    state: 'assigned', source: 'random', checkClass: 'routine', title: `2026年度建筑企业抽查：${PARTY.name}`, matterCodes: ['M-1', 'M-2'], drawId: 'draw-0001', plannedOn: '2026-12-01',
    officerIds: ['officer-0001', 'officer-0002'], place: PARTY.address,
  });
  expect(task.description).toContain('综合查一次：与“质安监抽查”的抽查合并为一次检查');
});

describe('publication within 20 working days (国办发〔2018〕118号)', () => {
  // 1 October 2026 to 7 October are holidays here, 10 October a make-up working day (a Saturday).
  const calendar = { years: [2026], exceptions: { '2026-10-01': 'holiday', '2026-10-02': 'holiday', '2026-10-05': 'holiday', '2026-10-06': 'holiday', '2026-10-07': 'holiday', '2026-10-10': 'workday' } } as const;

  test('counted by hand from 21 September 2026', () => {
    // 22–25 and 28–30 Sept: 7; 8, 9, 10, 12–16, 19–23 Oct: 13 more → 23 October.
    expect(publicationTerm('2026-09-21', null, calendar, '2026-09-22')).toMatchObject({ value: { dueOn: '2026-10-23', state: 'waiting' } });
    expect(publicationTerm('2026-09-21', null, calendar, '2026-10-20')).toMatchObject({ value: { left: 3, state: 'near' } });
    expect(publicationTerm('2026-09-21', null, calendar, '2026-10-26')).toMatchObject({ value: { left: -1, state: 'overdue' } });
    expect(publicationTerm('2026-09-21', '2026-10-20', calendar, '2026-10-26')).toMatchObject({ value: { state: 'published' } });
    expect(publicationTerm('2026-12-21', null, calendar, '2026-12-21')).toMatchObject({ error: { code: 'CALENDAR_NOT_MAINTAINED' } });
  });
});
