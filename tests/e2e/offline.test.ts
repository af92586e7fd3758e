import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCabledOffice, type CabledOffice } from '#tests/helpers/cabled-office.ts';
import { DeskPage } from '#tests/helpers/desk-page.ts';
import { type Desktop, launchDesktop } from '#tests/helpers/desktop.ts';
import { OFFICE_PASSWORD } from '#tests/helpers/office.ts';

const SUBJECT = '断电前登记的线索';

let folder = '';
let office: CabledOffice;
let desktop: Desktop;
let desk: DeskPage;

async function open(): Promise<void> {
  desktop = await launchDesktop({ profileDir: path.join(folder, 'profile'), serverUrl: office.cable.url });
  desk = new DeskPage(desktop.page);
  await desk.find('sign-in-login').waitFor();
}

async function onServer(): Promise<readonly string[]> {
  const rows = await office.server.db.selectFrom('case_file').select('body').where('stage', '=', 'CLUE').execute();
  return rows.map((row) => JSON.stringify(row.body)).filter((body) => body.includes(SUBJECT));
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'offline-'));
  office = await openCabledOffice(20);
  await open();
});

afterAll(async () => {
  await desktop.close();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the desktop without network', () => {
  it('opens for no one who has not signed in online on this machine', async () => {
    office.cable.set({ refuse: true });
    await desk.fill('sign-in-login', 'jc01');
    await desk.fill('sign-in-password', OFFICE_PASSWORD);
    await desk.click('sign-in-submit');
    expect(await desk.find('sign-in-error').innerText()).toMatch(/联网/);
    office.cable.set({});
    await desk.signIn('jc01', OFFICE_PASSWORD);
    await desk.synced();
  });

  it('keeps what was acknowledged when it is killed, and says since when it is offline', async () => {
    office.cable.set({ refuse: true });
    await desktop.page.evaluate(() => window.desk.call('sync.now', {}));
    await desk.find('offline-banner').waitFor();
    expect(await desk.find('offline-banner').innerText()).toMatch(/离线中，自 \d{2}:\d{2} 起/);
    await desk.click('nav-cases');
    await desk.click('register-clue');
    await desk.choose('field-clue.source', '监督检查');
    await desk.fill('field-clue.subject', SUBJECT);
    await desk.fill('field-clue.description', '离线登记，随即断电。');
    await desk.choose('field-district', '苏州市本级');
    await desk.search('field-violationId', 'J16');
    await desk.click('register-submit');
    await desk.find('case-page').waitFor();
    await desktop.kill();
    expect(await onServer()).toEqual([]);
  });

  it('refuses a wrong password with a delay, then opens the same cache with the right one', async () => {
    await open();
    await desk.fill('sign-in-login', 'jc01');
    await desk.fill('sign-in-password', 'not-the-password');
    await desk.click('sign-in-submit');
    await desk.find('sign-in-error').waitFor();
    await desk.page.waitForFunction(() => document.querySelector<HTMLButtonElement>('[data-testid="sign-in-submit"]')?.disabled === false, undefined, { timeout: 20_000 });
    await desk.signIn('jc01', OFFICE_PASSWORD);
    await desk.openCase(SUBJECT);
    expect(await desk.find('case-stage').innerText()).toContain('线索登记');
  });

  it('sends what was written exactly once when the network is back', async () => {
    office.cable.set({});
    await desk.synced();
    expect(await onServer()).toHaveLength(1);
    await desk.synced();
    expect(await onServer()).toHaveLength(1);
    expect(await desk.find('offline-banner').count()).toBe(0);
  });
});
