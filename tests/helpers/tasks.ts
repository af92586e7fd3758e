/**
 * A supervision task that walks to its end, for tests of the domain and of what stands on it.
 *
 *   const run = taskIn('on-site');          // planned for 9 March, visited on 10 March 2026
 *   taskOf(run).state; run.try('task.finish', { on: '2026-03-10', result: 'clean', note: '' }, { by: 'officer-1', on: '2026-03-10' });
 */
import { readMatters } from '#api/db/seed/matters.ts';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import { checklistOf } from '#shared/domain/matter/checklist.ts';
import type { Matter } from '#shared/domain/matter/matter.ts';
import type { CheckLine, CheckResult, Task, TaskState } from '#shared/domain/task/task.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import { CaseRun, createWorld, PARTY, type World } from './cases.ts';

export function matter(code: string, members: Partial<Matter> = {}): Matter {
  return {
    no: 1, code, nationalCode: '', name: '施工许可监管', category: '建筑市场', object: '建设单位', measures: '双随机', basis: '《建筑法》第七条', channel: 'JC', system: 'province', risk: '高',
    yearlyCap: '1/年', cap: 1, claim: 'claimed', claimedOn: '2024-01-02', claimReason: '', publishedOn: '2024-01-15', office: '', districts: ['320500'], subs: [], version: 1, effectiveFrom: '2024-01-02', ...members,
  };
}

export const MATTERS: ReadonlyMap<string, Matter> = new Map([
  ['M-1', matter('M-1')],
  ['M-2', matter('M-2', { name: '未公布的事项', publishedOn: null })],
  ['M-3', matter('M-3', { name: '未认领的事项', claim: 'unclaimed' })],
]);

function line(itemId: string, content: string, violationId: string | null): CheckLine {
  return { itemId, matterCode: 'M-1', content, method: '现场查看', clause: '《建筑法》第七条', violationId, result: 'unchecked', note: '', evidenceIds: [] };
}

export const CHECKLIST: readonly CheckLine[] = [line('item-permit', '施工许可证', 'J01'), line('item-files', '建设项目档案', 'J16'), line('item-other', '其他资料', null)];

export const PLAN: CommandPayload<'task.create'> = {
  channel: 'JC', district: '320500', source: 'plan', checkClass: 'routine', title: '示例家园施工许可检查', matterCodes: ['M-1'], planId: null, parentId: null, party: PARTY,
  project: { id: 'project-1', name: '示例家园', address: '示例路1号', projectCode: '', permitNo: '', contractPriceFen: 1_000_000_000, areaSquareMetres: 5000 },
  place: '示例路1号', description: '按年度监督计划检查。', urgent: false, plannedOn: '2026-03-09', dueOn: '2026-03-31', checklist: CHECKLIST,
};

const ON = '2026-03-10';

export function taskWorld(members: Partial<World> = {}): World {
  return createWorld({ matters: MATTERS, ...members });
}

export function taskOf(run: CaseRun): Task {
  const task = run.aggregate?.task;
  if (task === undefined) throw new Error('there is no task yet');
  return task;
}

export function answer(run: CaseRun, itemId: string, result: CheckResult, note = '', by = 'officer-1', on = ON): void {
  const before = taskOf(run).checklist.find((each) => each.itemId === itemId);
  run.must('task.edit', { changes: [
    { path: `checklist.${itemId}.result`, from: before?.result, to: result }, { path: `checklist.${itemId}.note`, from: before?.note, to: note },
  ] }, { by, on });
}

export function signed(run: CaseRun, on = ON): void {
  run.must('task.sign', { signature: { id: 'signature-1', signer: 'party', name: '示例人', evidenceId: null, refusal: '拒绝签名，已录像。', at: `${on}T09:50` } }, { by: 'officer-1', on });
}

