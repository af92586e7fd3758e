import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PARTY } from '#tests/helpers/cases.ts';
import type { DeskPage } from '#tests/helpers/desk-page.ts';
import { channelBody } from '#tests/helpers/discretion.ts';
import { evidence, OFFICE_PASSWORD, openOffice, type Office, today } from '#tests/helpers/office.ts';
import { openSeat, type Seat } from '#tests/helpers/seat.ts';

const CASE = 'case-tiers-1';

let office: Office;
let seat: Seat;
let desk: DeskPage;

beforeAll(async () => {
  office = await openOffice();
  await investigated();
  seat = await openSeat(office.server.url);
  desk = seat.desk;
});

afterAll(async () => {
  await seat.close();
  await office.close();
});

/** A case under investigation for J16 (《建设工程质量管理条例》第五十九条: 10,000–100,000 yuan). */
async function investigated(): Promise<void> {
  await office.assigned(CASE);
  const officer = await office.desk('jc01');
  await officer.submit('evidence.add', CASE, evidence('evidence-tiers'));
  await officer.submit('case.edit', CASE, { changes: [{ path: 'party', from: null, to: PARTY }, { path: 'actOn', from: null, to: '2026-10-10' }] });
  await officer.submit('case.advance', CASE, { event: 'propose-filing', opinion: '', data: { conditions: { evidence: true, jurisdiction: true, limitation: true } } });
  await officer.settled();
  const leader = await office.desk('leader1');
  await leader.submit('case.advance', CASE, { event: 'approve-filing', opinion: '同意。', data: {} });
  await leader.settled();
}

/** The page of the tables, as one of the two administrators. */
async function administer(login: string): Promise<void> {
  await desk.signIn(login, OFFICE_PASSWORD);
  await desk.synced();
  await desk.click('nav-admin');
  await desk.click('admin-discretion');
}

describe('a discretion table, by clicking', () => {
  it('begins with the catalogue\'s tiers, names the cell that leaves the article, and is handed in once it is mended', async () => {
    await administer('admin');
    await desk.click('discretion-add');
    await desk.fill('discretion-key', 'GCJS');
    await desk.fill('discretion-name', '示例市工程建设行政处罚裁量基准');
    await desk.fill('discretion-no', '示建规〔2026〕1号');
    for (const factor of ['duration', 'cooperation', 'rectification']) await desk.fill(`weight-${factor}`, '0');
    await desk.choose('discretion-channel', '监察支队');
    await desk.click('discretion-from-catalogue');
    await desk.fill('discretion-word', 'J16');
    await desk.click('row-edit-J16');
    await desk.fill('tier-max-light', '15000');
    await desk.fill('tier-min-normal', '15000');
    await desk.fill('tier-max-heavy', '100001');
    expect(await desk.find('discretion-row').first().textContent()).toContain('“严重”档超出法定幅度（1万元至10万元）');
    expect(await desk.find('discretion-problems').textContent()).toContain('还有 1 处不符合要求');
    await desk.fill('tier-max-heavy', '100000');
    await desk.find('discretion-problems').waitFor({ state: 'hidden' });
    await desk.fill('tier-when-light', '首次违法，责令改正期限内移交档案');
    await desk.fill('tier-when-normal', '逾期三个月以内移交档案');
    await desk.fill('tier-when-heavy', '拒不移交，或者档案灭失');
    await desk.fill('config-note', '示例：依据示建规〔2026〕1号');
    await desk.click('config-propose');
    await desk.find('config-version').waitFor();
    await desk.leave();
  });

  it('is published by the other administrator, who then has the channel go by it', async () => {
    await administer('admin2');
    await desk.click('config-open');
    await desk.click('config-publish');
    await desk.page.locator('[data-testid="config-version"][data-status="published"]').waitFor();
    await desk.synced();
    await desk.click('admin-channels');
    await desk.click('channel-JC');
    await desk.click('channel-edit');
    await desk.choose('channel-discretion', 'GCJS');
    await desk.fill('config-note', '示例');
    await desk.click('config-propose');
    await desk.find('config-version').waitFor();
    await desk.leave();
    const admin = await office.server.signIn('admin', OFFICE_PASSWORD);
    const listed = await admin.call('configVersions', { kind: 'channel' });
    const version = listed.ok ? listed.value.versions[0] : undefined;
    expect(version).toMatchObject({ key: 'JC', status: 'submitted', effectiveFrom: today(), body: channelBody('GCJS') });
    expect(await admin.call('reviewConfig', { id: version?.id ?? 0, agrees: true, opinion: '同意' })).toMatchObject({ ok: true });
  });

  it('asks the officer for scores, proposes the fine of its formula, and is taken over with one button', async () => {
    await desk.signIn('jc01', OFFICE_PASSWORD);
    await desk.synced();
    await desk.openCase('示例甲建设');
    await desk.section('penalty');
    expect(await desk.find('discretion-table').textContent()).toContain('《示例市工程建设行政处罚裁量基准》（示建规〔2026〕1号）');
    await desk.page.locator('label[data-testid="tier-light"]').click();
    expect(await desk.page.locator('#case-penalty').textContent()).toContain('首次违法，责令改正期限内移交档案');
    for (const [factor, word] of [['scale', 0], ['consequence', 1], ['repeats', 2]] as const) await desk.page.locator(`label[data-testid="score-${factor}-${word}"]`).click();
    // (0 + 50 + 100) ÷ 3 = 50; 10,000 + 50 % of 5,000 = 12,500 yuan.
    await desk.page.getByText('12,500.00').first().waitFor();
    await desk.fill('field-discretion.scores.repeats', '40');
    // (0 + 50 + 40) ÷ 3 = 30; 10,000 + 30 % of 5,000 = 11,500 yuan.
    await desk.page.getByText('11,500.00').first().waitFor();
    await desk.click('adopt-proposal');
    await desk.find('fine-check').getByText('在法定幅度和裁量档内').waitFor();
    await desk.fill('field-proposed.fineFen', '16000');
    await desk.find('fine-check').getByText('不在“轻微”档').waitFor();
    await desk.leave();
    const file = await office.server.db.selectFrom('case_file').select('body').where('id', '=', CASE).executeTakeFirstOrThrow();
    expect(file.body.discretion).toMatchObject({ tier: 'light', scores: { scale: 0, consequence: 50, repeats: 40 } });
  });
});
