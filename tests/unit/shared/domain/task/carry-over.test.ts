import { expect, it } from 'vitest';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import { carryOver } from '#shared/domain/task/carry-over.ts';
import { CaseRun, createWorld } from '#tests/helpers/cases.ts';
import { recheck, taskIn, taskOf } from '#tests/helpers/tasks.ts';

it('makes a failed re-check a clue with everything carried over, and nothing to type again', () => {
  const visit = taskIn('rectify');
  recheck(visit, 'open', '2026-03-20');
  const task = taskOf(visit);
  const world = createWorld();
  const run = new CaseRun(world);
  for (const { kind, payload } of carryOver(task, world.violations)) run.must(kind, payload, { by: 'officer-1', on: '2026-03-20' });
  expect(run.file).toMatchObject({
    stage: 'CLUE', channel: 'JC', district: '320500', cause: '未取得施工许可证擅自施工', violationId: 'J01', actOn: '2026-03-10', party: task.party, project: task.project,
    clue: { source: 'inspection', receivedOn: '2026-03-10', subject: '苏州示例甲建设有限公司涉嫌未取得施工许可证擅自施工' },
    facts: '施工许可证：现场正在施工，未能出示施工许可证。',
    correctiveOrder: { servedOn: '2026-03-10', dueOn: '2026-03-20', recheckedOn: '2026-03-20', corrected: false },
    fromTask: { taskId: task.id, taskNo: 'RW-JC-2026-00001', officerIds: ['officer-1', 'officer-2'] },
  });
  expect(run.file.clue.description).toContain('逾期未改正');
  expect(run.file.evidence.map(({ id, file }) => [id, file?.sha256])).toEqual([['photo-before', 'a'.repeat(64)]]);
});

it('fills every field of the clue and of the case that a visit knows', () => {
  const visit = taskIn('rectify');
  const [register, edit] = carryOver(taskOf(visit), createWorld().violations);
  const registered = register?.payload as CommandPayload<'case.register'>;
  const members = [...Object.values(registered.clue), registered.channel, registered.district, registered.cause, registered.violationId];
  // Four of the clue, and channel, district, cause, violation.
  expect(members.filter((value) => value !== '' && value !== null)).toHaveLength(8);
  expect((edit?.payload as CommandPayload<'case.edit'>).changes.map((change) => change.path)).toEqual(['party', 'project', 'actOn', 'facts', 'correctiveOrder']);
});
