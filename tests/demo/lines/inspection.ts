import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import { DEFAULT_CREDIT_WEIGHTS } from '#shared/domain/draw/pool.ts';
import { recordText } from '#shared/domain/draw/record.ts';
import { verifyRecordText } from '#shared/domain/draw/verify-file.ts';
import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { drawnPhoto } from '../../helpers/exhibits.ts';
import { eventually } from '../../helpers/eventually.ts';
import { printOpenDocument } from '../printing.ts';
import type { Player } from './player.ts';
import { must, signedIn } from './server-door.ts';

const MATTER = 'SZZJ-JG-023';
const PLAN: HttpInput<'saveDrawPlan'> = {
  planId: null, rev: 0, year: 2026, name: '2026年度施工许可双随机抽查', targeting: 'open', departments: 'own', partners: [], channel: 'JC', district: '320500', matterCodes: [MATTER], ratioPermille: 300,
  weights: DEFAULT_CREDIT_WEIGHTS, from: '2026-03-01', to: '2026-12-31', leadOffice: '建设监察支队', objectKind: 'project', districts: [], categories: [], creditClasses: [], officerDistricts: ['320500'], officerChannels: ['JC'],
};
const CHOICE = {
  ratioPermille: 300, visitOn: '2026-03-10', dueOn: '2026-03-31', districts: [], categories: [], creditClasses: [], officerDistricts: PLAN.officerDistricts, officerChannels: PLAN.officerChannels, excludedObjects: [], excludedOfficers: [],
};
const BEFORE = '现场正在进行基坑开挖，施工单位未能出示施工许可证';
const AFTER = '基坑仍在开挖，施工许可证没有办理';

/** From the yearly plan to the case: a provable draw, a visit without network, an order, two failed re-checks. */
export async function playInspection(player: Player): Promise<void> {
  const drawn = await draw(player);
  const task = await prepare(player, drawn);
  await visit(player, task);
  await order(player);
  await recheck(player, task, '2026-03-18');
  await recheck(player, task, '2026-03-27');
  await becomeCase(player, task);
}

/** Plan, commitment, witness, draw and dispatch by those whose work it is, and the record drawn again. */
async function draw(player: Player): Promise<readonly Task[]> {
  const { stage, password, story, desk } = player.scene;
  await player.at('2026-03-02', 'sjgl1');
  const url = stage.server.url;
  const [admin, leader] = [await signedIn(url, 'sjgl1', password), await signedIn(url, 'leader1', password)];
  const { plan } = await must(admin('saveDrawPlan', PLAN));
  await must(leader('decideDrawPlan', { planId: plan.id, rev: plan.rev, approved: true, opinion: '同意。' }));
  const { id: drawId, commitment, potSize, officerCount } = await must(admin('commitDraw', { planId: plan.id, ...CHOICE }));
  await must(leader('witnessDraw', { drawId, commitment, words: '惊蛰' }));
  const { drawnCount } = await must(admin('runDraw', { drawId }));
  story.tell(`The plan is approved; ${String(drawnCount)} of ${String(potSize)} projects and their officers (of ${String(officerCount)}) are drawn before a witness.`);
  const { record } = await must(admin('drawRecord', { drawId }));
  const text = recordText(record);
  writeFileSync(path.join(player.folder, 'draw.json'), text);
  const tampered = verifyRecordText(text.replace(record.result[0]?.officerIds[0] ?? '', record.result[0]?.officerIds[1] ?? ''));
  if (!verifyRecordText(text).ok || tampered.ok) throw new Error('the draw does not verify as it should');
  story.tell(`Drawn again from its record (draw.json): the same. With one officer changed: ${tampered.message}`);
  const { tasks } = await must(admin('dispatchDraw', { drawId }));
  story.tell(`${String(tasks)} tasks go out.`);
  await desk.page.evaluate((id) => { window.location.hash = `#/draws/${id}`; }, drawId);
  await desk.find('draw-item').first().waitFor();
  await player.scene.camera.take('draw');
  await player.at('2026-03-03', 'jchead');
  const page = await player.call('task.list', { filter: { source: 'random', channel: 'JC' }, sort: 'due', offset: 0, limit: 100 });
  return Promise.all(page.items.map(({ id }) => player.call('task.get', { taskId: id })));
}

