import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCabledOffice, type CabledOffice } from '#tests/helpers/cabled-office.ts';
import type { DeskPage } from '#tests/helpers/desk-page.ts';
import { OFFICE_PASSWORD } from '#tests/helpers/office.ts';
import { openSeat, type Seat } from '#tests/helpers/seat.ts';
import { verifyPackage } from '#worker/volume/verify.ts';

let office: CabledOffice;
let seat: Seat;
let desk: DeskPage;
let caseId = '';

/** The closed case with the most papers. */
function fullestClosedCase(): Promise<string> {
  return desk.page.evaluate(async () => {
    const list = await window.desk.call('case.list', { filter: { stages: ['CLOSED'] }, sort: 'updated', offset: 0, limit: 100 });
    let best = { id: '', papers: -1 };
    for (const { id } of list.ok ? list.value.items : []) {
      const file = await window.desk.call('case.get', { caseId: id });
      const papers = file.ok ? file.value.documents.filter((document) => document.status === 'issued').length : 0;
      if (papers > best.papers) best = { id, papers };
    }
    return best.id;
  });
}

beforeAll(async () => {
  office = await openCabledOffice(60);
  seat = await openSeat(office.cable.url);
  desk = seat.desk;
  await desk.signIn('dagl1', OFFICE_PASSWORD);
  await desk.synced();
  caseId = await fullestClosedCase();
  await desk.page.evaluate(async (id) => { await window.desk.call('file.pinCase', { caseId: id }); }, caseId);
});

afterAll(async () => {
  await seat.close();
  await office.close();
});

describe('the volume of a closed case', () => {
  it('is found by the archivist among what is closed and not archived', async () => {
    await desk.click('nav-archive');
    await desk.find('archive-waiting-row').first().waitFor();
    expect(await desk.find('archive-waiting-row').count()).toBeGreaterThan(0);
  });

  it('opens without network in about a second, page after page as bound', async () => {
    office.cable.set({ refuse: true });
    await desk.page.evaluate(() => window.desk.call('sync.now', {}));
    await desk.find('offline-banner').waitFor();
    const started = performance.now();
    await desk.page.evaluate((id) => { window.location.hash = `#/cases/${id}/volume`; }, caseId);
    await desk.page.locator('[data-testid="volume-page"][data-drawn="yes"]').first().waitFor();
    const milliseconds = performance.now() - started;
    console.log(`the volume opened in ${String(Math.round(milliseconds))} ms`);
    // A second on a machine of its own; tests share theirs.
    expect(milliseconds).toBeLessThan(15_000);
    expect(await desk.find('volume-catalogue-row').count()).toBeGreaterThan(3);
  });

  it('jumps by the catalogue and finds words inside', async () => {
    const rows = desk.find('volume-catalogue-row');
    const row = rows.filter({ hasNot: desk.page.locator(':disabled') }).nth(3);
    const title = (await row.locator('.title').innerText()).split(/\s/)[0] ?? '';
    await row.click();
    await desk.page.waitForFunction((wanted) => document.querySelector('[data-testid="volume-where"]')?.textContent.includes(wanted), title);
    await desk.fill('volume-search', '苏州市');
    await desk.find('volume-hit').nth(1).waitFor();
    await desk.find('volume-hit').nth(1).click();
    await desk.fill('volume-search', '');
    await desk.find('volume-catalogue-row').first().waitFor();
  });

  it('shows what is missing and the score, and keeps a private note', async () => {
    await desk.page.getByText('自评', { exact: true }).click();
    await desk.click('score-words');
    await desk.fill('score-note', '第3页有涂改');
    await desk.click('score-fail');
    await desk.page.waitForFunction(() => document.querySelector('[data-testid="score-words"]')?.textContent.includes('不符合'));
    await desk.page.getByText('批注', { exact: true }).click();
    await desk.fill('note-text', '送达日期与回证核对一致');
    await desk.click('note-add');
    await desk.find('volume-note').first().waitFor();
    expect(await desk.find('volume-note').first().innerText()).toContain('核对一致');
  });

  it('is exported as a package that verifies, offline', async () => {
    await desk.click('volume-archive');
    await desk.page.waitForFunction(() => document.querySelector('.el-message')?.textContent.includes('已保存到'), undefined, { timeout: 60_000 });
    const name = readdirSync(seat.folder).find((each) => each.endsWith('.zip')) ?? '';
    expect(verifyPackage(readFileSync(path.join(seat.folder, name)))).toMatchObject({ ok: true });
  });
});
