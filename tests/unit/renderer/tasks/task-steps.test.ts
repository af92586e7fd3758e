import { describe, expect, it } from 'vitest';
import { assignees, overlaps } from '#renderer/features/tasks/assignees.ts';
import { railOf } from '#renderer/features/tasks/rail.ts';
import { assignRefusal, taskSteps, waitsFor } from '#renderer/features/tasks/task-steps.ts';
import { changeTask } from '#shared/domain/task/apply-task.ts';
import { newTask } from '#shared/domain/task/new-task.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { contextOf, createWorld } from '#tests/helpers/world.ts';
import { taskDraft } from '#tests/helpers/tasks.ts';
import { item } from './items.ts';

const TODAY = '2026-11-20';
const world = createWorld();
const NEW = newTask('task-one', taskDraft(TODAY), { today: TODAY, createdBy: 'head-one' });
const ASSIGNED: Task = { ...NEW, state: 'assigned', officerIds: ['officer-1', 'officer-2'] };
const ACCEPTED: Task = { ...ASSIGNED, state: 'accepted' };

function steps(task: Task, officerId: string): readonly string[] {
  return taskSteps(task, contextOf(world, officerId, TODAY)).map(({ label, refusal }) => (refusal === null ? label : `(${label})`));
}

describe('the steps of a task', () => {
  it('are those of state and role', () => {
    expect(steps(NEW, 'head-one')).toEqual(['分派', '延期', '取消任务']);
    expect(steps(NEW, 'officer-1')).toEqual([]);
    expect(steps(ASSIGNED, 'officer-1')).toEqual(['接收任务']);
    expect(steps(ASSIGNED, 'officer-3')).toEqual([]);
    expect(steps(ASSIGNED, 'leader-1')).toEqual(['改派', '批准检查', '延期', '取消任务']);
    expect(steps({ ...ACCEPTED, state: 'on-site' }, 'head-one')).toEqual(['延期']);
    expect(steps({ ...ACCEPTED, state: 'done' }, 'head-one')).toEqual([]);
  });

  it('tell an inspector why he may not approve his own visit', () => {
    const own: Task = { ...ACCEPTED, officerIds: ['head-one', 'officer-2'] };
    expect(steps(own, 'head-one')).toEqual(['改派', '(批准检查)', '(延期)', '取消任务']);
    expect(taskSteps(own, contextOf(world, 'head-one', TODAY)).find(({ key }) => key === 'approve')?.refusal).toMatchObject({ code: 'OFFICER_RECUSED', article: expect.stringContaining('行政处罚法') as string });
  });

  it('offer no second approval, and one afterwards where it was urgent', () => {
    const approval = { officerId: 'leader-1', officerName: '癸局长', at: `${TODAY}T02:00:00.000Z`, opinion: '' };
    expect(steps({ ...ACCEPTED, approval }, 'leader-1')).toEqual(['改派', '延期', '取消任务']);
    expect(steps({ ...ACCEPTED, state: 'on-site', urgent: true, inspectedOn: TODAY }, 'leader-1')).toEqual(['补办审批', '延期']);
  });

  it('say what the task waits for', () => {
    expect(waitsFor(ASSIGNED)).toBe('等待检查人员接收。检查还须由机构负责人或者分管领导批准。');
    expect(waitsFor({ ...ACCEPTED, approval: { officerId: 'leader-1', officerName: '', at: '', opinion: '' } })).toBe('检查人员到场签到后开始检查。');
  });
});