/** The head approves the visit; the second officer is on site first, at his own desk. */
async function prepare(player: Player, drawn: readonly Task[]): Promise<Task> {
  const { desk, camera, story } = player.scene;
  const task = drawn.find((each) => each.officerIds.every((id) => /^officer-jc0[1-5]$/.test(id)) && each.checklist.some((line) => line.violationId === 'J01'));
  if (task === undefined) throw new Error('no task was drawn for two officers of the city');
  player.caseId = task.id;
  await desk.click('nav-tasks');
  await camera.take('tasks');
  await player.submit('task.approve', { opinion: '同意检查。' });
  await player.at('2026-03-10', loginOf(task, 1));
  await player.submit('task.accept', {});
  await player.submit('task.arrive', { at: '2026-03-10T09:00', place: task.place, position: null });
  story.tell(`${task.title}: approved, accepted, and the second officer is on site.`);
  return task;
}

async function visit(player: Player, task: Task): Promise<void> {
  const { stage, desk, camera, story } = player.scene;
  await player.at('2026-03-10', loginOf(task, 0));
  for (const code of ['JCSP', 'JCTZ'] as const) {
    await openTask(player, 'prepare');
    await paper(player, code, `print-${code}`);
  }
  stage.cable.set({ refuse: true });
  await player.call('sync.now', {});
  await desk.find('offline-banner').waitFor();
  await openTask(player, 'site');
  await desk.click('arrive');
  await desk.find('check-next').waitFor();
  await answerAll(player, task);
  await camera.take('checklist');
  await desk.click('inspection-part-orders');
  await desk.click('order-new');
  await desk.find('order-dialog').waitFor();
  await desk.click('order-due-7');
  await desk.click('order-confirm');
  await desk.find('order-dialog').waitFor({ state: 'hidden' });
  await desk.click('inspection-part-site');
  await desk.click('inspection-paper-open-XCJC');
  await desk.find('document-preview-page').first().waitFor();
  await desk.fill('document-field-comment', '检查情况属实，没有异议');
  await desk.page.keyboard.press('Control+s');
  await camera.take('record');
  await back(player);
  await desk.click('inspection-part-site');
  await sign(player);
  await desk.click('result-ordered');
  await desk.click('finish');
  await desk.click('finish-confirm');
  await eventually(async () => (await current(player)).state === 'rectify');
  await camera.take('visit-ended');
  const { pending } = await player.call('sync.state', {});
  stage.cable.set({});
  await desk.synced();
  story.note('commandsWaitingOffline', pending);
  story.tell(`The visit is done without network: checklist, photos, record, order and signature. ${String(pending)} commands waited, all arrived.`);
}

/** By keyboard: 2 fails the item, 1 passes it. Two photos go to the failed one. */
async function answerAll(player: Player, task: Task): Promise<void> {
  const { desk, folder } = player.scene;
  const rows = desk.find('check-row');
  const failing = task.checklist.findIndex((line) => line.violationId === 'J01');
  await rows.first().focus();
  for (const index of task.checklist.keys()) {
    await desk.page.keyboard.press(index === failing ? '2' : '1');
    if (index !== failing) continue;
    await desk.page.keyboard.insertText(BEFORE);
    await desk.page.keyboard.press('Enter');
  }
  await rows.nth(failing).getByTestId('item-photo-input').setInputFiles(await photos(player, folder, ['before-1', 'before-2']));
  await eventually(async () => (await rows.nth(failing).getByTestId('item-photo').count()) === 2);
  await desk.page.keyboard.press('Control+s');
}

async function photos(player: Player, folder: string, names: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const [index, name] of names.entries()) {
    const file = path.join(folder, `${name}.jpg`);
    writeFileSync(file, await drawnPhoto(player.scene.desk.page, index === 0 ? '#7c8b99' : '#a9784f'));
    files.push(file);
  }
  return files;
}

async function sign(player: Player): Promise<void> {
  const { desk } = player.scene;
  await desk.click('sign-party');
  const box = await desk.find('signature-canvas').boundingBox();
  if (box === null) throw new Error('no sheet to sign on');
  for (const [from, to] of [[60, 200], [120, 320], [220, 420]] as const) {
    await desk.page.mouse.move(box.x + from, box.y + 70);
    await desk.page.mouse.down();
    for (let step = 0; step <= 12; step += 1) await desk.page.mouse.move(box.x + from + ((to - from) * step) / 12, box.y + 70 + 60 * Math.sin(step / 2));
    await desk.page.mouse.up();
  }
  await desk.click('signature-confirm');
  await desk.find('signature-dialog').waitFor({ state: 'hidden' });
}

