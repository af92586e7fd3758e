import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import { appliedImport, checkedImport, must, refused } from '#tests/helpers/imports.ts';
import { startTestServer, type TestServer, type TestSession } from '#tests/helpers/server.ts';
import { workbook } from '#tests/helpers/workbooks.ts';

const PASSWORD = 'office-2026-Suzhou';
const TODAY = '2026-11-20';

let server: TestServer;
let keeper: TestSession;
let leader: TestSession;
let district: TestSession;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = () => new Date(`${TODAY}T02:00:00.000Z`);
  await seed(server.db, { password: PASSWORD, cases: 120, seedNumber: 7, today: TODAY });
  keeper = await server.signIn('sjgl1', PASSWORD);
  leader = await server.signIn('leader1', PASSWORD);
  district = await server.signIn('wzza', PASSWORD);
});
afterAll(() => server.close());

async function projectOf(place: string): Promise<ProjectRecord> {
  return (await server.db.selectFrom('project').select('body').where('district', '=', place).orderBy('id').limit(1).executeTakeFirstOrThrow()).body;
}

describe('enterprises', () => {
  it('are listed by name, filtered, and counted', async () => {
    const all = must(await leader.call('registerParties', { offset: 0, limit: 50 }));
    expect(all.items).toHaveLength(50);
    const builders = must(await leader.call('registerParties', { offset: 0, limit: 200, category: '施工企业', district: '320506' }));
    expect(builders.total).toBe(builders.items.length);
    expect(new Set(builders.items.map(({ category, district: place }) => `${String(category)} ${String(place)}`))).toEqual(new Set(['施工企业 320506']));
    const [first] = all.items;
    expect(must(await leader.call('registerParties', { offset: 0, limit: 10, q: first?.creditCode ?? '' })).items.map(({ id }) => id)).toEqual([first?.id]);
    expect(must(await leader.call('registerParties', { offset: 0, limit: 10, q: '100%_' })).total).toBe(0);
    const expiring = must(await leader.call('registerParties', { offset: 0, limit: 200, expiring: true }));
    expect(expiring.total).toBeGreaterThan(0);
    expect(expiring.items.every(({ licenceTo }) => licenceTo !== null && licenceTo <= '2027-02-18')).toBe(true);
  });

  it('have their cases, payments and projects on one page; of what lies out of scope only the number', async () => {
    const busy = await server.db.selectFrom('case_file').innerJoin('party', 'party.credit_code', 'case_file.party_no').select(['party.id', 'case_file.district']).where('case_file.district', '<>', '320506').orderBy('case_file.id').limit(1).executeTakeFirstOrThrow();
    const page = must(await leader.call('registerParty', { partyId: busy.id }));
    expect(page.cases.length).toBeGreaterThan(0);
    expect(page.hidden).toEqual({ tasks: 0, cases: 0 });
    const theirs = must(await district.call('registerParty', { partyId: busy.id }));
    expect(theirs.cases.every((each) => each.district === '320506' && each.channel === 'ZA')).toBe(true);
    expect(theirs.cases.length + theirs.hidden.cases).toBe(page.cases.length);
    expect(refused(await leader.call('registerParty', { partyId: 'no-such-party' })).code).toBe('NOT_FOUND');
  });

  it('count the routine visits of the year against the cap, wherever they were made', async () => {
    const party = (await server.db.selectFrom('party').select('body').orderBy('id').limit(1).executeTakeFirstOrThrow()).body;
    const task = { officer_ids: [], rev: 1, channel: 'FDC', source: 'plan', created_on: '2026-01-05', due_on: '2026-12-31', party_no: party.creditCode, party_name: party.name, body: JSON.stringify({ title: '检查', orders: [], approval: null, approvals: [] }) } as const;
    await server.db.deleteFrom('task').where('party_no', '=', party.creditCode).execute();
    await server.db.insertInto('task').values([
      { ...task, id: 'task-one', district: '320507', check_class: 'routine', state: 'done', matter_codes: ['SZZJ-JG-001', 'SZZJ-JG-004'], inspected_on: '2026-03-02' },
      { ...task, id: 'task-two', district: '320508', check_class: 'routine', state: 'accepted', matter_codes: ['SZZJ-JG-001'], planned_on: '2026-12-01' },
      { ...task, id: 'task-old', district: '320508', check_class: 'routine', state: 'done', matter_codes: ['SZZJ-JG-001'], inspected_on: '2025-12-31' },
      { ...task, id: 'task-off', district: '320508', check_class: 'routine', state: 'cancelled', matter_codes: ['SZZJ-JG-001'], planned_on: '2026-12-01' },
      { ...task, id: 'task-why', district: '320508', check_class: 'single', state: 'done', matter_codes: ['SZZJ-JG-001'], inspected_on: '2026-04-01' },
    ]).execute();
    const page = must(await district.call('registerParty', { partyId: party.id }));
    expect(page.frequency).toMatchObject([{ matterCode: 'SZZJ-JG-001', made: 1, planned: 1, cap: 1 }, { matterCode: 'SZZJ-JG-004', made: 1, planned: 0, cap: 2 }]);
    expect([page.tasks, page.hidden.tasks]).toEqual([[], 5]);
  });
});