describe('those who can be sent', () => {
  const planned = [item('task-two', { officerIds: ['officer-1', 'officer-3'], plannedOn: '2026-11-24', place: '示例路2号' }), item('task-one', { officerIds: ['officer-2'], plannedOn: '2026-11-24' })];
  const choices = (day: string, officerId = 'head-one') => assignees(NEW, day, planned, contextOf(world, officerId, TODAY));

  it('stand by their load, those who may not go last and with the reason', () => {
    const found = choices('2026-11-24').map(({ officer, problem, visits }) => [officer.id, problem, visits.length]);
    const loads = found.filter(([, problem]) => problem === '').map(([, , visits]) => visits);
    expect(loads).toEqual([...loads].sort());
    expect(found).toContainEqual(['officer-1', '', 1]);
    expect(found).toContainEqual(['officer-2', '', 0]);
    expect(found).toContainEqual(['head-one', '您本人不能检查自己分派的任务', 0]);
    expect(found).toContainEqual(['officer-expired', '执法证 2026-01-31 到期', 0]);
    expect(found.map(([id]) => id)).not.toContain('officer-left');
    expect(found.map(([id]) => id)).not.toContain('officer-fdc-1');
    expect(found.findIndex(([, problem]) => problem !== '')).toBeGreaterThan(found.findLastIndex(([, problem]) => problem === ''));
  });

  it('are judged by the certificate on the day of the visit', () => {
    expect(choices('2029-01-02').find(({ officer }) => officer.id === 'officer-1')?.problem).toBe('执法证 2028-12-31 到期');
  });

  it('stay away from a party they are recused from', () => {
    const rules = { ...contextOf(world, 'head-one', TODAY), recusals: [{ officerId: 'officer-1', partyName: NEW.party.name }] };
    expect(assignees(NEW, '2026-11-24', [], rules).find(({ officer }) => officer.id === 'officer-1')?.problem).toBe('已登记对该当事人回避');
    expect(assignRefusal(NEW, { officerIds: ['officer-1', 'officer-2'], plannedOn: null, reason: '' }, rules)?.code).toBe('OFFICER_RECUSED');
  });

  it('are warned of when they have another visit that day', () => {
    expect(overlaps(['officer-1', 'officer-2'], choices('2026-11-24'))).toEqual(['甲承办当日已有 1 项检查：示例路2号']);
  });

  it('are refused by the rules, not by the dialog', () => {
    const rules = contextOf(world, 'head-one', TODAY);
    expect(assignRefusal(NEW, { officerIds: ['officer-1'], plannedOn: null, reason: '' }, rules)?.code).toBe('OFFICERS_INSUFFICIENT');
    expect(assignRefusal(NEW, { officerIds: ['officer-1', 'officer-expired'], plannedOn: null, reason: '' }, rules)?.code).toBe('CERTIFICATE_INVALID');
    expect(assignRefusal(ASSIGNED, { officerIds: ['officer-1', 'officer-3'], plannedOn: null, reason: '' }, rules)?.details).toEqual({ path: 'reason' });
    expect(assignRefusal(NEW, { officerIds: ['officer-1', 'officer-2'], plannedOn: '2026-11-24', reason: '' }, rules)).toBeNull();
  });
});

describe('the rail', () => {
  const shown = (task: Task): readonly string[] => railOf(task).map(({ label, standing }) => `${label}:${standing}`);

  it('passes over rectification where nothing was ordered, and ends where the task was cancelled', () => {
    expect(shown(ACCEPTED)).toEqual(['待分派:done', '待接收:done', '待检查:current', '检查中:later', '整改中:later', '已办结:later']);
    expect(shown({ ...ACCEPTED, state: 'done' })).toEqual(['待分派:done', '待接收:done', '待检查:done', '检查中:done', '已办结:done']);
    expect(shown({ ...NEW, state: 'cancelled' })).toEqual(['待分派:done', '已取消:done']);
  });

  it('takes its days from what was done', () => {
    const result = changeTask(NEW, { opId: 'op', entityId: NEW.id, baseRev: 0, createdAt: '', kind: 'task.assign', payload: { officerIds: ['officer-1', 'officer-2'], plannedOn: null, reason: '' } }, contextOf(world, 'head-one', '2026-11-21'));
    expect(result.ok && railOf(result.value).map(({ on }) => on)).toEqual(['2026-11-20', '2026-11-21', '', '', '', '']);
    const timeline = [{ opId: 'op', at: '2026-11-21T02:00:00.000Z', officerId: 'head-one', officerName: '', text: '分派任务' }];
    expect(railOf({ ...ACCEPTED, stateSince: '2026-11-22', timeline } as Task).map(({ on }) => on)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22', '', '', '']);
  });
});
