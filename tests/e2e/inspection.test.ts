import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Matter } from '#shared/domain/matter/matter.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { PARTY } from '#tests/helpers/cases.ts';
import { DeskPage } from '#tests/helpers/desk-page.ts';
import { type Desktop, launchDesktop } from '#tests/helpers/desktop.ts';
import { drawnPhoto } from '#tests/helpers/exhibits.ts';
import { type FaultProxy, startFaultProxy } from '#tests/helpers/fault-proxy.ts';
import { inkOnSheet, inspectionPlan, writeName } from '#tests/helpers/inspection.ts';
import { OFFICE_PASSWORD, openOffice, type Office } from '#tests/helpers/office.ts';
import type { Desk } from '#tests/helpers/worker.ts';

const TASK = 'task-inspection-1';
const TITLE = '示例家园建筑市场行为检查';

let folder = '';
let office: Office;
let cable: FaultProxy;
let desktop: Desktop;
let desk: DeskPage;
let matter: Matter;
/** The moment server, desks and window live by; moved on by `goTo`. */
let now = Date.parse('2026-03-09T00:10:00.000Z');

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'inspection-'));
  office = await openOffice();
  office.server.clock.now = () => new Date(now);
  cable = await startFaultProxy(office.server.url);
  await planned();
  desktop = await launchDesktop({ profileDir: path.join(folder, 'profile'), serverUrl: cable.url, saveDir: path.join(folder, 'saved') });
  desk = new DeskPage(desktop.page);
  await turnWindow();
});