describe('projects', () => {
  it('are of the district of the caller, with facts of every part and their stamps', async () => {
    const list = must(await district.call('registerProjects', { offset: 0, limit: 200 }));
    expect(new Set(list.items.map((each) => each.district))).toEqual(new Set(['320506']));
    const project = await projectOf('320506');
    const page = must(await district.call('registerProject', { projectId: project.id }));
    expect(page.project).toMatchObject({ name: project.name, district: '320506' });
    expect(page.facts.length).toBeGreaterThan(8);
    for (const fact of page.facts) expect([fact.sourceSystem === '', fact.sourceRef === '', fact.fetchedAt.slice(0, 10) <= TODAY]).toEqual([false, false, true]);
    expect(page.facts.filter(({ kind }) => kind === 'party').map(({ title }) => title).toSorted()).toEqual(['勘察单位', '建设单位', '施工单位', '监理单位', '设计单位'].toSorted());
    expect(refused(await district.call('registerProject', { projectId: (await projectOf('320507')).id })).code).toBe('NOT_FOUND');
  });

  it('join the cases that concern them', async () => {
    const row = await server.db.selectFrom('case_file').select(['id', 'body']).orderBy('id').execute();
    const found = row.find(({ body }) => body.project !== null);
    const page = must(await leader.call('registerProject', { projectId: found?.body.project?.id ?? '' }));
    expect(page.cases.map(({ id }) => id)).toContain(found?.id);
  });
});

describe('officers', () => {
  it('are listed with certificate and load, a district’s for a district', async () => {
    const all = must(await leader.call('registerOfficers', { offset: 0, limit: 200 }));
    expect(all.items.reduce((sum, each) => sum + each.openCases, 0)).toBeGreaterThan(10);
    const expiring = must(await leader.call('registerOfficers', { offset: 0, limit: 200, expiring: true }));
    expect(expiring.items.map(({ certificateTo }) => certificateTo)).toEqual(['2023-12-31', '2023-12-31', '2023-12-31']);
    const theirs = must(await district.call('registerOfficers', { offset: 0, limit: 200, district: '320507' }));
    expect(new Set(theirs.items.map((each) => each.district))).toEqual(new Set(['320506']));
  });

  it('have recusals, declared by themselves or by who assigns', async () => {
    const declared = must(await district.call('addRecusal', { officerId: 'officer-wzza', partyName: '苏州示例甲有限公司', creditCode: '', reason: '配偶在该企业任职', fromOn: '2026-11-20' }));
    expect(refused(await district.call('addRecusal', { officerId: 'officer-wzjc', partyName: '甲', creditCode: '', reason: '乙', fromOn: '2026-11-20' })).code).toBe('FORBIDDEN');
    expect(refused(await district.call('addRecusal', { officerId: 'officer-jc01', partyName: '甲', creditCode: '', reason: '乙', fromOn: '2026-11-20' })).code).toBe('NOT_FOUND');
    expect(refused(await keeper.call('endRecusal', { recusalId: declared.id, toOn: '2026-11-19' })).code).toBe('DATES_OUT_OF_ORDER');
    must(await keeper.call('endRecusal', { recusalId: declared.id, toOn: '2026-12-31' }));
    const page = must(await district.call('registerOfficer', { officerId: 'officer-wzza' }));
    expect([page.writable, page.recusals]).toMatchObject([true, [{ partyName: '苏州示例甲有限公司', toOn: '2026-12-31' }]]);
    expect(page.tasks.every((task) => task.district === '320506')).toBe(true);
  });
});

