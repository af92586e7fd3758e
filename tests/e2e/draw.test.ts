import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyRecordText } from '#shared/domain/draw/verify-file.ts';
import type { DeskPage } from '#tests/helpers/desk-page.ts';
import { type DrawOffice, must, openDrawOffice } from '#tests/helpers/draw-office.ts';
import { openSeat, type Seat } from '#tests/helpers/seat.ts';
import { TEST_PASSWORD } from '#tests/helpers/server.ts';

let office: DrawOffice;
let seat: Seat;
let desk: DeskPage;
let planId = '';

beforeAll(async () => {
  office = await openDrawOffice(100);
  planId = await office.approvedPlan({ name: '2026年度房地产开发企业抽查', ratioPermille: 100 });
  seat = await openSeat(office.server.url);
  desk = seat.desk;
});

afterAll(async () => {
  await seat.close();
  await office.close();
});

async function openDraw(): Promise<void> {
  await desk.click('nav-draws');
  await desk.page.getByRole('link', { name: '2026年度房地产开发企业抽查' }).click();
  await desk.find('draw-row').first().getByRole('link').click();
  await desk.find('draw-commitment').waitFor();
}

/** The saved file whose name begins with `name`. */
async function saved(name: string): Promise<Buffer> {
  const find = (): string | undefined => readdirSync(seat.folder).find((file) => file.startsWith(name));
  await expect.poll(find, { timeout: 30_000 }).toBeDefined();
  return readFileSync(path.join(seat.folder, find() ?? ''));
}

describe('a random draw on screen', () => {
  it('shows the pot, leaves nobody out without a reason, and freezes it', async () => {
    await desk.signIn('sjgl1', TEST_PASSWORD);
    await desk.click('nav-draws');
    await desk.page.getByRole('link', { name: '2026年度房地产开发企业抽查' }).click();
    await desk.click('draw-start');
    const first = desk.find('pool-object').first();
    await first.waitFor();
    await first.getByText('排除').click();
    await desk.click('draw-exclude-confirm');
    await desk.page.getByText('请写明理由，理由记入抽取记录').waitFor();
    await desk.fill('draw-exclude-reason', '正在办理注销登记');
    await desk.click('draw-exclude-confirm');
    await desk.click('pool-tab-leftOut');
    await desk.find('pool-left-out').filter({ hasText: '正在办理注销登记' }).waitFor();
    await desk.click('draw-freeze');
    await desk.click('draw-freeze-confirm');
    await desk.find('draw-commitment').waitFor();
    expect(await desk.find('draw-run').count()).toBe(0);
    await desk.signOut();
  });

  it('is signed by a leader in a session of his own, who sees the frozen lists', async () => {
    await desk.signIn('leader1', TEST_PASSWORD);
    await openDraw();
    await desk.find('draw-frozen').getByText('本机计算的校验值与登记的一致').waitFor();
    await desk.fill('witness-words', '小雪初晴');
    await desk.click('witness-seen');
    await desk.click('witness-sign');
    await desk.page.getByText('等待双随机管理员抽取').waitFor();
    await desk.signOut();
  });

  it('is drawn, verified, exported and sent out', async () => {
    await desk.signIn('sjgl1', TEST_PASSWORD);
    await openDraw();
    await desk.click('draw-run');
    await desk.find('draw-item').first().waitFor();
    await desk.click('draw-verify');
    await desk.find('draw-verified').getByText('完全一致').waitFor();
    await desk.page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).click();
    const exported = async (kind: string, name: string): Promise<Buffer> => {
      await desk.click('draw-export');
      await desk.click(`draw-export-${kind}`);
      return saved(name);
    };
    const record = (await exported('record', '抽取记录')).toString();
    expect(verifyRecordText(record).ok).toBe(true);
    expect(verifyRecordText(record.replace('正在办理注销登记', '正在办理注册登记'))).toMatchObject({ ok: false });
    expect((await exported('paper', '双随机抽查任务单')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await exported('sheet', '2026年度房地产开发企业抽查抽取结果')).subarray(0, 2).toString()).toBe('PK');
    await desk.click('draw-dispatch');
    await desk.page.getByRole('button', { name: '派发', exact: true }).click();
    await desk.find('draw-item').filter({ hasText: '待接收' }).first().waitFor();
    const { draws } = await must(office.admin.call('drawPlan', { planId }));
    const tasks = await office.server.db.selectFrom('task').select('id').where('draw_id', '=', draws[0]?.id ?? '').execute();
    expect(tasks).toHaveLength(draws[0]?.drawnCount ?? 0);
  });
});
