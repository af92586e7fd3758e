import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTable } from '#api/excel/read-table.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import { appliedImport, checkedImport, must, refused, undoneImport } from '#tests/helpers/imports.ts';
import { startTestServer, type TestServer, type TestSession } from '#tests/helpers/server.ts';
import { workbook } from '#tests/helpers/workbooks.ts';

/** Synthetic codes with right check characters (domain notes §3.3). */
const [CODE, OTHER] = ['91320508MA1TEXT06X', '91320583MA2ABCD13A'];
const HEAD = ['企业名称', '统一社会信用代码', '属地', '信用等级', '住所', '资质名称', '证书编号', '有效期至'];

let server: TestServer;
let session: TestSession;
beforeAll(async () => {
  server = await startTestServer();
  await server.addOfficer({ loginName: 'sjgl1', roles: ['draw-admin'] });
  await server.addOfficer({ loginName: 'jc01' });
  await server.addOfficer({ loginName: 'admin', roles: ['admin'] });
  session = await server.signIn('sjgl1');
});
afterAll(() => server.close());
beforeEach(async () => {
  for (const table of ['import_run', 'import_mapping', 'project_fact', 'party', 'project', 'change_log'] as const) await server.db.deleteFrom(table).execute();
});

async function parties(): Promise<readonly PartyRecord[]> {
  return (await server.db.selectFrom('party').select('body').orderBy('name').execute()).map((row) => row.body);
}