afterAll(async () => {
  await desktop.close();
  await cable.close();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A time of a day in Suzhou. */
function setTime(day: string, clock: string): void {
  now = Date.parse(`${day}T${clock}:00.000+08:00`);
}

/** The window reads its clock anew when it is loaded. */
async function turnWindow(): Promise<void> {
  await desktop.page.clock.setFixedTime(now);
  await desktop.page.reload();
}

/** Another time for server, worker and window: with the sign-in everybody asks for the time anew. */
async function comeAt(day: string, clock: string): Promise<void> {
  if (await desk.find('officer-menu').count() > 0) await desk.signOut();
  setTime(day, clock);
  await turnWindow();
  await desk.signIn('jc01', OFFICE_PASSWORD);
  await desk.synced();
}

function by(login: string, act: (at: Desk) => Promise<void>): Promise<void> {
  return office.briefly(login, () => now, act);
}

/** The day before the head makes, assigns and approves the task; the second officer signs in on site at nine. */
async function planned(): Promise<void> {
  await by('jchead', async (at) => {
    const matters = await at.must('reference.matters', {});
    matter = matters.find((each) => each.channel === 'JC' && each.claim === 'claimed' && each.publishedOn !== null && each.subs.flatMap((sub) => sub.items).some((item) => item.violationId === 'J01'))!;
    await at.submit('task.create', TASK, inspectionPlan(matter, TITLE));
    await at.submit('task.assign', TASK, { officerIds: [office.officerId('jc01'), office.officerId('jc02')], plannedOn: null, reason: '' });
    await at.submit('task.approve', TASK, { opinion: '同意检查。' });
  });
}

async function task(): Promise<Task> {
  const answer = await desktop.page.evaluate((taskId) => window.desk.call('task.get', { taskId }), TASK);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

async function paper(code: string): Promise<DocumentFile> {
  const documentId = (await task()).documents.findLast((each) => each.code === code)?.id ?? '';
  const answer = await desktop.page.evaluate((id) => window.desk.call('document.get', { documentId: id }), documentId);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

async function openTask(part?: string): Promise<void> {
  await desktop.page.evaluate(([id, query]) => { window.location.hash = `/tasks/${id}${query}`; }, [TASK, part === undefined ? '' : `?part=${part}`] as const);
  await desk.find('inspection-panel').waitFor();
}

const part = (key: string): Promise<void> => desk.click(`inspection-part-${key}`);

async function photo(name: string, colour: string): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(file, await drawnPhoto(desktop.page, colour));
  return file;
}

async function unplug(): Promise<void> {
  cable.set({ refuse: true });
  await desktop.page.evaluate(() => window.desk.call('sync.now', {}));
  await desk.find('offline-banner').waitFor();
}

async function plug(): Promise<void> {
  cable.set({});
  await desk.synced();
}

/** Fills fields of the open paper. */
async function fillPaper(values: Readonly<Record<string, string>>): Promise<void> {
  await desk.find('document-preview-page').first().waitFor();
  for (const [key, text] of Object.entries(values)) await desk.fill(`document-field-${key}`, text);
}

/** Nothing is left to type into the open paper. */
async function complete(): Promise<void> {
  await expect.poll(() => desk.find('document-missing').allInnerTexts()).toEqual([]);
}

async function backToTask(): Promise<void> {
  await desk.click('document-back');
  await desk.find('inspection-panel').waitFor();
}


describe('a visit, from the papers before it to the case it becomes', () => {
  it('has its approval and notice drafted from the task in one click each, with nothing left to type', async () => {
    await comeAt('2026-03-10', '08:30');
    await desktop.page.evaluate((id) => window.desk.call('command.submit', { kind: 'task.accept', entityId: id, payload: {} }), TASK);
    await openTask('prepare');
    await desk.find('inspection-paper-JCSP').waitFor();
    for (const code of ['JCSP', 'JCTZ']) {
      await desk.click(`inspection-paper-open-${code}`);
      await desk.find('document-preview-page').first().waitFor();
      await complete();
      await backToTask();
      await part('prepare');
    }
    expect((await paper('JCSP')).values).toMatchObject({ checkClass: '个案检查', method: '现场检查', plannedOn: '2026-03-10', urgent: '否', count: '0次', cap: '不限（投诉举报线索）', reason: inspectionPlan(matter, TITLE).description });
    expect((await paper('JCTZ')).values).toMatchObject({ checkAt: '2026-03-10T09:00', count: '0' });
    await desk.synced();
    setTime('2026-03-10', '09:00');
    await by('jc02', async (at) => { await at.submit('task.arrive', TASK, { at: '2026-03-10T09:00', place: '示例路1号', position: null }); });
  });

  it('is gone through without network: arrival, checklist by keyboard, photos, findings', async () => {
    await comeAt('2026-03-10', '10:10');
    await unplug();
    await openTask('site');
    await desk.click('arrive');
    await desk.find('check-next').waitFor();
    const rows = desk.find('check-row');
    const failing = await rows.evaluateAll((all, itemId) => all.findIndex((row) => row.getAttribute('data-item-id') === itemId), matter.subs.flatMap((sub) => sub.items).find((item) => item.violationId === 'J01')?.id ?? '');
    const total = await rows.count();
    await rows.first().focus();
    for (let index = 0; index < total; index += 1) {
      if (index !== failing) { await desktop.page.keyboard.press(index % 5 === 4 ? '4' : '1'); continue; }
      await desktop.page.keyboard.press('2');
      await desktop.page.keyboard.insertText('现场正在进行基坑开挖，施工单位未能出示施工许可证');
      await desktop.page.keyboard.press('Enter');
    }
    expect(await desk.find('check-progress').innerText()).toContain(`${String(total)} / ${String(total)}`);
    await rows.nth(failing).getByTestId('item-photo-input').setInputFiles([await photo('before-1.jpg', '#7c8b99'), await photo('before-2.jpg', '#a9784f')]);
    await expect.poll(() => rows.nth(failing).getByTestId('item-photo').count()).toBe(2);
    await desk.fill('findings-text', '工地大门处未公示工程概况');
    await desktop.page.keyboard.press('Control+s');
    await expect.poll(async () => (await task()).checklist.filter((line) => line.result !== 'unchecked').length).toBe(total);
    const seen = await task();
    expect(seen.checklist[failing]).toMatchObject({ result: 'fail', note: '现场正在进行基坑开挖，施工单位未能出示施工许可证' });
    expect(seen.checklist[failing]?.evidenceIds).toHaveLength(2);
    expect(seen.findings).toEqual(['工地大门处未公示工程概况']);
  });

  it('cannot end before the rules are met, and says what is missing where it is', async () => {
    expect(await desk.find('finish-blocked').innerText()).toContain('被检查人还没有签名');
    await desk.click('result-clean');
    await desk.click('result-pending');
    expect(await desk.find('finish').isDisabled()).toBe(true);
  });

  it('orders what failed in one dialog, with clause, violation and photos of the visit', async () => {
    await part('orders');
    await desk.click('order-new');
    await desk.find('order-dialog').waitFor();
    await desk.click('order-confirm');
    await desk.click('order-due-7');
    await desk.click('order-confirm');
    await desk.find('order-dialog').waitFor({ state: 'hidden' });
    const [order] = (await task()).orders;
    expect(order).toMatchObject({ kind: 'correct', madeOn: '2026-03-10', dueOn: '2026-03-17', items: [{ violationId: 'J01' }] });
    expect(order?.items[0]?.beforeIds).toHaveLength(2);
    expect(order?.items[0]?.clause).toContain('《');
  });

  it('makes its record out of the visit, is signed on the screen, and ends', async () => {
    await part('site');
    await desk.click('inspection-paper-open-XCJC');
    await fillPaper({ comment: '检查情况属实，没有异议', weather: '晴' });
    await complete();
    await desktop.page.keyboard.press('Control+s');
    await backToTask();
    await part('site');
    await desk.click('sign-party');
    await writeName(desk);
    expect(await inkOnSheet(desk)).toBe(true);
    await desk.click('signature-undo');
    await desk.click('signature-confirm');
    await desk.find('signature-dialog').waitFor({ state: 'hidden' });
    expect((await task()).signatures).toMatchObject([{ signer: 'party', refusal: '', at: '2026-03-10T10:10' }]);
    expect(await desk.find('check-note').count()).toBe(0);
    await desk.click('result-ordered');
    await desk.click('finish');
    await desk.click('finish-confirm');
    await expect.poll(async () => (await task()).state).toBe('rectify');
    await desk.click('inspection-paper-open-XCJC');
    await desk.issue();
    await backToTask();
  });

  it('reaches the server when the network is back; the order is issued and served', async () => {
    await plug();
    await openTask('orders');
    await desk.click('inspection-paper-open-ZGTZ');
    await desk.find('document-preview-page').first().waitFor();
    await complete();
    await desk.issue();
    await desk.click('document-serve');
    await desk.find('service-dialog').waitFor();
    await desk.click('service-confirm');
    await desk.find('service-dialog').waitFor({ state: 'hidden' });
    await desk.synced();
    const row = await office.server.db.selectFrom('task').select(['state', 'body']).where('id', '=', TASK).executeTakeFirstOrThrow();
    expect(row.state).toBe('rectify');
    expect((await task()).services).toHaveLength(1);
  });

  it('fails its re-check, with the photos after beside those before', async () => {
    await comeAt('2026-03-18', '09:30');
    await unplug();
    await openTask('orders');
    await desk.click('order-recheck');
    await desk.find('recheck-dialog').waitFor();
    await desk.find('recheck-item').first().getByTestId('item-photo-input').setInputFiles([await photo('after-1.jpg', '#5b7f5b')]);
    await expect.poll(() => desk.find('recheck-item').first().getByTestId('item-photo').count()).toBe(3);
    await desk.click('recheck-open');
    await desk.fill('recheck-note', '基坑仍在开挖，施工许可证没有办理');
    await desk.click('recheck-confirm');
    await desk.find('recheck-dialog').waitFor({ state: 'hidden' });
    expect((await task()).orders[0]?.rounds).toMatchObject([{ no: 1, on: '2026-03-18', passed: false, findings: [{ outcome: 'open' }] }]);
    await desk.click('inspection-paper-open-FCJL');
    await desk.find('document-preview-page').first().waitFor();
    expect((await paper('FCJL')).values).toMatchObject({ conclusion: '未改正', dueOn: '2026-03-17' });
    await backToTask();
  });

  it('becomes a case with everything carried over, which arrives on the server', async () => {
    await part('outcome');
    await desk.click('hand-over');
    await desk.find('hand-over-dialog').waitFor();
    const fields = await desk.find('carried-field').count();
    expect(String(fields)).toBe(await desk.find('hand-over-count').innerText());
    expect(fields).toBeGreaterThanOrEqual(30);
    await desk.click('hand-over-confirm');
    await desk.find('hand-over-case').waitFor();
    await plug();
    const body = await office.server.db.selectFrom('case_file').select('body').where('id', '=', `case-${TASK}`).executeTakeFirstOrThrow();
    expect(body.body).toMatchObject({
      stage: 'CLUE', violationId: 'J01', actOn: '2026-03-10', party: { name: PARTY.name }, project: { name: '示例家园二期' }, correctiveOrder: { dueOn: '2026-03-17', recheckedOn: '2026-03-18', corrected: false },
      fromTask: { taskId: TASK },
    });
    expect((body.body as { evidence: readonly unknown[] }).evidence).toHaveLength(5);
    expect(await office.server.db.selectFrom('task').select('state').where('id', '=', TASK).executeTakeFirst()).toMatchObject({ state: 'done' });
  });

  it('shows the day its result must be public', async () => {
    expect(await desk.find('publication-due').innerText()).toContain('2026-04-08');
  });
});