describe('duplicates', () => {
  it('are found by code and by the core of the name, merged, and made two again', async () => {
    const [party] = await server.db.selectFrom('party').select(['id', 'rev', 'body']).where('name', 'like', '%建设集团有限公司').orderBy('id').limit(1).execute();
    if (party === undefined) throw new Error('no such party');
    const name = party.body.name.replace('苏州', '').replace('建设集团', '建设（集团）');
    const run = await checkedImport(keeper, 'party', await workbook([['名称', '信用代码', '电话'], [party.body.name, party.body.creditCode, '0512-00000001']]));
    await appliedImport(keeper, run.id);
    await server.db.insertInto('party').values({ id: 'party-twin', rev: 4, credit_code: '', name, body: JSON.stringify({ ...party.body, id: 'party-twin', name, creditCode: '', phone: '0512-00009999', licences: [{ name: '市政公用工程施工总承包', no: 'D9', grade: '', issuer: '', validTo: '' }] }) }).execute();
    const { groups } = must(await keeper.call('registerDuplicates', { kind: 'party' }));
    expect(groups).toMatchObject([{ reason: 'name', records: [{ id: party.id }, { id: 'party-twin' }] }]);
    const pair = { kind: 'party', keptId: party.id, goneId: 'party-twin' } as const;
    const preview = must(await keeper.call('mergePreview', { ...pair, take: ['phone'] }));
    expect(preview.fields.filter((field) => field.differs).map(({ label, result }) => [label, result])).toEqual([['企业名称', party.body.name], ['统一社会信用代码', party.body.creditCode], ['联系电话', '0512-00009999']]);
    expect(refused(await leader.call('mergePreview', { ...pair, take: [] })).code).toBe('FORBIDDEN');
    const merge = { ...pair, take: ['phone'], keptRev: preview.kept.rev, goneRev: preview.gone.rev };
    expect(refused(await keeper.call('mergeRecords', { ...merge, keptRev: 1 })).code).toBe('CONFLICT');
    const merged = must(await keeper.call('mergeRecords', merge));
    const after = await server.db.selectFrom('party').select(['id', 'body']).where('id', 'in', [party.id, 'party-twin']).execute();
    expect(after).toMatchObject([{ id: party.id, body: { phone: '0512-00009999' } }]);
    expect(after[0]?.body.licences?.map(({ no }) => no)).toContain('D9');
    must(await keeper.call('undoMerge', { mergeId: merged.id }));
    const restored = await server.db.selectFrom('party').select(['id', 'body']).where('id', 'in', [party.id, 'party-twin']).execute();
    expect(new Map(restored.map(({ id, body }) => [id, [body.name, body.phone]]))).toEqual(new Map([[party.id, [party.body.name, '0512-00000001']], ['party-twin', [name, '0512-00009999']]]));
    expect(refused(await keeper.call('undoMerge', { mergeId: merged.id })).message).toContain('撤销');
    expect(must(await keeper.call('registerMerges', { kind: 'party' })).merges).toMatchObject([{ goneName: name, undoneAt: `${TODAY}T02:00:00.000Z` }]);
  });

  it('of projects take their facts along, and give them back', async () => {
    const project = await projectOf('320508');
    const facts = await server.db.selectFrom('project_fact').selectAll().where('project_id', '=', project.id).execute();
    const twin = { ...project, id: 'project-twin', projectCode: '', permitNo: '', address: '' };
    await server.db.insertInto('project').values({ id: twin.id, rev: 1, district: twin.district, name: twin.name, body: JSON.stringify(twin) }).execute();
    const [same] = facts;
    if (same === undefined) throw new Error('no facts');
    await server.db.insertInto('project_fact').values({ ...same, id: 'fact-twin', project_id: twin.id, body: JSON.stringify({ ...same.body, id: 'fact-twin' }) }).execute();
    const preview = must(await keeper.call('mergePreview', { kind: 'project', keptId: project.id, goneId: twin.id, take: [] }));
    expect(preview.facts).toBe(1);
    const merged = must(await keeper.call('mergeRecords', { kind: 'project', keptId: project.id, goneId: twin.id, take: [], keptRev: preview.kept.rev, goneRev: preview.gone.rev }));
    expect(must(await leader.call('registerProject', { projectId: project.id })).facts).toHaveLength(facts.length + 1);
    must(await keeper.call('undoMerge', { mergeId: merged.id }));
    expect(must(await leader.call('registerProject', { projectId: twin.id })).facts).toMatchObject([{ id: 'fact-twin', sourceRef: same.source_ref }]);
    expect(await server.db.selectFrom('project_fact').selectAll().where('project_id', '=', project.id).orderBy('id').execute()).toEqual(facts.toSorted((one, other) => (one.id < other.id ? -1 : 1)));
  });
});
