import { describe, expect, it } from 'vitest';
import { taskDeadlines } from '#shared/domain/task/deadlines.ts';
import { createWorld } from '#tests/helpers/cases.ts';
import { recheck, taskIn, taskOf } from '#tests/helpers/tasks.ts';

const { calendar, settings } = createWorld();

function due(run: ReturnType<typeof taskIn>, today: string) {
  const result = taskDeadlines(taskOf(run), { calendar, settings, today });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('terms of a task', () => {
  it('runs to the day the task is due, deferrals told', () => {
    const run = taskIn('accepted');
    expect(due(run, '2026-03-24').map(({ key, dueOn, state, remaining }) => [key, dueOn, state, remaining])).toEqual([['task', '2026-03-31', 'near', 7]]);
    run.must('task.defer', { to: '2026-04-10', reason: '项目停工。' }, { by: 'head-one', on: '2026-03-25' });
    expect(due(run, '2026-03-25')[0]).toMatchObject({ dueOn: '2026-04-10', explanation: '任务要求于2026年4月10日前完成检查（经批准延期1次，原定2026年3月31日）。依据本机关任务安排。' });
  });

  it('runs to the day of the order, until the re-check passes, and 20 working days to publication', () => {
    const run = taskIn('rectify');
    // From 10 March: 13 working days to 27 March, 5 more to 3 April; 4–6 April is Qingming; 7 and 8 April are the 19th and 20th.
    expect(due(run, '2026-03-19').map(({ key, dueOn, state }) => [key, dueOn, state])).toEqual([
      ['task', '2026-03-31', 'met'], ['correction', '2026-03-20', 'near'], ['inspectionPublication', '2026-04-08', 'running'],
    ]);
    expect(due(run, '2026-03-21').map(({ key, state }) => [key, state])).toContainEqual(['correction', 'overdue']);
    recheck(run, 'done', '2026-03-21');
    expect(due(run, '2026-03-21').map(({ key, state }) => [key, state])).toContainEqual(['correction', 'met']);
  });
});
