import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import { checklistOf } from '#shared/domain/matter/checklist.ts';
import { isUsable, type Matter } from '#shared/domain/matter/matter.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { CHANNEL_KEYS, type Channel, type District } from '#shared/domain/organisation/organisation.ts';
import type { CheckLine, Task, TaskSource } from '#shared/domain/task/task.ts';
import { copyOfParty } from '#shared/domain/party/party.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import { chooseDistrict, companyKindKey, type StaffTable } from './cases/outline.ts';
import { createWalk, type Walk, type WalkOptions } from './cases/walk.ts';
import { companyKind } from './people.ts';
import type { Random } from './random.ts';
import type { Registers } from './registers.ts';
import type { WorkDays } from './work-days.ts';
import { FINDINGS } from './words.ts';

/** How far a seeded task got. Of ten, about four are over, and one in ten waits for its officers. */
const ENDS = ['new', 'assigned', 'accepted', 'accepted', 'on-site', 'rectify', 'rectify', 'failed', 'corrected', 'clean', 'clean', 'clean'] as const;
type End = (typeof ENDS)[number];
/** Working days before today on which a task of that end was made, at least and at most. */
const AGES: Readonly<Record<End, readonly [number, number]>> = {
  new: [0, 3], assigned: [1, 4], accepted: [2, 8], 'on-site': [4, 8], rectify: [10, 30], failed: [30, 45], corrected: [35, 60], clean: [10, 60],
};
const SOURCES: readonly TaskSource[] = ['plan', 'plan', 'plan', 'complaint', 'assignment', 'transfer', 'warning'];
/** Objects that are companies rather than sites. */
const AT_OFFICE = /企业|机构|运营单位/;
const MOST = 300;

export interface TaskGenerator {
  readonly random: Random;
  readonly registers: Registers;
  readonly matters: readonly Matter[];
  readonly staff: StaffTable;
  readonly days: WorkDays;
  readonly today: string;
  readonly walk: Pick<WalkOptions, 'context' | 'numbering'>;
}

/** Half as many tasks as cases, 300 at most: enough for every board, little beside the cases of a large database. */
export function taskCount(cases: number): number {
  return Math.min(MOST, Math.ceil(cases / 2));
}

/** Tasks led through real commands, on days of the past, so that what is seeded is what officers would have made. */
export function* makeTasks(generator: TaskGenerator, count: number): Generator<Task> {
  for (let index = 0; index < count; index += 1) {
    const task = makeTask(generator, ENDS[index % ENDS.length] ?? 'clean');
    if (task !== null) yield { ...task, rev: 1 };
  }
}

interface Scene {
  readonly walk: Walk;
  readonly random: Random;
  readonly days: WorkDays;
  readonly today: number;
  /** Working day, as a number. */
  at: number;
  readonly officers: readonly [Officer, Officer];
  readonly head: Officer;
}

function makeTask(generator: TaskGenerator, end: End): Task | null {
  const { random, days, today, staff, walk: options } = generator;
  const district = chooseDistrict(random);
  const channel = random.pick(CHANNEL_KEYS);
  const team = staff(district, channel);
  const [first, second] = [random.pick(team.officers), random.pick(team.officers)];
  const head = team.heads[0];
  const matters = generator.matters.filter((matter) => matter.channel === channel && isUsable(matter, today));
  if (first === second || head === undefined || matters.length === 0) return null;
  const scene: Scene = {
    walk: createWalk({ ...options, caseId: random.uuid(), random }), random, days, today: days.indexOf(today), at: days.indexOf(today) - random.between(...AGES[end]), officers: [first, second], head,
  };
  create(scene, planned(generator, { district, channel, matter: random.pick(matters), day: days.dateAt(scene.at), end }));
  lead(scene, end);
  return scene.walk.aggregate().task ?? null;
}

