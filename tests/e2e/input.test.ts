import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { DeskPage } from '#tests/helpers/desk-page.ts';
import { drawnPhoto, threePagePdf } from '#tests/helpers/exhibits.ts';
import { InputMethod } from '#tests/helpers/input-method.ts';
import { OFFICE_PASSWORD, openOffice, type Office } from '#tests/helpers/office.ts';
import { openSeat, type Seat } from '#tests/helpers/seat.ts';

const CASE = 'case-input-1';
/** What must not happen is given many times the time in which it would. */
const LONG_ENOUGH_MS = 600;

let office: Office;
let seat: Seat;
let desk: DeskPage;
let hand: InputMethod;

beforeAll(async () => {
  office = await openOffice();
  await office.assigned(CASE);
  seat = await openSeat(office.server.url);
  desk = seat.desk;
  await desk.signIn('jc01', OFFICE_PASSWORD);
  await desk.synced();
  hand = await InputMethod.on(desk.page);
});

afterAll(async () => {
  await seat.close();
  await office.close();
});

async function caseFile(): Promise<CaseFile> {
  const answer = await desk.page.evaluate((id) => window.desk.call('case.get', { caseId: id }), CASE);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** Lets the time pass in which a search would have been made. */
async function longEnough(): Promise<void> {
  const since = await desk.page.evaluate(() => performance.now());
  await desk.page.waitForFunction(([from, span]) => performance.now() - from > span, [since, LONG_ENOUGH_MS] as const);
}

function put(name: string, bytes: Uint8Array): string {
  const file = path.join(seat.folder, name);
  writeFileSync(file, bytes);
  return file;
}

describe('a Chinese input method', () => {
  it('is waited for by the search everywhere, whose Enter then opens nothing', async () => {
    await desk.page.keyboard.press('Control+k');
    const field = desk.find('search-input');
    await field.waitFor();
    await hand.choose('档');
    await desk.find('search-hit').first().waitFor();
    const before = await desk.find('search-palette').innerText();
    await hand.compose('an');
    await hand.enter();
    await longEnough();
    expect(await field.inputValue()).toBe('档an');
    expect(await desk.find('search-palette').innerText()).toBe(before);
    await hand.choose('案');
    expect(await field.inputValue()).toBe('档案');
    await expect.poll(() => desk.find('search-hit').first().innerText()).toContain('档案');
    await desk.page.keyboard.press('Escape');
  });

  it('is waited for by the search of the list, which stays where it is on Enter', async () => {
    await desk.click('nav-cases');
    const field = desk.find('case-list-search');
    await field.click();
    await desk.find('case-row').first().waitFor();
    await hand.compose('bucunzai');
    await hand.enter();
    await longEnough();
    expect(await desk.find('case-row').count()).toBeGreaterThan(0);
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await hand.choose('不存在');
    await desk.find('case-row').first().waitFor({ state: 'detached' });
    await field.fill('');
    await desk.find('case-row').first().waitFor();
  });

  it('chooses words with Enter in a list of lines without starting the next line', async () => {
    await desk.openCase('档案');
    await desk.section('documents');
    await desk.makeDocument('KYBL');
    const lines = desk.page.locator('[data-testid="document-field-findings"] textarea');
    await lines.first().click();
    await hand.compose('xianchang');
    await hand.enter();
    expect(await lines.count()).toBe(1);
    await hand.choose('现场有围挡');
    expect(await lines.first().inputValue()).toBe('现场有围挡');
    await hand.enter();
    await expect.poll(() => lines.count()).toBe(2);
    await desk.backToCase();
  });
});

describe('files', () => {
  it('fall from the file manager onto the evidence of the case', async () => {
    await desk.section('evidence');
    const count = (await caseFile()).evidence.length;
    const zone = desk.find('evidence-drop');
    await zone.scrollIntoViewIfNeeded();
    const box = await zone.boundingBox();
    if (box === null) throw new Error('no zone');
    await hand.drop([put('拖入的照片.jpg', await drawnPhoto(desk.page, '#557799')), put('拖入的合同.pdf', await threePagePdf())], { x: box.x + box.width / 2, y: box.y + 20 });
    await desk.find('evidence-proves-1').waitFor();
    await desk.fill('evidence-proves-0', '证明现场的状况');
    await desk.fill('evidence-proves-1', '证明合同关系');
    await desk.click('evidence-confirm');
    await desk.page.getByTestId('evidence-intake').waitFor({ state: 'detached' });
    expect((await caseFile()).evidence.slice(count).map((each) => [each.title, each.file?.mime])).toEqual([['拖入的照片', 'image/jpeg'], ['拖入的合同', 'application/pdf']]);
  });

  it('of a picture copied elsewhere come with Ctrl+V, under a name that can be read', async () => {
    const count = (await caseFile()).evidence.length;
    const picture = Buffer.from(await drawnPhoto(desk.page, '#993355')).toString('base64');
    // Some runtimes still carry this call alone, which the types no longer name.
    await seat.desktop.app.evaluate(({ clipboard, nativeImage }, base64) => { (clipboard as unknown as { writeImage(image: Electron.NativeImage): void }).writeImage(nativeImage.createFromBuffer(Buffer.from(base64, 'base64'))); }, picture);
    await desk.page.keyboard.press('Control+v');
    await desk.find('evidence-proves-0').waitFor();
    await desk.fill('evidence-proves-0', '证明截图的内容');
    await desk.click('evidence-confirm');
    await desk.page.getByTestId('evidence-intake').waitFor({ state: 'detached' });
    const pasted = (await caseFile()).evidence.slice(count);
    expect(pasted.map((each) => [each.title, each.file?.mime])).toEqual([['粘贴的图片', 'image/png']]);
  });

  it('are not made of words, which go where they are pasted', async () => {
    await seat.desktop.app.evaluate(({ clipboard }) => clipboard.writeText('档案'));
    await desk.page.keyboard.press('Control+k');
    await desk.find('search-input').waitFor();
    await desk.page.keyboard.press('Control+v');
    await expect.poll(() => desk.find('search-input').inputValue()).toBe('档案');
    await desk.page.keyboard.press('Escape');
    expect(await desk.find('evidence-intake').count()).toBe(0);
  });
});