export function photo(run: CaseRun, id: string, on: string): void {
  const evidence = { id, kind: 'audiovisual' as const, title: `照片${id}`, proves: '现场情况', takenAt: `${on}T01:00:00.000Z`, takenPlace: '示例路1号', takenBy: '甲承办', file: { sha256: 'a'.repeat(64), bytes: 9, mime: 'image/jpeg', name: `${id}.jpg` } };
  run.must('evidence.add', { evidence }, { by: 'officer-1', on });
}

const STEPS: readonly (readonly [TaskState, (run: CaseRun) => void])[] = [
  ['new', (run) => { run.must('task.create', PLAN, { by: 'officer-3', on: '2026-03-02' }); }],
  ['assigned', (run) => { run.must('task.assign', { officerIds: ['officer-1', 'officer-2'], plannedOn: null, reason: '' }, { by: 'head-one', on: '2026-03-03' }); }],
  ['accepted', (run) => {
    run.must('task.accept', {}, { by: 'officer-1', on: '2026-03-03' });
    run.must('task.approve', { opinion: '同意检查。' }, { by: 'head-one', on: '2026-03-04' });
  }],
  ['on-site', (run) => { for (const by of ['officer-1', 'officer-2']) run.must('task.arrive', arrival(ON), { by, on: ON }); }],
  ['rectify', (run) => {
    photo(run, 'photo-before', ON);
    answer(run, 'item-permit', 'fail', '现场正在施工，未能出示施工许可证');
    answer(run, 'item-files', 'pass');
    run.must('task.order', { order: { id: 'order-001', kind: 'correct', madeOn: ON, dueOn: '2026-03-20', scope: '', items: [{ id: 'order-item-1', text: '停止施工，补办施工许可', clause: '《建筑法》第七条', violationId: 'J01', checkItemId: 'item-permit', beforeIds: ['photo-before'] }] } }, { by: 'officer-1', on: ON });
    signed(run);
    run.must('task.finish', { on: ON, result: 'ordered', note: '' }, { by: 'officer-1', on: ON });
  }],
];

/** At half past nine of a day; the runs' clock stands at ten. */
export function arrival(on: string): CommandPayload<'task.arrive'> {
  return { at: `${on}T09:30`, place: '示例路1号', position: null };
}

/** A task that reached the state by the usual way. */
export function taskIn(state: 'new' | 'assigned' | 'accepted' | 'on-site' | 'rectify', world: World = taskWorld()): CaseRun {
  const run = new CaseRun(world);
  for (const [reached, step] of STEPS) {
    step(run);
    if (reached === state) return run;
  }
  return run;
}

export function recheck(run: CaseRun, outcome: 'done' | 'open', on: string) {
  const note = outcome === 'done' ? '' : '仍未取得施工许可证';
  return run.try('task.recheck', { orderId: 'order-001', on, findings: [{ itemId: 'order-item-1', outcome, note, afterIds: [] }] }, { by: 'officer-1', on });
}

/** A task as the form would register it: a routine visit to an invented company under one published matter of the channel. */
export function taskDraft(today: string, changes: Partial<CommandPayload<'task.create'>> = {}): CommandPayload<'task.create'> {
  const channel = changes.channel ?? 'JC';
  const matter = readMatters().find((each) => each.channel === channel && each.publishedOn !== null && each.claim === 'claimed' && each.cap === null)
    ?? readMatters().find((each) => each.channel === channel && each.publishedOn !== null && each.claim === 'claimed');
  if (matter === undefined) throw new Error(`no published matter in ${channel}`);
  return {
    channel, district: '320500', source: 'complaint', checkClass: 'single', title: `${PARTY.name}：${matter.name}检查`, matterCodes: [matter.code], planId: null, parentId: null,
    party: PARTY, project: null, place: '苏州市姑苏区平江街道示例路1号', description: '', urgent: false, plannedOn: null, dueOn: addCalendarDays(today, 14), checklist: checklistOf([matter]), ...changes,
  };
}
