import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeWorkbook } from '#api/excel/write-workbook.ts';
import { readMatters } from '#api/db/seed/matters.ts';
import { putDueInForce } from '#api/modules/matter/repository.ts';
import { contentOf, type Matter } from '#shared/domain/matter/matter.ts';
import { MATTER_COLUMNS, rowsOfMatter, type MatterCells } from '#shared/domain/matter/sheet.ts';
import { PROVINCE_COLUMNS } from '#shared/domain/matter/province.ts';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import { type Office, OFFICE_PASSWORD, openOffice, today } from '../../../helpers/office.ts';
import type { TestSession } from '../../../helpers/server.ts';

let office: Office;
let admin: TestSession;
const MATTERS = readMatters();

beforeAll(async () => {
  office = await openOffice();
  await office.server.addOfficer({ loginName: 'wz-matter', roles: ['matter-admin'], channel: null, district: '320506' });
  admin = await office.server.signIn('sxgl1', OFFICE_PASSWORD);
});
afterAll(() => office.close());
beforeEach(() => { office.server.clock.now = () => new Date(Date.parse(`${today()}T02:00:00.000Z`)); });

async function stored(code: string): Promise<Matter> {
  const row = await office.server.db.selectFrom('reference').select('body').where('kind', '=', 'matter').where('id', '=', code).executeTakeFirstOrThrow();
  return row.body as Matter;
}

async function versions(code: string): Promise<HttpOutput<'matterVersions'>['versions']> {
  const answer = await admin.call('matterVersions', { code });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.versions;
}

async function edit(code: string, changes: Partial<Matter>, effectiveFrom = today()) {
  const before = await stored(code);
  return await admin.call('saveMatter', { code, baseVersion: before.version, effectiveFrom, content: contentOf({ ...before, ...changes }), note: '示例修改' });
}

describe('access', () => {
  test('only an officer of matters of the city changes anything; everybody signed in may look', async () => {
    const officer = await office.server.signIn('jc01', OFFICE_PASSWORD);
    const district = await office.server.signIn('wz-matter');
    const publish = { code: 'SZZJ-JG-006', baseVersion: 1, on: today(), note: '' };
    expect(await officer.call('publishMatter', publish)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await district.call('publishMatter', publish)).toMatchObject({ error: { code: 'OUT_OF_SCOPE' } });
    expect(await district.call('importMatters', { name: 'a.xlsx', file: 'AAAA' })).toMatchObject({ error: { code: 'OUT_OF_SCOPE' } });
    expect(await office.server.call('matterUse', {})).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } });
    expect(await officer.call('matterVersions', { code: 'SZZJ-JG-006' })).toMatchObject({ value: { versions: [{ version: 1, action: 'initial', author: '系统初始化' }] } });
    expect((await stored('SZZJ-JG-006')).publishedOn).toBeNull();
    const audited = await office.server.db.selectFrom('audit_log').select(['object_id', 'outcome']).where('action', '=', 'matter.publish').execute();
    expect(audited).toEqual([{ object_id: 'SZZJ-JG-006', outcome: 'OUT_OF_SCOPE' }]);
  });
});

