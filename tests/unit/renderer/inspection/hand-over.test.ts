import { describe, expect, it } from 'vitest';
import { carriedGroups, caseIdOf, fieldCount, handOver, remaining, type HandOverDoor } from '#renderer/features/inspection/hand-over.ts';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { carryOver } from '#shared/domain/task/carry-over.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { CaseRun, createWorld } from '#tests/helpers/cases.ts';
import { recheck, taskIn, taskOf } from '#tests/helpers/tasks.ts';

function failedVisit(): Task {
  const run = taskIn('rectify');
  recheck(run, 'open', '2026-03-20');
  const task = taskOf(run);
  return {
    ...task, party: { ...task.party, representativePost: '总经理', phone: '0512-00000001' }, project: { ...task.project!, projectCode: '2601-320508-00-01-000001', permitNo: '' },
    documents: [{ id: 'document-xcjc', code: 'XCJC', status: 'issued', docNo: null, createdAt: '2026-03-10T02:00:00Z', issuedAt: '2026-03-10T03:00:00Z', pdf: { sha256: 'b'.repeat(64), bytes: 9, pages: 2, fonts: [] }, prints: 0, aboutDocumentId: null }],
  };
}

const world = createWorld();
const names = { channel: () => '监察支队', officer: (id: string) => world.officers.get(id)?.name ?? '', violations: world.violations };

describe('what a failed visit gives the case', () => {
  const groups = carriedGroups(carryOver(failedVisit(), world.violations), names);

  it('is every field that has a source in the visit, none of them typed', () => {
    const paths = groups.flatMap((group) => group.fields.map((field) => field.path));
    expect(paths).toEqual([
      'clue.source', 'clue.receivedOn', 'clue.subject', 'clue.description', 'channel', 'district', 'cause', 'violationId', 'breached', 'fromTask.taskNo', 'fromTask.officerIds',
      'party.kind', 'party.name', 'party.creditCode', 'party.representative', 'party.representativePost', 'party.address', 'party.phone',
      'project.name', 'project.address', 'project.projectCode', 'project.contractPriceFen', 'project.areaSquareMetres',
      'correctiveOrder.servedOn', 'correctiveOrder.dueOn', 'correctiveOrder.recheckedOn', 'correctiveOrder.corrected',
      'actOn', 'facts', 'evidence.0', 'evidence.1',
    ]);
    expect(fieldCount(groups)).toBe(31);
  });

  it('is shown with the names of the case’s page', () => {
    const label = (path: string) => groups.flatMap((group) => group.fields).find((field) => field.path === path);
    expect(label('clue.subject')).toMatchObject({ label: '线索标题', value: '苏州示例甲建设有限公司涉嫌未取得施工许可证擅自施工' });
    expect(label('correctiveOrder.corrected')).toMatchObject({ label: '复查结果', value: '未改正' });
    expect(label('fromTask.officerIds')?.value).toContain('、');
    expect(label('evidence.1')?.value).toBe('现场检查笔录（现场检查笔录.pdf）');
  });

  it('names who made the records out', () => {
    const paper = carryOver(failedVisit(), world.violations).flatMap((command) => (command.kind === 'evidence.add' ? [command.payload.evidence] : [])).at(-1);
    expect(paper?.takenBy.split('、')).toHaveLength(2);
  });
});

/** A desk that refuses the command at `breakAt`, counted over all tries. */
function deskWith(breakAt: number) {
  const run = new CaseRun(world);
  const closed: string[] = [];
  let count = 0;
  const door: HandOverDoor = {
    find: () => Promise.resolve(run.aggregate === null ? null : run.file),
    submit(kind, _caseId, payload): Promise<Result<CaseFile>> {
      count += 1;
      if (count === breakAt) return Promise.resolve(fail({ code: 'INTERNAL', message: '磁盘已满。' }));
      run.must(kind, payload, { by: 'officer-1', on: '2026-03-20' });
      return Promise.resolve(ok(run.file));
    },
    close(caseId) {
      closed.push(caseId);
      return Promise.resolve(ok(null));
    },
  };
  return { run, closed, door };
}

describe('handing over', () => {
  const task = failedVisit();
  const commands = carryOver(task, world.violations);

  it('goes on after a failure where it stopped, without a second clue or exhibit', async () => {
    const { run, closed, door } = deskWith(4);
    const first = await handOver(caseIdOf(task.id), commands, door);
    expect(first).toMatchObject({ ok: false, error: { message: '磁盘已满。（已完成 3 步（共 5 步），已建立的内容都保留；处理后再点“移交立案”，会从中断处继续，不会重复）' } });
    expect(closed).toEqual([]);
    const steps: string[] = [];
    expect(await handOver(caseIdOf(task.id), commands, door, (done, total) => steps.push(`${String(done)}/${String(total)}`))).toEqual({ ok: true, value: caseIdOf(task.id) });
    expect(run.file.evidence.map((each) => each.id)).toEqual(['photo-before', 'paper-document-xcjc']);
    expect(closed).toEqual([caseIdOf(task.id)]);
    expect(steps).toEqual(['2/5', '3/5', '4/5']);
  });

  it('has one case id for a task, from whichever desk', () => {
    expect(caseIdOf('0b8b7c1e-0000-4000-8000-000000000001')).toBe('case-0b8b7c1e-0000-4000-8000-000000000001');
    expect(remaining(commands, null)).toBe(commands);
  });
});
