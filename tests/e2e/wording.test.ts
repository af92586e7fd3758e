import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskPage } from '#tests/helpers/desk-page.ts';
import { OFFICE_PASSWORD, openOffice, type Office } from '#tests/helpers/office.ts';
import { openSeat, type Seat } from '#tests/helpers/seat.ts';

const OWN = '本告知书一式三份，一份送达当事人，一份送安全监督站，一份由本机关存档备查。';

let office: Office;
let seat: Seat;
let desk: DeskPage;

beforeAll(async () => {
  office = await openOffice();
  seat = await openSeat(office.server.url);
  desk = seat.desk;
  await desk.signIn('admin', OFFICE_PASSWORD);
});

afterAll(async () => {
  await seat.close();
  await office.close();
});

async function open(): Promise<void> {
  await desk.click('nav-wording');
  await desk.click('wording-set-GZS');
  await desk.choose('wording-channel', '质安监');
  await desk.page.waitForFunction(() => location.hash.endsWith('/wording/GZS/ZA'));
}

async function tab(label: string): Promise<void> {
  await desk.find('wording-tab').getByText(label, { exact: false }).click();
}

async function handIn(): Promise<void> {
  await desk.fill('wording-note', '质安监渠道另送安全监督站');
  await desk.click('wording-hand-in');
  await desk.find('wording-version').first().waitFor();
}

async function reviewAs(login: string): Promise<void> {
  await desk.signOut();
  await desk.signIn(login, OFFICE_PASSWORD);
  await open();
  await tab('版本');
  await desk.click('wording-review');
  await desk.click('wording-publish');
  await desk.find('wording-version').first().waitFor();
}

describe('a channel\'s own wording', () => {
  it('is started from the text in force, compared with it, and in force once another administrator agrees', async () => {
    await open();
    expect(await desk.find('wording-source').textContent()).toContain('内置');
    expect(await desk.find('wording-remark').textContent()).toContain('这个渠道没有自己的文字');
    await desk.fill('wording-input-copies', OWN);
    await tab('与全局对比');
    expect(await desk.find('wording-compare').textContent()).toContain('1 段不同');
    await desk.click('wording-save');
    await handIn();
    await reviewAs('admin2');
    await expect.poll(async () => await desk.find('wording-source').textContent()).toContain('渠道第 1 版');
    await desk.choose('wording-channel', '全局统一');
    await expect.poll(async () => await desk.find('wording-source').textContent()).toContain('内置');
    await expect.poll(async () => await desk.find('wording-set-GZS').textContent()).toContain('1 个渠道另有文字');
  });

  it('is ended by a version of its own, reviewed like any other', async () => {
    await desk.choose('wording-channel', '质安监');
    await desk.click('wording-end');
    await handIn();
    await reviewAs('admin');
    await expect.poll(async () => await desk.find('wording-source').textContent()).toContain('内置');
    const states = await desk.find('wording-version').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-status')));
    expect(states).toEqual(['published', 'published']);
  });
});