function planned({ random, registers }: TaskGenerator, { district, channel, matter, day, end }: { readonly district: District; readonly channel: Channel; readonly matter: Matter; readonly day: string; readonly end: End }): CommandPayload<'task.create'> {
  const { district: own, developer: _developer, contractor, ...project } = random.pick(registers.projects.get(district) ?? []);
  const companies = registers.companies.get(companyKindKey(district, companyKind(matter.object))) ?? [];
  const atOffice = AT_OFFICE.test(matter.object);
  const builders = registers.companies.get(companyKindKey(district, companyKind('施工单位'))) ?? [];
  const party = copyOfParty((atOffice ? undefined : builders.find((company) => company.name === contractor)) ?? random.pick(companies));
  const source = random.pick(SOURCES);
  return {
    channel, district: own, source, checkClass: source === 'plan' ? 'routine' : 'single', matterCodes: [matter.code], planId: null, parentId: null, party,
    title: `${atOffice ? party.name : project.name}：${matter.name.replace(/[（(].*[）)]$/, '').replace(/(监管|检查|核查)$/, '')}检查`, project: atOffice ? null : project, place: atOffice ? party.address : project.address,
    description: source === 'plan' ? '按年度监督计划安排。' : '根据线索安排检查。', urgent: false, plannedOn: null,
    // Some of those under way are overdue by now.
    dueOn: addCalendarDays(day, end === 'accepted' && random.chance(0.3) ? 3 : 20), checklist: checklistOf([matter]),
  };
}

function next(scene: Scene, days: number): void {
  scene.at = Math.min(scene.at + days, scene.today);
  scene.walk.on(scene.days.dateAt(scene.at));
}

function create(scene: Scene, payload: CommandPayload<'task.create'>): void {
  next(scene, 0);
  scene.walk.act(scene.head, 'task.create', payload);
}

function lead(scene: Scene, end: End): void {
  const { walk, random, officers: [first, second], head } = scene;
  if (end === 'new') return;
  next(scene, random.between(0, 1));
  const due = walk.aggregate().task?.dueOn ?? '';
  const visit = scene.days.dateAt(Math.min(scene.today, scene.at + random.between(0, 2)));
  walk.act(head, 'task.assign', { officerIds: [first.id, second.id], plannedOn: visit > due ? due : visit, reason: '' });
  if (end === 'assigned') return;
  walk.act(first, 'task.accept', {});
  walk.act(head, 'task.approve', { opinion: '同意检查。' });
  if (end === 'accepted') return;
  next(scene, 2);
  for (const officer of [first, second]) walk.act(officer, 'task.arrive', { at: walk.minute(), place: walk.aggregate().task?.place ?? '', position: null });
  if (end !== 'on-site') inspect(scene, end);
}

function inspect(scene: Scene, end: End): void {
  const { walk, random, officers: [first] } = scene;
  const checklist = walk.aggregate().task?.checklist ?? [];
  const failed = end === 'clean' ? -1 : random.between(0, checklist.length - 1);
  walk.act(first, 'task.edit', { changes: checklist.flatMap((line, index) => answer(line, index === failed ? 'fail' : 'pass', random)) });
  const [item] = checklist.slice(Math.max(0, failed));
  const orderId = random.uuid();
  if (end !== 'clean' && item !== undefined) {
    const items = [{ id: random.uuid(), text: `${item.content}：限期改正`, clause: item.clause, violationId: item.violationId, checkItemId: item.itemId, beforeIds: [] }];
    walk.act(first, 'task.order', { order: { id: orderId, kind: 'correct', items, madeOn: walk.today(), dueOn: addCalendarDays(walk.today(), random.between(7, 15)), scope: '' } });
  }
  walk.act(first, 'task.sign', { signature: { id: random.uuid(), signer: 'party', name: walk.aggregate().task?.party.representative || '现场负责人', evidenceId: null, refusal: '现场负责人拒绝签名，已录像记录。', at: walk.minute() } });
  walk.act(first, 'task.finish', { on: walk.today(), result: end === 'clean' ? 'clean' : 'ordered', note: '' });
  if (end === 'failed' || end === 'corrected') recheck(scene, orderId, end);
}

function answer(line: CheckLine, result: 'pass' | 'fail', random: Random): CommandPayload<'task.edit'>['changes'] {
  const path = (member: string): string => `checklist.${line.itemId}.${member}`;
  const found = [{ path: path('result'), from: line.result, to: result }];
  return result === 'pass' ? found : [...found, { path: path('note'), from: '', to: `${random.pick(FINDINGS)}，不符合要求` }];
}

function recheck(scene: Scene, orderId: string, end: 'failed' | 'corrected'): void {
  const { walk, officers: [first] } = scene;
  next(scene, 12);
  const items = walk.aggregate().task?.orders[0]?.items ?? [];
  const outcome = end === 'corrected' ? 'done' as const : 'open' as const;
  walk.act(first, 'task.recheck', { orderId, on: walk.today(), findings: items.map((item) => ({ itemId: item.id, outcome, note: outcome === 'done' ? '' : '现场仍未改正', afterIds: [] })) });
}