describe('an import of enterprises', () => {
  it('shows errors at their cells, writes the good rows alone, and gives the wrong ones back with reasons', async () => {
    const bytes = await workbook([HEAD,
      ['苏州示例甲有限公司', CODE, '姑苏区', 'a', '示例一路1号', '建筑工程施工总承包', 'D332000001', new Date(Date.UTC(2028, 11, 31))],
      ['苏州示例甲有限公司', CODE, '', '', '', '市政公用工程施工总承包', 'D332000002', '2027年6月30日'],
      ['苏州示例乙有限公司', '91320583MA2ABCD13B', '昆山', 'E', '', '', '', '2026.13.1'],
      ['', OTHER, '', '', '', '', '', ''],
    ]);
    const run = await checkedImport(session, 'party', bytes);
    expect(run).toMatchObject({ state: 'checked', report: { counts: { new: 1, changed: 0, same: 0, joined: 1, wrong: 2 } } });
    expect(run.report?.rows.map(({ no, verdict, problems }) => [no, verdict, problems.map(({ key }) => key)])).toEqual([
      [2, 'new', []], [3, 'joined', []], [4, 'wrong', ['creditCode', 'creditClass', 'licenceTo']], [5, 'wrong', ['name']],
    ]);
    expect(await parties()).toEqual([]);
    expect(await appliedImport(session, run.id)).toMatchObject({ state: 'applied', done: 1, total: 1 });
    expect(await parties()).toMatchObject([{
      name: '苏州示例甲有限公司', creditCode: CODE, district: '320508', creditClass: 'A', kind: 'unit',
      licences: [{ name: '建筑工程施工总承包', no: 'D332000001', validTo: '2028-12-31' }, { name: '市政公用工程施工总承包', no: 'D332000002', validTo: '2027-06-30' }],
    }]);
    const rejected = must(await session.call('rejectedRows', { importId: run.id }));
    const table = await readTable(Buffer.from(rejected.file, 'base64'), { name: rejected.name, columns: [{ key: 'why', title: '退回原因' }, { key: 'no', title: '原行号' }, { key: 'code', title: '统一社会信用代码' }] });
    expect(rejected.name).toBe('名录-退回行.xlsx');
    expect(table.ok && table.value.rows.map(({ cells }) => [cells.no, cells.code, cells.why.split('\n').length])).toEqual([['4', '91320583MA2ABCD13B', 3], ['5', OTHER, 1]]);
  });

  it('made twice changes nothing, and empty cells delete nothing', async () => {
    const bytes = await workbook([HEAD, ['苏州示例甲有限公司', CODE, '姑苏区', 'A', '示例一路1号', '', '', '']]);
    const first = await checkedImport(session, 'party', bytes);
    await appliedImport(session, first.id);
    expect((await appliedImport(session, first.id)).state).toBe('applied');
    const second = await checkedImport(session, 'party', bytes);
    expect(second.report?.counts).toEqual({ new: 0, changed: 0, same: 1, joined: 0, wrong: 0 });
    const third = await checkedImport(session, 'party', await workbook([['名称', '信用代码', '信用等级', '住所'], ['苏州示例甲有限公司', CODE, 'D', '']]));
    expect(third.report?.rows[0]).toMatchObject({ verdict: 'changed', changes: { creditClass: 'A' } });
    await appliedImport(session, third.id);
    expect(await parties()).toMatchObject([{ creditClass: 'D', address: '示例一路1号' }]);
    const { rows } = { rows: await server.db.selectFrom('change_log').select(['kind', 'op']).execute() };
    expect(rows).toEqual([{ kind: 'party', op: 'put' }, { kind: 'party', op: 'put' }]);
  });

  it('is undone as a whole, and not when something touched a row since', async () => {
    const one = await checkedImport(session, 'party', await workbook([HEAD, ['苏州示例甲有限公司', CODE, '姑苏区', 'A', '', '', '', '']]));
    await appliedImport(session, one.id);
    const before = await parties();
    const two = await checkedImport(session, 'party', await workbook([HEAD, ['苏州示例甲有限公司', CODE, '', 'C', '', '', '', ''], ['苏州示例乙有限公司', OTHER, '', '', '', '', '', '']]));
    await appliedImport(session, two.id);
    expect(await undoneImport(session, one.id)).toMatchObject({ state: 'applied', error: { code: 'CONFLICT', message: '这次导入有 1 条记录导入后又有改动（苏州示例甲有限公司），不能整体撤销。请逐条更正，或者再导入一份更正表。' } });
    expect(await undoneImport(session, two.id)).toMatchObject({ state: 'undone', undoneBy: '示例甲', error: null });
    expect(await parties()).toEqual(before);
    expect(refused(await session.call('undoImport', { importId: two.id })).code).toBe('CONFLICT');
    expect((await server.db.selectFrom('change_log').select('op').orderBy('seq').execute()).map(({ op }) => op)).toEqual(['put', 'put', 'put', 'gone', 'put']);
  });

  it('keeps the mapping of the office for the next file', async () => {
    const bytes = await workbook([['公司', '社会代码'], ['苏州示例甲有限公司', CODE]]);
    const first = await checkedImport(session, 'party', bytes);
    expect(first.report).toMatchObject({ missing: ['企业名称'], headers: [{ text: '公司', key: null, sample: '苏州示例甲有限公司' }, { text: '社会代码', key: null }], counts: { new: 0, wrong: 0 } });
    expect(refused(await session.call('applyImport', { importId: first.id })).message).toContain('缺少必需的列：企业名称');
    must(await session.call('checkImport', { importId: first.id, sheet: null, mapping: { 公司: 'name', 社会代码: 'creditCode' }, skipHidden: false, keepMapping: true }));
    const second = await checkedImport(session, 'party', bytes);
    expect(second.report?.counts.new).toBe(1);
  });

  it('says what is wrong with the file itself and may be checked again', async () => {
    const run = await checkedImport(session, 'party', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), {}, '名录.xls');
    expect(run).toMatchObject({ state: 'failed', error: { code: 'FILE_TYPE_REFUSED', message: expect.stringContaining('旧版 Excel') as string } });
    expect(refused(await session.call('startImport', { target: 'party', fileName: '大.xlsx', bytes: 30 * 1024 * 1024 })).code).toBe('FILE_TOO_LARGE');
  });

  it('refuses a row that several records of the register fit', async () => {
    const body = (id: string): string => JSON.stringify({ id, kind: 'unit', name: '苏州示例甲有限公司', creditCode: CODE });
    await server.db.insertInto('party').values(['party-one', 'party-two'].map((id) => ({ id, rev: 1, credit_code: CODE, name: '苏州示例甲有限公司', body: body(id) }))).execute();
    const run = await checkedImport(session, 'party', await workbook([HEAD, ['苏州示例甲有限公司', CODE, '', 'A', '', '', '', '']]));
    expect(run.report?.rows[0]?.problems[0]?.message).toContain('名录中有 2 条记录用这个统一社会信用代码');
  });
});

describe('who may import', () => {
  it('is the keeper of the registers; people are the administrator’s', async () => {
    const officer = await server.signIn('jc01');
    expect(refused(await officer.call('startImport', { target: 'party', fileName: 'a.xlsx', bytes: 1 })).code).toBe('FORBIDDEN');
    expect(refused(await session.call('startImport', { target: 'officer', fileName: 'a.xlsx', bytes: 1 })).code).toBe('FORBIDDEN');
    expect(must(await officer.call('imports', {})).imports).toEqual([]);
    const { id } = must(await session.call('startImport', { target: 'party', fileName: 'a.xlsx', bytes: 1 }));
    expect(refused(await officer.call('importRun', { importId: id })).code).toBe('FORBIDDEN');
  });

  it('gives a template that imports as it is', async () => {
    for (const target of ['party', 'project'] as const) {
      const { file } = must(await session.call('importTemplate', { target }));
      const run = await checkedImport(session, target, Buffer.from(file, 'base64'));
      expect(run.report).toMatchObject({ missing: [], counts: { new: 1, wrong: 0 } });
    }
  });
});

