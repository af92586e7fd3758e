import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import { readTable } from '#api/excel/read-table.ts';
import type { DeskPage } from '#tests/helpers/desk-page.ts';
import { openSeat, type Seat } from '#tests/helpers/seat.ts';
import { startTestServer, type TestServer } from '#tests/helpers/server.ts';
import { workbook } from '#tests/helpers/workbooks.ts';

const PASSWORD = 'office-2026-Suzhou';
const CODE = '91320508MA1TEXT06X';

let server: TestServer;
let seat: Seat;
let desk: DeskPage;

beforeAll(async () => {
  server = await startTestServer();
  await seed(server.db, { password: PASSWORD, cases: 80, seedNumber: 5 });
  seat = await openSeat(server.url);
  desk = seat.desk;
  await desk.signIn('sjgl1', PASSWORD);
});

afterAll(async () => {
  await seat.close();
  await server.close();
});

async function choose(file: string, bytes: Uint8Array): Promise<void> {
  const chosen = path.join(seat.folder, file);
  writeFileSync(chosen, bytes);
  await desk.page.locator('[data-testid="import-file"]').setInputFiles(chosen);
}

async function parties(): Promise<number> {
  return (await server.db.selectFrom('party').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
}

describe('the registers', () => {
  it('list projects, enterprises and officers, and open a page of each', async () => {
    await desk.click('nav-registers');
    await desk.find('register-row').first().waitFor();
    await desk.find('register-row').first().click();
    await desk.find('life-early').waitFor();
    await desk.click('project-view-life');
    await desk.find('life-timeline').waitFor();
    await desk.click('project-view-work');
    await desk.click('nav-registers');
    await desk.click('register-tab-parties');
    await desk.find('register-row').first().waitFor();
    await desk.click('register-expiring');
    await desk.find('register-row').first().click();
    await desk.find('party-page').waitFor();
    await desk.page.getByText('基本情况').waitFor();
    await desk.click('nav-registers');
    await desk.click('register-tab-officers');
    await desk.find('register-row').first().waitFor();
    await desk.find('register-row').first().click();
    await desk.find('recusal-add').waitFor();
    await desk.click('recusal-add');
    await desk.fill('recusal-party', '苏州示例甲有限公司');
    await desk.fill('recusal-reason', '配偶在该企业任职');
    await desk.click('recusal-confirm');
    await desk.find('recusals').waitFor();
  });

  it('take enterprises from a file: errors at their cells, columns chosen by hand, good rows written, all of it taken back', async () => {
    const before = await parties();
    await desk.click('nav-registers');
    await desk.click('register-tab-parties');
    await desk.click('register-import');
    await desk.find('import-choose').waitFor();
    await choose('旧表.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
    await desk.page.getByText('旧版 Excel 97–2003').waitFor();
    const head = ['公司', '统一社会信用代码', '区县', '信用等级', '资质名称', '证书编号', '有效期至', '备注'];
    await choose('施工企业名录.xlsx', await workbook([['2026年施工企业名录'], head,
      ['苏州示例甲建设有限公司', CODE, '姑苏区', 'A', '建筑工程施工总承包', 'D332000001', '2028.12.31', ''],
      ['苏州示例乙建设有限公司', '91320583MA2ABCD13B', '昆山', 'E', '', '', '2026.13.1', ''],
      ['苏州示例丙建设有限公司', '91320583MA2ABCD13A', '昆山', 'B', '', '', '', ''], ['合计', '3 家']]));
    await desk.find('import-missing').waitFor();
    await desk.page.getByTestId('import-column-0').selectOption('name');
    await desk.click('import-recheck');
    await desk.find('preview-row-wrong').first().waitFor();
    await desk.click('preview-first');
    await desk.find('preview-row-new').first().waitFor();
    await desk.click('import-apply');
    await desk.page.getByText('导入完成').waitFor();
    expect(await parties()).toBe(before + 2);
    await desk.click('import-rejected');
    const download = path.join(seat.folder, '施工企业名录-退回行.xlsx');
    await expect.poll(() => existsSync(download), { timeout: 20_000 }).toBe(true);
    const rejected = await readTable(readFileSync(download), { name: '退回.xlsx', columns: [{ key: 'why', title: '退回原因' }, { key: 'no', title: '原行号' }, { key: 'name', title: '公司' }] });
    expect(rejected.ok && rejected.value.rows.map(({ cells }) => [cells.no, cells.name, cells.why.split('\n').length])).toEqual([['4', '苏州示例乙建设有限公司', 3]]);
    await desk.click('import-undo');
    await desk.page.getByRole('button', { name: '整体撤销' }).click();
    await desk.page.getByText('整体撤销，名录恢复到导入前').waitFor();
    expect(await parties()).toBe(before);
  });

  it('merge two records that are one, and make them two again', async () => {
    const { body } = await server.db.selectFrom('party').select('body').where('name', 'like', '%有限公司').orderBy('id').limit(1).executeTakeFirstOrThrow();
    const twin = { ...body, id: 'party-twin', name: body.name.replace('苏州', '江苏'), creditCode: '', phone: '0512-00009999', licences: [] };
    await server.db.insertInto('party').values({ id: twin.id, rev: 1, credit_code: '', name: twin.name, body: JSON.stringify(twin) }).execute();
    await desk.click('nav-registers');
    await desk.click('register-tab-parties');
    await desk.click('register-duplicates');
    await desk.find('duplicate-group').first().waitFor();
    await desk.click('merge-open');
    await desk.find('merge-take-phone').waitFor();
    await desk.find('merge-take-phone').click();
    await desk.page.locator('[data-testid="merge-dialog"] strong', { hasText: '0512-00009999' }).waitFor();
    await desk.click('merge-confirm');
    await desk.find('merges').waitFor();
    expect(await server.db.selectFrom('party').select('id').where('id', '=', 'party-twin').execute()).toEqual([]);
    await desk.click('merge-undo');
    await desk.page.getByRole('button', { name: '撤销合并' }).last().click();
    await desk.page.getByText('已撤销').first().waitFor();
    expect(await server.db.selectFrom('party').select('id').where('id', '=', 'party-twin').execute()).toEqual([{ id: 'party-twin' }]);
  });
});