describe('versions', () => {
  test('an edit of today is in force at once, and reaches a desktop', async () => {
    const desk = await office.desk('jc01');
    expect(await edit('SZZJ-JG-001', { cap: 2 })).toMatchObject({ value: { version: 2, state: 'in-force' } });
    await desk.must('sync.now', {});
    await desk.settled();
    const seen = (await desk.must('reference.matters', {})).find((matter) => matter.code === 'SZZJ-JG-001');
    expect(seen).toMatchObject({ cap: 2, version: 2, effectiveFrom: today() });
    expect((await versions('SZZJ-JG-001')).map((version) => [version.version, version.action, version.state])).toEqual([[2, 'edit', 'in-force'], [1, 'initial', 'in-force']]);
  });

  test('an edit of a later day waits for it, may be taken back, and takes over what was published meanwhile', async () => {
    expect(await edit('SZZJ-JG-006', { cap: 3 }, '2026-12-01')).toMatchObject({ value: { version: 2, state: 'scheduled' } });
    expect(await edit('SZZJ-JG-006', { cap: 4 })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await admin.call('withdrawMatterVersion', { code: 'SZZJ-JG-006', version: 2 })).toMatchObject({ value: { state: 'withdrawn' } });
    expect(await admin.call('withdrawMatterVersion', { code: 'SZZJ-JG-006', version: 2 })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await edit('SZZJ-JG-006', { cap: 5 }, '2026-12-01')).toMatchObject({ value: { version: 3, state: 'scheduled' } });
    expect(await admin.call('publishMatter', { code: 'SZZJ-JG-006', baseVersion: 1, on: today(), note: '门户网站公布' })).toMatchObject({ value: { version: 4, state: 'in-force' } });
    expect(await putDueInForce(office.server.db, '2026-11-30')).toBe(0);
    expect(await putDueInForce(office.server.db, '2026-12-01')).toBe(1);
    expect(await putDueInForce(office.server.db, '2026-12-01')).toBe(0);
    expect(await stored('SZZJ-JG-006')).toMatchObject({ cap: 5, publishedOn: today(), version: 3, effectiveFrom: '2026-12-01' });
  });

  test('what the rules forbid names each field; yesterday, an old base and no change are refused', async () => {
    const wrong = await edit('SZZJ-JG-002', { nationalCode: '123', cap: 0 });
    expect(wrong).toMatchObject({ error: { code: 'FIELD_INVALID', details: { problems: [{ path: 'nationalCode' }, { path: 'cap' }] } } });
    expect(await edit('SZZJ-JG-002', { cap: 1 }, '2026-11-19')).toMatchObject({ error: { details: { path: 'effectiveFrom' } } });
    expect(await edit('SZZJ-JG-002', {})).toMatchObject({ error: { code: 'CONFLICT' } });
    const content = contentOf(await stored('SZZJ-JG-002'));
    expect(await admin.call('saveMatter', { code: 'SZZJ-JG-002', baseVersion: 0, effectiveFrom: today(), content, note: '新' })).toMatchObject({ error: { details: { path: 'code' } } });
    expect(await admin.call('saveMatter', { code: 'SZZJ-JG-002', baseVersion: 7, effectiveFrom: today(), content, note: '改' })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await versions('SZZJ-JG-002')).toHaveLength(1);
  });

  test('a new matter begins unclaimed, and of two that keep it at once one is told', async () => {
    const content = contentOf({ ...MATTERS[0]!, name: '示例新增事项', system: 'general', subs: [] });
    const input = { code: 'SZZJ-JG-090', baseVersion: 0, effectiveFrom: today(), content, note: '新增' };
    const answers = await Promise.all([admin.call('saveMatter', input), admin.call('saveMatter', input)]);
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
    expect(await stored('SZZJ-JG-090')).toMatchObject({ no: 34, claim: 'unclaimed', publishedOn: null, version: 1, system: 'general' });
    expect(await admin.call('publishMatter', { code: 'SZZJ-JG-090', baseVersion: 1, on: today(), note: '' })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await admin.call('claimMatter', { code: 'SZZJ-JG-090', baseVersion: 1, claim: 'claimed', on: today(), reason: '' })).toMatchObject({ value: { version: 2 } });
    expect(await admin.call('claimMatter', { code: 'SZZJ-JG-091', baseVersion: 1, claim: 'claimed', on: today(), reason: '' })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('a withdrawn publication makes the item unusable at once', async () => {
    expect(await admin.call('unpublishMatter', { code: 'SZZJ-JG-004', baseVersion: 1, reason: '' })).toMatchObject({ error: { details: { path: 'reason' } } });
    expect(await admin.call('unpublishMatter', { code: 'SZZJ-JG-004', baseVersion: 1, reason: '条款修订' })).toMatchObject({ value: { version: 2 } });
    expect(await stored('SZZJ-JG-004')).toMatchObject({ publishedOn: null, claim: 'claimed' });
  });
});

async function sheet(rows: readonly MatterCells[]): Promise<string> {
  const bytes = await writeWorkbook([{ name: '监管事项', columns: MATTER_COLUMNS.map(({ title }) => ({ title })), rows: rows.map((row) => MATTER_COLUMNS.map(({ key }) => row[key])) }]);
  return Buffer.from(bytes).toString('base64');
}

describe('import and export', () => {
  test('an export imported again changes nothing', async () => {
    const exported = await admin.call('exportMatters', { what: 'matters' });
    if (!exported.ok) throw new Error(exported.error.message);
    const looked = await admin.call('importMatters', { name: exported.value.name, file: exported.value.file });
    expect(looked).toMatchObject({ ok: true, value: { problemTotal: 0, applied: false } });
    if (looked.ok) expect(new Set(looked.value.matters.map((matter) => matter.state))).toEqual(new Set(['same']));
  });

  test('looking changes nothing; applying takes the good matters and leaves the faulty ones out whole', async () => {
    const [good, bad] = [MATTERS[10]!, MATTERS[11]!];
    const rows = [
      ...rowsOfMatter({ ...good, nationalCode: '32050012345678' }, null),
      ...rowsOfMatter(bad, null).map((row, index) => (index === 1 ? { ...row, violationId: 'F99' } : { ...row, name: '改了名称' })).map((row) => ({ ...row, name: '改了名称' })),
      ...rowsOfMatter({ ...good, no: 50, code: 'SZZJ-JG-050', name: '=HYPERLINK("x")', subs: [] , claim: 'unclaimed', claimedOn: null, publishedOn: null }, null),
    ];
    const file = await sheet(rows);
    const looked = await admin.call('importMatters', { name: '事项.xlsx', file });
    if (!looked.ok) throw new Error(looked.error.message);
    expect(looked.value.matters.map((matter) => [matter.code, matter.state])).toEqual([['SZZJ-JG-011', 'changed'], ['SZZJ-JG-012', 'wrong'], ['SZZJ-JG-050', 'new']]);
    expect(looked.value.matters[0]?.changes).toEqual([{ label: '国家事项编码', before: '（无）', after: '32050012345678' }]);
    expect(looked.value.problems).toEqual([{ row: 7, column: '违法行为编号', message: '违法行为目录中没有 F99，请另选或者留空。' }]);
    expect(await stored('SZZJ-JG-011')).toMatchObject({ nationalCode: '', version: 1 });

    expect(await admin.call('importMatters', { name: '事项.xlsx', file, apply: 'other' })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await admin.call('importMatters', { name: '事项.xlsx', file, apply: looked.value.fingerprint })).toMatchObject({ value: { applied: true } });
    expect(await stored('SZZJ-JG-011')).toMatchObject({ nationalCode: '32050012345678', version: 2 });
    expect(await stored('SZZJ-JG-012')).toMatchObject({ name: MATTERS[11]!.name, version: 1 });
    expect(await stored('SZZJ-JG-050')).toMatchObject({ name: '=HYPERLINK("x")', claim: 'unclaimed', version: 1 });
    // What was looked at is not there any more: the same file again would change nothing, and says so.
    expect(await admin.call('importMatters', { name: '事项.xlsx', file, apply: looked.value.fingerprint })).toMatchObject({ error: { code: 'CONFLICT' } });
    const audited = await office.server.db.selectFrom('audit_log').select('outcome').where('action', '=', 'matter.import').orderBy('id').execute();
    expect(audited.map((line) => line.outcome)).toEqual(['CONFLICT', 'ok', 'CONFLICT']);
  });

  test('a sheet without a column that must be there, and what is no table, are refused with what to do', async () => {
    const wrong = await writeWorkbook([{ name: '表', columns: [{ title: '名称' }, { title: '监管对象' }], rows: [['甲', '乙']] }]);
    expect(await admin.call('importMatters', { name: 'x.xlsx', file: Buffer.from(wrong).toString('base64') })).toMatchObject({ error: { message: expect.stringContaining('事项编码') } });
    expect(await admin.call('importMatters', { name: 'x.xlsx', file: Buffer.from('不是表格').toString('base64') })).toMatchObject({ ok: false });
    const empty = await admin.call('exportMatters', { what: 'template' });
    if (!empty.ok) throw new Error(empty.error.message);
    expect(await admin.call('importMatters', { name: empty.value.name, file: empty.value.file })).toMatchObject({ error: { code: 'FIELD_INVALID' } });
  });
});

interface Seeded { readonly id: string; readonly codes: readonly string[]; readonly district: string; readonly channel: string; readonly on: string | null; readonly dueOn: string; readonly state?: string }

async function addTask({ id, codes, district, channel, on, dueOn, state = on === null ? 'accepted' : 'done' }: Seeded): Promise<void> {
  await office.server.db.insertInto('task').values({
    id, rev: 1, channel, district, source: 'plan', check_class: 'routine', state: state as 'done', task_no: null, matter_codes: codes, party_no: null, party_name: '示例公司', project_id: null, officer_ids: [],
    plan_id: null, draw_id: null, created_on: '2026-01-02', planned_on: null, due_on: dueOn, inspected_on: on, finished_on: on, result: on === null ? null : 'clean', order_due_on: null, case_id: null,
    body: JSON.stringify({ id, title: `示例任务 ${id}` }),
  }).execute();
}

describe('coverage', () => {
  beforeAll(async () => {
    await addTask({ id: 'task-0001', codes: ['SZZJ-JG-001', 'SZZJ-JG-004'], district: '320506', channel: 'FDC', on: '2026-03-02', dueOn: '2026-03-10' });
    await addTask({ id: 'task-0002', codes: ['SZZJ-JG-001'], district: '320506', channel: 'FDC', on: '2026-12-31', dueOn: '2026-12-31' });
    await addTask({ id: 'task-0003', codes: ['SZZJ-JG-001'], district: '320583', channel: 'FDC', on: '2025-12-31', dueOn: '2026-01-05' });
    await addTask({ id: 'task-0004', codes: ['SZZJ-JG-027'], district: '320506', channel: 'ZA', on: null, dueOn: '2026-11-19' });
    await addTask({ id: 'task-0005', codes: ['SZZJ-JG-027'], district: '320506', channel: 'ZA', on: null, dueOn: '2026-11-20' });
    await addTask({ id: 'task-0006', codes: ['SZZJ-JG-027'], district: '320506', channel: 'ZA', on: null, dueOn: '2026-11-01', state: 'cancelled' });
  });

  test('visits of the province are recorded from its file, once, and beside the others', async () => {
    const row = (...cells: string[]) => cells;
    const bytes = await writeWorkbook([{ name: '检查', columns: PROVINCE_COLUMNS.map(({ title }) => ({ title })), rows: [
      row('SZZJ-JG-027', '昆山', '示例建设有限公司', '', '2026.5.6', '未发现问题', ''),
      row('SZZJ-JG-027', '昆山市', '示例建设有限公司', '', '2026-05-06', '未发现问题', ''),
      row('SZZJ-JG-001', '昆山市', '示例置业有限公司', '', '2026-05-06', '', ''),
    ] }]);
    const input = { name: '省系统.xlsx', file: Buffer.from(bytes).toString('base64') };
    const looked = await admin.call('importProvinceVisits', input);
    if (!looked.ok) throw new Error(looked.error.message);
    expect(looked.value).toMatchObject({ added: 1, same: 1, wrong: 1, problems: [{ row: 4, column: '事项编码' }], applied: false });
    expect(await admin.call('importProvinceVisits', { ...input, apply: looked.value.fingerprint })).toMatchObject({ value: { applied: true } });
    expect(await admin.call('importProvinceVisits', input)).toMatchObject({ value: { added: 0, same: 2 } });
    expect(await office.server.db.selectFrom('province_visit').select(['matter_code', 'district', 'visited_on']).execute()).toEqual([{ matter_code: 'SZZJ-JG-027', district: '320583', visited_on: '2026-05-06' }]);
  });

  test('of the year counts each matter of a visit, open and overdue tasks, and no other year', async () => {
    const answer = await admin.call('matterCoverage', { year: 2026 });
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value.cells).toEqual([
      { matterCode: 'SZZJ-JG-001', district: '320506', visits: 2, provinceVisits: 0, open: 0, overdue: 0 },
      { matterCode: 'SZZJ-JG-004', district: '320506', visits: 1, provinceVisits: 0, open: 0, overdue: 0 },
      { matterCode: 'SZZJ-JG-027', district: '320506', visits: 0, provinceVisits: 0, open: 2, overdue: 1 },
      { matterCode: 'SZZJ-JG-027', district: '320583', visits: 0, provinceVisits: 1, open: 0, overdue: 0 },
    ]);
    expect(answer.value.figures).toMatchObject({ implemented: { done: 3 }, districts: { done: 2, of: 10 }, visits: 3, provinceVisits: 1, open: 2, overdue: 1 });
    expect(await admin.call('matterCoverage', { year: 2025 })).toMatchObject({ value: { cells: [{ matterCode: 'SZZJ-JG-001', district: '320583', visits: 1 }] } });
    expect(await admin.call('matterUse', {})).toMatchObject({ value: { rows: [{ code: 'SZZJ-JG-001', lastOn: '2026-12-31' }, { code: 'SZZJ-JG-004', lastOn: '2026-03-02' }, { code: 'SZZJ-JG-027', lastOn: '2026-05-06' }] } });
  });

  test('of a district\'s officer is his district\'s and his channel\'s', async () => {
    await office.server.addOfficer({ loginName: 'wz-fdc-1', channel: 'FDC', district: '320506' });
    const officer = await office.server.signIn('wz-fdc-1');
    const answer = await officer.call('matterCoverage', { year: 2026 });
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value.districts).toEqual(['320506']);
    expect(answer.value.cells.map((cell) => cell.matterCode)).toEqual(['SZZJ-JG-001', 'SZZJ-JG-004']);
    expect(new Set(answer.value.matters.map((matter) => matter.channel))).toEqual(new Set(['FDC']));
    expect(await officer.call('matterVisits', { code: 'SZZJ-JG-027', year: 2026 })).toMatchObject({ value: { total: 0 } });
  });

  test('every figure opens the visits behind it', async () => {
    const visits = await admin.call('matterVisits', { code: 'SZZJ-JG-001', year: 2026, district: '320506' });
    expect(visits).toMatchObject({ value: { total: 2, visits: [{ id: 'task-0002', on: '2026-12-31', title: '示例任务 task-0002', result: '未发现问题', source: 'task' }, { id: 'task-0001' }] } });
    expect(await admin.call('matterVisits', { code: 'SZZJ-JG-027', year: 2026 })).toMatchObject({ value: { total: 3, visits: [{ on: null, dueOn: '2026-11-19', result: '待检查' }, { on: null }, { source: 'province', on: '2026-05-06' }] } });
  });
});
