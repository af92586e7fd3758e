import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import { readTable } from '#api/excel/read-table.ts';
import { type Desktop, launchDesktop } from '#tests/helpers/desktop.ts';
import { DeskPage } from '#tests/helpers/desk-page.ts';
import { startDisplay, type VirtualDisplay } from '#tests/helpers/display.ts';
import { startTestServer, type TestServer } from '#tests/helpers/server.ts';
import { workbook } from '#tests/helpers/workbooks.ts';

const PASSWORD = 'office-2026-Suzhou';
const CODE = '91320508MA1TEXT06X';

let folder = '';
let display: VirtualDisplay;
let server: TestServer;
let desktop: Desktop;
let desk: DeskPage;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'registers-'));
  mkdirSync(path.join(folder, 'saved'));
  server = await startTestServer();
  await seed(server.db, { password: PASSWORD, cases: 80, seedNumber: 5 });
  display = await startDisplay({ width: 1920, height: 1080 });
  desktop = await launchDesktop({ profileDir: path.join(folder, 'profile'), serverUrl: server.url, display, saveDir: path.join(folder, 'saved') });
  desk = new DeskPage(desktop.page);
  await desk.signIn('sjgl1', PASSWORD);
});

afterAll(async () => {
  await desktop.close();
  await display.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function choose(file: string, bytes: Uint8Array): Promise<void> {
  const chosen = path.join(folder, file);
  writeFileSync(chosen, bytes);
  await desktop.page.locator('[data-testid="import-file"]').setInputFiles(chosen);
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
    await desktop.page.getByText('基本情况').waitFor();
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
    await desktop.page.getByText('旧版 Excel 97–2003').waitFor();
    const head = ['公司', '统一社会信用代码', '区县', '信用等级', '资质名称', '证书编号', '有效期至', '备注'];
    await choose('施工企业名录.xlsx', await workbook([['2026年施工企业名录'], head,
      ['苏州示例甲建设有限公司', CODE, '姑苏区', 'A', '建筑工程施工总承包', 'D332000001', '2028.12.31', ''],
      ['苏州示例乙建设有限公司', '91320583MA2ABCD13B', '昆山', 'E', '', '', '2026.13.1', ''],
      ['苏州示例丙建设有限公司', '91320583MA2ABCD13A', '昆山', 'B', '', '', '', ''], ['合计', '3 家']]));
    await desk.find('import-missing').waitFor();
    await desktop.page.getByTestId('import-column-0').selectOption('name');
    await desk.click('import-recheck');
    await desk.find('preview-row-wrong').first().waitFor();
    await desk.click('preview-first');
    await desk.find('preview-row-new').first().waitFor();
    await desk.click('import-apply');
    await desktop.page.getByText('导入完成').waitFor();
    expect(await parties()).toBe(before + 2);
    await desk.click('import-rejected');
    const download = path.join(folder, 'saved', '施工企业名录-退回行.xlsx');
    await expect.poll(() => existsSync(download), { timeout: 20_000 }).toBe(true);
    const rejected = await readTable(readFileSync(download), { name: '退回.xlsx', columns: [{ key: 'why', title: '退回原因' }, { key: 'no', title: '原行号' }, { key: 'name', title: '公司' }] });
    expect(rejected.ok && rejected.value.rows.map(({ cells }) => [cells.no, cells.name, cells.why.split('\n').length])).toEqual([['4', '苏州示例乙建设有限公司', 3]]);
    await desk.click('import-undo');
    await desktop.page.getByRole('button', { name: '整体撤销' }).click();
    await desktop.page.getByText('整体撤销，名录恢复到导入前').waitFor();
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
    await desktop.page.locator('[data-testid="merge-dialog"] strong', { hasText: '0512-00009999' }).waitFor();
    await desk.click('merge-confirm');
    await desk.find('merges').waitFor();
    expect(await server.db.selectFrom('party').select('id').where('id', '=', 'party-twin').execute()).toEqual([]);
    await desk.click('merge-undo');
    await desktop.page.getByRole('button', { name: '撤销合并' }).last().click();
    await desktop.page.getByText('已撤销').first().waitFor();
    expect(await server.db.selectFrom('party').select('id').where('id', '=', 'party-twin').execute()).toEqual([{ id: 'party-twin' }]);
  });
});
