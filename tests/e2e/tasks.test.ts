import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { startCups } from '#tests/helpers/cups.ts';
import { ink, rasterPages } from '#tests/helpers/raster.ts';
import { openCabledOffice, type CabledOffice } from '#tests/helpers/cabled-office.ts';
import type { DeskPage } from '#tests/helpers/desk-page.ts';
import { OFFICE_PASSWORD } from '#tests/helpers/office.ts';
import { PARTY } from '#tests/helpers/cases.ts';
import { openSeat, type Seat } from '#tests/helpers/seat.ts';

const PLACE = '苏州市姑苏区平江街道示例路66号';
const today = shanghaiDay(new Date().toISOString());

const cups = await startCups();
if (!cups.available) console.log(`No print queue on this machine, so the route is not printed: ${cups.reason}`);

let office: CabledOffice;
let seat: Seat;
let desk: DeskPage;

beforeAll(async () => {
  office = await openCabledOffice(0);
  seat = await openSeat(office.cable.url, cups.available ? { env: cups.env } : {});
  desk = seat.desk;
});

afterAll(async () => {
  await seat.close();
  await office.close();
  if (cups.available) await cups.close();
});

async function state(): Promise<string> {
  return (await desk.find('task-state').first().innerText()).trim();
}

async function onServer() {
  const rows = await office.server.db.selectFrom('task').select(['task_no', 'state', 'body']).where(sql<string>`body->>'title'`, 'like', '%示例路66号%').execute();
  return rows.map((row) => ({ number: row.task_no, state: row.state, officerIds: row.body.officerIds, approved: row.body.approval !== null, plannedOn: row.body.plannedOn }));
}

/** Without network, too: the sheet is drawn in the window. */
async function printRoute(): Promise<void> {
  if (!cups.available) return;
  const since = Date.now();
  await desk.click('route-print');
  await desk.page.waitForFunction(() => document.querySelector<HTMLButtonElement>('[data-testid="route-print-confirm"]')?.disabled === false);
  await desk.click('route-print-confirm');
  await desk.find('route-print-dialog').waitFor({ state: 'hidden' });
  const pages = await rasterPages(await cups.printedSince(since), 100);
  expect(pages).toHaveLength(1);
  expect(ink(pages[0]!)).toBeGreaterThan(0.003);
}