/** Record and order are issued, printed and handed over. */
async function order(player: Player): Promise<void> {
  const { desk, story } = player.scene;
  await openTask(player, 'site');
  await paper(player, 'XCJC', 'print-record');
  await openTask(player, 'orders');
  const printed = await paper(player, 'ZGTZ', 'print-order', {}, async () => {
    await desk.click('document-serve');
    await desk.find('service-dialog').waitFor();
    await desk.click('service-confirm');
    await desk.find('service-dialog').waitFor({ state: 'hidden' });
  });
  story.tell(`Record and order to correct are issued and handed over; ${printed}`);
}

/** Opens the paper the part of the task offers, types what only the site knows, issues, prints and keeps its PDF. */
async function paper(player: Player, code: DocumentCode, print: string, typed: Readonly<Record<string, string>> = {}, then: () => Promise<void> = () => Promise.resolve()): Promise<string> {
  const { desk } = player.scene;
  // Of the rounds of a re-check, the last one's.
  await desk.find(`inspection-paper-open-${code}`).last().click();
  await desk.find('document-preview-page').first().waitFor();
  for (const [key, text] of Object.entries(typed)) await desk.fill(`document-field-${key}`, text);
  await desk.issue();
  const printed = await printOpenDocument(player.scene, print);
  await then();
  await back(player);
  const { documents } = await current(player);
  const documentId = documents.findLast((each) => each.code === code)?.id ?? '';
  await desk.synced();
  await player.keepPdf(documentId, code);
  return printed;
}

async function recheck(player: Player, task: Task, day: string): Promise<void> {
  const { desk, camera, folder, story } = player.scene;
  await player.at(day, loginOf(task, 0));
  await openTask(player, 'orders');
  await desk.click('order-recheck');
  await desk.find('recheck-dialog').waitFor();
  await desk.find('recheck-item').first().getByTestId('item-photo-input').setInputFiles(await photos(player, folder, [`after-${day}`]));
  await eventually(async () => (await desk.find('recheck-item').first().getByTestId('item-photo').count()) >= 3);
  await desk.click('recheck-open');
  await desk.fill('recheck-note', AFTER);
  await camera.take(`recheck-${day}`);
  await desk.click('recheck-confirm');
  await desk.find('recheck-dialog').waitFor({ state: 'hidden' });
  await paper(player, 'FCJL', `print-recheck-${day}`, { startAt: `${day}T16:00`, endAt: `${day}T16:40`, comment: '资金紧张，请求宽限' });
  await openTask(player, 'orders');
  await desk.synced();
  story.tell(`Re-check of ${day}: not corrected.`);
}

/** Everything known goes over to a clue; the head finds the officers proposed. */
async function becomeCase(player: Player, task: Task): Promise<void> {
  const { desk, camera, story } = player.scene;
  await desk.click('inspection-part-outcome');
  await desk.click('hand-over');
  await desk.find('hand-over-dialog').waitFor();
  const fields = await desk.find('carried-field').count();
  await camera.take('hand-over');
  await desk.click('hand-over-confirm');
  await desk.find('hand-over-case').waitFor();
  await desk.synced();
  const { caseId } = await current(player);
  if (caseId === null) throw new Error('the visit became no case');
  player.caseId = caseId;
  await player.at('2026-03-30', 'jchead');
  await player.step('assign', { officerIds: [...task.officerIds], noRecusal: true }, '');
  await player.picture('case');
  const file = await player.call('case.get', { caseId });
  story.note('fieldsCarriedOver', fields);
  story.tell(`The visit is a case now, ${String(fields)} fields and ${String(file.evidence.length)} exhibits carried over, nothing typed twice; its officers are assigned.`);
}

function loginOf(task: Task, index: number): string {
  return (task.officerIds[index] ?? '').replace('officer-', '');
}

async function openTask(player: Player, part: string): Promise<void> {
  await player.scene.desk.page.evaluate(([id, key]) => { window.location.hash = `#/tasks/${id}?part=${key}`; }, [player.caseId, part] as const);
  await player.scene.desk.find('inspection-panel').waitFor();
}

async function back(player: Player): Promise<void> {
  await player.scene.desk.click('document-back');
  await player.scene.desk.find('inspection-panel').waitFor();
}

function current(player: Player): Promise<Task> {
  return player.call('task.get', { taskId: player.caseId });
}