describe('the other targets', () => {
  it('take projects by code, permit or name, with amounts in the unit of the heading', async () => {
    const head = ['项目名称', '区县', '项目代码', '施工许可证编号', '合同价格（万元）', '建筑面积', '建设单位'];
    const run = await checkedImport(session, 'project', await workbook([head, ['示例家园一期', '吴中区', '2024-320506-47-01-123456', '320506202405010101', '12,500.50', '３６０００', '苏州示例置业有限公司'], ['示例家园二期', '火星区', '', '12', '一万', '', '']]));
    expect(run.report?.wrong.map(({ problems }) => problems.map(({ key }) => key))).toEqual([['district', 'permitNo', 'contractPriceFen']]);
    await appliedImport(session, run.id);
    const [project] = await server.db.selectFrom('project').selectAll().execute();
    expect(project).toMatchObject({ district: '320506', body: { contractPriceFen: 12_500_500_000, areaSquareMetres: 36_000, developer: '苏州示例置业有限公司' } });
    const moved = await checkedImport(session, 'project', await workbook([['项目名称', '区县', '施工许可证编号'], ['示例家园一期', '相城区', '320506202405010101']]));
    await appliedImport(session, moved.id);
    expect(await server.db.selectFrom('change_log').select(['district', 'op']).orderBy('seq').execute()).toEqual([{ district: '320506', op: 'put' }, { district: '320506', op: 'gone' }, { district: '320507', op: 'put' }]);
  });

  it('take facts of projects with their stamp, once', async () => {
    const projects = await checkedImport(session, 'project', await workbook([['项目名称', '区县', '项目代码'], ['示例家园一期', '吴中区', '2024-320506-47-01-123456']]));
    await appliedImport(session, projects.id);
    const bytes = await workbook([['项目代码', '工程名称', '环节', '内容', '编号', '日期', '来源系统', '来源编号', '取得日期'],
      ['2024-320506-47-01-123456', '', '塔式起重机', '3号塔吊', '苏示起备2026001', '2026.3.1', '智慧工地平台', 'QZ-1', '2026/3/2'],
      ['', '示例家园一期', '施工许可', '', '320506202405010101', '2024-05-01', '', '', ''],
      ['', '没有的工程', '施工许可', '', '1', '', '', '', '']]);
    const run = await checkedImport(session, 'fact', bytes);
    expect(run.report?.counts).toEqual({ new: 2, changed: 0, same: 0, joined: 0, wrong: 1 });
    await appliedImport(session, run.id);
    expect(await server.db.selectFrom('project_fact').select(['phase', 'kind', 'source_system', 'source_ref', 'fetched_at']).orderBy('phase').execute()).toMatchObject([
      { phase: 'early', kind: 'permit', source_system: '文件导入', source_ref: '320506202405010101' },
      { phase: 'site', kind: 'crane', source_system: '智慧工地平台', source_ref: 'QZ-1', fetched_at: new Date('2026-03-02T00:00:00.000Z') },
    ]);
    const again = await checkedImport(session, 'fact', bytes);
    expect(again.report?.counts).toMatchObject({ new: 0, changed: 0, same: 2 });
    expect(await undoneImport(session, projects.id)).toMatchObject({ state: 'applied', error: { message: expect.stringContaining('已被使用（示例家园一期）') as string } });
    expect((await undoneImport(session, run.id)).state).toBe('undone');
    expect(await server.db.selectFrom('project_fact').select('id').execute()).toEqual([]);
  });

  it('take officers: certificates are renewed, newcomers get no other role than officer', async () => {
    const admin = await server.signIn('admin');
    const head = ['姓名', '执法证号', '有效期自', '有效期至', '登录名', '属地', '渠道', '单位', '电话'];
    const run = await checkedImport(admin, 'officer', await workbook([head,
      ['示例甲', '示例0001', '2026-01-01', '2030-12-31', '', '', '', '', ''],
      ['示例丁', '示例0009', '2026-01-01', '2030-12-31', 'JC09', '吴江区', '质安监', '示例站', '0512-00009999'],
      ['示例戊', '示例0010', '2026-01-01', '2025-12-31', '', '', '', '', '']]));
    expect(run.report?.rows.map(({ verdict }) => verdict)).toEqual(['changed', 'new', 'wrong']);
    await appliedImport(admin, run.id);
    const found = await server.db.selectFrom('officer').select('body').where('login_name', '=', 'jc09').executeTakeFirstOrThrow();
    expect(found.body).toMatchObject({ roles: ['officer'], district: '320509', channel: 'ZA', certificateTo: '2030-12-31' });
    expect(await server.db.selectFrom('account').select('officer_id').where('officer_id', '=', found.body.id).execute()).toEqual([]);
  });
});