describe('supervision tasks on the desktop', () => {
  it('are made by the head, with what is wrong said at the field', async () => {
    await desk.signIn('jchead', OFFICE_PASSWORD);
    await desk.synced();
    await desk.click('nav-tasks');
    await desk.find('task-board').waitFor();
    await desk.click('task-new');
    await desk.find('new-task-dialog').waitFor();
    await desk.choose('task-form-source', '投诉举报');
    await desk.click('task-form-submit');
    expect(await desk.find('new-task-dialog').innerText()).toContain('请至少选择一个监管事项');
    const refused = desk.page.locator('.el-dialog li', { hasText: '不能据以检查' }).first();
    expect(await refused.innerText()).toMatch(/未公布|未认领|不适用/);
    expect(await refused.locator('input').isDisabled()).toBe(true);
    await desk.page.locator('[data-testid^="matter-SZZJ"]:not([disabled])').first().check();
    await desk.fill('task-party-name', PARTY.name);
    await desk.fill('task-party-code', '91320508MA1TEXT06A');
    expect(await desk.find('new-task-dialog').innerText()).toContain('第18位应为“X”');
    await desk.fill('task-party-code', PARTY.creditCode);
    await desk.fill('task-form-place', PLACE);
    await desk.choose('task-form-district', '苏州市本级');
    await desk.fill('task-form-title', '示例路66号工地检查');
    await desk.fillDate('task-form-planned', today);
    await desk.click('task-form-submit');
    await desk.find('task-page').waitFor();
    expect(await state()).toBe('待分派');
  });

  it('are assigned to two officers and approved', async () => {
    await desk.click('task-step-assign');
    await desk.find('assign-dialog').waitFor();
    await desk.page.getByTestId('assign-jc01').check();
    await desk.click('assign-confirm');
    expect(await desk.find('assign-error').innerText()).toContain('执法人员不得少于两人');
    expect(await desk.page.getByTestId('assign-jc06').isDisabled()).toBe(true);
    await desk.page.getByTestId('assign-jc02').check();
    await desk.click('assign-confirm');
    await desk.find('assign-dialog').waitFor({ state: 'hidden' });
    expect(await state()).toBe('待接收');
    await desk.click('task-step-approve');
    await desk.click('task-step-confirm');
    await desk.find('task-approve-dialog').waitFor({ state: 'hidden' });
    await desk.synced();
    await desk.page.waitForFunction(() => document.querySelector('[data-testid="task-number"]')?.textContent.startsWith('RW-JC-') === true);
    expect(await onServer()).toEqual([{ number: expect.stringMatching(/^RW-JC-/) as string, state: 'assigned', officerIds: ['officer-jc01', 'officer-jc02'], approved: true, plannedOn: today }]);
  });

  it('stand on the workbench, in the calendar and in the route of who goes, without network', async () => {
    await desk.signOut();
    await desk.signIn('jc01', OFFICE_PASSWORD);
    await desk.synced();
    office.cable.set({ refuse: true });
    await desk.page.evaluate(() => window.desk.call('sync.now', {}));
    await desk.find('offline-banner').waitFor();
    await desk.click('nav-workbench');
    expect(await desk.find('task-queue-mine').innerText()).toContain('示例路66号工地检查');
    await desk.click('nav-tasks');
    await desk.find('task-column-assigned').waitFor();
    expect(await desk.find('task-view-team').count()).toBe(0);
    await desk.click('task-view-calendar');
    await desk.page.getByTestId(`day-${today}`).getByText(PARTY.name).first().waitFor();
    await desk.click('task-view-route');
    await desk.find('route-stop').waitFor();
    expect(await desk.find('route-stop').innerText()).toContain(PLACE);
    await printRoute();
    await desk.click('task-view-list');
    await desk.find('task-row').first().click();
    await desk.find('task-page').waitFor();
  });

  it('are accepted there, wait in the outbox and arrive', async () => {
    await desk.click('task-step-accept');
    await desk.page.waitForFunction(() => document.querySelector('[data-testid="task-state"]')?.textContent.includes('待检查') === true);
    await desk.find('pending-mark').first().waitFor();
    await desk.click('nav-sync');
    await desk.page.getByText('接收任务').first().waitFor();
    expect(await onServer()).toMatchObject([{ state: 'assigned' }]);
    office.cable.set({});
    await desk.synced();
    expect(await onServer()).toMatchObject([{ state: 'accepted' }]);
  });

  it('are looked for by an address that back returns to', async () => {
    await desk.click('nav-tasks');
    await desk.click('task-view-list');
    await desk.fill('task-search', '没有这样的任务');
    await desk.find('task-list-clear').waitFor();
    await desk.click('task-list-clear');
    await desk.find('task-row').first().click();
    await desk.find('task-page').waitFor();
    await desk.click('go-back');
    await desk.find('task-row').first().waitFor();
    expect(await desk.page.evaluate(() => location.hash)).toContain('view=list');
  });

  it('are announced on the desktop unless that is turned off', async () => {
    const told = await desk.page.evaluate(() => window.desk.call('notice.state', {}));
    expect(told).toMatchObject({ ok: true, value: { enabled: true } });
    if (told.ok && told.value.supported) await desk.click('notice-switch');
    else await desk.page.evaluate(() => window.desk.call('notice.set', { enabled: false }));
    expect(await desk.page.evaluate(() => window.desk.call('notice.state', {}))).toMatchObject({ ok: true, value: { enabled: false } });
  });
});
