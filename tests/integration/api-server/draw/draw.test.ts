import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson, sha256Text } from '#shared/domain/draw/hashing.ts';
import { verifyDraw } from '#shared/domain/draw/verify.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { CHOICE, type DrawOffice, must, openDrawOffice, PLAN } from '../../../helpers/draw-office.ts';

let office: DrawOffice;
beforeAll(async () => { office = await openDrawOffice(); });
afterAll(() => office.close());

const code = async (answer: Promise<{ ok: true } | { ok: false; error: { code: string } }>) => { const result = await answer; return result.ok ? 'ok' : result.error.code; };

describe('plans', () => {
  test('are written by the draw administrator, approved by a leader, read in scope', async () => {
    const { admin, leader, officer, district } = office;
    const { plan } = await office.plan({ name: '2026年度物业企业抽查' });
    expect(plan).toMatchObject({ state: 'draft', rev: 1, no: expect.stringMatching(/^SSJ-FDC-2026-\d\d$/) as string });
    const changed = await must(admin.call('saveDrawPlan', { ...PLAN, planId: plan.id, rev: 1, name: '2026年度物业服务企业抽查' }));
    expect(changed.plan).toMatchObject({ rev: 2, name: '2026年度物业服务企业抽查', no: plan.no });
    expect(await code(admin.call('saveDrawPlan', { ...PLAN, planId: plan.id, rev: 1 }))).toBe('CONFLICT');
    const decide = { planId: plan.id, rev: 2, approved: true, opinion: '' };
    expect([await code(admin.call('decideDrawPlan', decide)), await code(officer.call('decideDrawPlan', decide)), await code(leader.call('decideDrawPlan', { ...decide, rev: 1 })), await code(leader.call('decideDrawPlan', { ...decide, approved: false }))])
      .toEqual(['ROLE_NOT_ALLOWED', 'ROLE_NOT_ALLOWED', 'CONFLICT', 'FIELD_INVALID']);
    expect((await must(leader.call('decideDrawPlan', decide))).plan).toMatchObject({ state: 'approved', history: [{ kind: 'made' }, { kind: 'changed' }, { kind: 'approved' }] });
    expect(await code(admin.call('saveDrawPlan', { ...PLAN, planId: plan.id, rev: 3 }))).toBe('STEP_NOT_ALLOWED');
    expect(await code(officer.call('drawPlans', { year: 2026 }))).toBe('FORBIDDEN');
    expect((await must(district.call('drawPlans', { year: 2026 }))).plans).toEqual([]);
    expect(await code(district.call('saveDrawPlan', { ...PLAN }))).toBe('OUT_OF_SCOPE');
    expect(await code(leader.call('saveDrawPlan', PLAN))).toBe('FORBIDDEN');
    expect((await must(leader.call('drawPlans', { year: 2026 }))).plans.map((row) => row.plan.id)).toContain(plan.id);
  });

  test('rest on published matters only', async () => {
    const { rows: [row] } = await sql<{ body: object }>`select body from reference where kind = 'matter' and id = 'SZZJ-JG-004'`.execute(office.server.db);
    await sql`update reference set body = ${JSON.stringify({ ...row?.body, publishedOn: null })}, rev = rev + 1 where kind = 'matter' and id = 'SZZJ-JG-004'`.execute(office.server.db);
    expect(await office.admin.call('saveDrawPlan', { ...PLAN, matterCodes: ['SZZJ-JG-004'] })).toMatchObject({ error: { code: 'MATTER_NOT_PUBLISHED', article: '国办发〔2024〕54号' } });
  });
});

describe('a draw', () => {
  test('goes from the pot over the witness to a record that anybody can draw again', async () => {
    const { admin, leader, server } = office;
    const planId = await office.approvedPlan();
    const pool = await must(leader.call('drawPool', { planId, ...CHOICE, districts: ['320506', '320507'] }));
    expect(pool.objects.length).toBeGreaterThan(5);
    expect(new Set(pool.objects.map(({ district }) => district))).toEqual(new Set(['320506', '320507']));
    expect(pool.refusal).toBeNull();
    // fdc06 holds an expired certificate.
    expect(pool.officersLeftOut.map(({ id, kind }) => [id, kind])).toEqual([['officer-fdc06', 'certificate']]);
    const excluded = pool.objects[0]!;
    const choice = { ...CHOICE, districts: ['320506', '320507'] as ('320506' | '320507')[], excludedObjects: [{ id: excluded.id, reason: '正在办理注销登记' }] };
    const draw = await must(admin.call('commitDraw', { planId, ...choice }));
    expect(draw).toMatchObject({ state: 'committed', serial: 1, potSize: pool.objects.length - 1, leftOutCount: 1, operatorId: 'officer-sjgl1' });
    // The seed is nowhere to be read before the draw.
    expect(await code(admin.call('drawRecord', { drawId: draw.id }))).toBe('NOT_FOUND');
    expect(await code(admin.call('runDraw', { drawId: draw.id }))).toBe('STEP_NOT_ALLOWED');
    const given = { drawId: draw.id, commitment: draw.commitment, words: '小雪' };
    expect([await code(admin.call('witnessDraw', given)), await code(office.officer.call('witnessDraw', given)), await code(leader.call('witnessDraw', { ...given, commitment: '0'.repeat(64) }))]).toEqual(['ROLE_NOT_ALLOWED', 'ROLE_NOT_ALLOWED', 'CONFLICT']);
    // While its result is open, no other pot is counted under the same matter.
    expect(await admin.call('commitDraw', { planId, ...choice })).toMatchObject({ error: { code: 'CONFLICT', message: expect.stringContaining('正在进行') as string } });
    expect((await must(leader.call('drawPlans', { year: 2026 }))).plans.find((row) => row.plan.id === planId)).toMatchObject({ waiting: 1, plan: { state: 'running' } });
    expect(await must(leader.call('witnessDraw', given))).toMatchObject({ state: 'witnessed', witness: { officerId: 'officer-leader1', role: '分管领导', words: '小雪' } });
    expect(await admin.call('abandonDraw', { drawId: draw.id, reason: '再来' })).toMatchObject({ error: { code: 'STEP_NOT_ALLOWED', message: expect.stringContaining('结果已经确定') as string } });
    const drawn = await must(admin.call('runDraw', { drawId: draw.id }));
    expect(drawn).toMatchObject({ state: 'drawn', drawnCount: Math.ceil((pool.objects.length - 1) / 10) });
    expect(await code(admin.call('runDraw', { drawId: draw.id }))).toBe('STEP_NOT_ALLOWED');
    const { record } = await must(leader.call('drawRecord', { drawId: draw.id }));
    expect(verifyDraw(record)).toMatchObject({ ok: true });
    expect(record).toMatchObject({ commitment: draw.commitment, snapshotHash: draw.snapshotHash, planName: PLAN.name });
    expect(sha256Text(canonicalJson(record.snapshot))).toBe(draw.snapshotHash);
    const { items } = await must(leader.call('draw', { drawId: draw.id }));
    expect(items.map(({ objectId, officers }) => ({ objectId, officerIds: officers.map(({ id }) => id) }))).toEqual(record.result);
    expect(items.some(({ objectId }) => objectId === excluded.id)).toBe(false);
    const lines = await server.db.selectFrom('audit_log').select(['action', 'outcome']).where('object_id', '=', draw.id).orderBy('id').execute();
    expect(lines.filter(({ outcome }) => outcome === 'ok').map(({ action }) => action)).toEqual(['draw.commit', 'draw.witness', 'draw.run']);
  });

  test('is kept by the database itself', async () => {
    const { db } = office.server;
    expect(await db.selectFrom('draw_record').selectAll().execute()).not.toEqual([]);
    const refused = (promise: Promise<unknown>) => expect(promise).rejects.toThrow(/append-only|a draw keeps/);
    await refused(sql`update draw_record set body = '{}'`.execute(db));
    await refused(sql`delete from draw_seed`.execute(db));
    await refused(sql`truncate draw_snapshot`.execute(db));
    await refused(sql`update draw set witness_words = '大雪' where witness_id is not null`.execute(db));
    await refused(sql`update draw set commitment = repeat('0', 64)`.execute(db));
    await refused(sql`delete from draw`.execute(db));
  });

  test('is given up with a reason before the witness only, and stays in the list', async () => {
    const { admin } = office;
    const planId = await office.approvedPlan({ matterCodes: ['SZZJ-JG-005'] });
    const draw = await must(admin.call('commitDraw', { planId, ...CHOICE }));
    expect(await code(admin.call('abandonDraw', { drawId: draw.id, reason: ' ' }))).toBe('FIELD_INVALID');
    expect(await must(admin.call('abandonDraw', { drawId: draw.id, reason: '名录有误' }))).toMatchObject({ state: 'abandoned', abandonedReason: '名录有误' });
    expect(await code(office.leader.call('witnessDraw', { drawId: draw.id, commitment: draw.commitment, words: '小雪' }))).toBe('STEP_NOT_ALLOWED');
    expect((await must(admin.call('drawPlan', { planId }))).draws.map(({ state, serial }) => [state, serial])).toEqual([['abandoned', 1]]);
  });

  test('is refused with its rule', async () => {
    const { admin } = office;
    const planId = await office.approvedPlan({ matterCodes: ['SZZJ-JG-010'], districts: ['320506'] });
    const commit = (changes: Partial<typeof CHOICE>) => code(admin.call('commitDraw', { planId, ...CHOICE, ...changes }));
    expect(await commit({ ratioPermille: 201 })).toBe('FIELD_INVALID');
    expect(await commit({ ratioPermille: 0 })).toBe('FIELD_INVALID');
    expect(await commit({ districts: ['320507'] })).toBe('FIELD_INVALID');
    expect(await commit({ categories: ['没有的类型'] })).toBe('DRAW_POOL_EMPTY');
    expect(await commit({ visitOn: '2026-11-20' })).toBe('DATES_OUT_OF_ORDER');
    expect(await commit({ excludedOfficers: ['01', '02', '03', '04', '05', 'head'].map((login) => ({ id: `officer-fdc${login}`, reason: '借调' })) })).toBe('OFFICERS_INSUFFICIENT');
    expect(await commit({ excludedObjects: [{ id: 'x', reason: '' }] })).toBe('FIELD_INVALID');
    const draft = (await office.plan({ matterCodes: ['SZZJ-JG-010'] })).plan;
    expect(await admin.call('commitDraw', { planId: draft.id, ...CHOICE })).toMatchObject({ error: { code: 'STEP_NOT_ALLOWED', message: expect.stringContaining('尚未批准') as string } });
  });
});

describe('dispatch', () => {
  test('makes tasks with officers and numbers, once, and counts them against the cap', async () => {
    const { admin, leader, server } = office;
    const planId = await office.approvedPlan({ matterCodes: ['SZZJ-JG-007'], ratioPermille: 1000 });
    const draw = await office.drawn(planId, { ratioPermille: 100 });
    expect((await must(leader.call('drawPool', { planId, ...CHOICE }))).leftOut.filter(({ kind }) => kind === 'cap')).toHaveLength(draw.drawnCount);
    expect(await code(leader.call('dispatchDraw', { drawId: draw.id }))).toBe('FORBIDDEN');
    const sent = await must(admin.call('dispatchDraw', { drawId: draw.id }));
    expect(sent).toMatchObject({ tasks: draw.drawnCount, setAside: 0, draw: { state: 'dispatched' } });
    expect(await admin.call('dispatchDraw', { drawId: draw.id })).toMatchObject({ error: { message: '本次抽取已经派发，不能重复派发。' } });
    const tasks = await server.db.selectFrom('task').select(['id', 'rev', 'task_no', 'state', 'body']).where('draw_id', '=', draw.id).orderBy('task_no').execute();
    const { items } = await must(admin.call('draw', { drawId: draw.id }));
    expect(items.map(({ taskId, task }) => [taskId, task?.state])).toEqual(tasks.map(({ id }) => [id, 'assigned']));
    expect(tasks[0]).toMatchObject({ rev: 1, task_no: expect.stringMatching(/^RW-FDC-2026-\d{5}$/) as string, body: { source: 'random', plannedOn: '2026-12-01', dueOn: '2026-12-20', planId, officerIds: items[0]?.officers.map(({ id }) => id) } });
    expect(tasks[0]?.body.checklist.length).toBeGreaterThan(0);
    const logged = await server.db.selectFrom('change_log').select('entity_id').where('kind', '=', 'task').where('entity_id', 'in', tasks.map(({ id }) => id)).execute();
    expect(logged).toHaveLength(tasks.length);
    // The cap of the matter is one visit a year: those drawn are left out of the next pot, across all plans.
    const second = await office.approvedPlan({ matterCodes: ['SZZJ-JG-007'], name: '补充抽查' });
    const pool = await must(leader.call('drawPool', { planId: second, ...CHOICE }));
    expect(pool.leftOut.filter(({ kind }) => kind === 'cap').map(({ id }) => id).sort()).toEqual(items.map(({ objectId }) => objectId).sort());
    expect(pool.caps).toEqual([expect.objectContaining({ code: 'SZZJ-JG-007', cap: 1, full: draw.drawnCount, some: 0 })]);
  });

  test('sets aside what got its visits meanwhile', async () => {
    const { admin, server } = office;
    const planId = await office.approvedPlan({ matterCodes: ['SZZJ-JG-012'] });
    const draw = await office.drawn(planId, { ratioPermille: 50 });
    const [first] = (await must(admin.call('draw', { drawId: draw.id }))).items;
    await sql`
      insert into task (id, rev, channel, district, source, check_class, state, matter_codes, party_no, party_name, officer_ids, created_on, due_on, body)
      values ('task-meanwhile', 1, 'FDC', '320500', 'plan', 'routine', 'new', '{SZZJ-JG-012}', ${first?.creditCode ?? ''}, ${first?.partyName ?? ''}, '{}', '2026-11-23', '2026-12-10', '{}')
    `.execute(server.db);
    expect(await must(admin.call('dispatchDraw', { drawId: draw.id }))).toMatchObject({ setAside: 1, tasks: draw.drawnCount - 1, draw: { state: 'dispatched' } });
    expect((await must(admin.call('draw', { drawId: draw.id }))).items[0]).toMatchObject({ taskId: null, setAside: expect.stringContaining('抽取后已另行安排检查') as string });
  });

  test('offers several inspections of an enterprise as one, across channels (综合查一次)', async () => {
    const { admin, leader, server } = office;
    const own = await office.drawn(await office.approvedPlan({ matterCodes: ['SZZJ-JG-008'], ratioPermille: 1000, districts: ['320507'] }), { ratioPermille: 1000 });
    const other = await office.drawn(await office.approvedPlan({ name: '2026年度施工企业抽查', channel: 'JC', matterCodes: ['SZZJ-JG-015'], ratioPermille: 1000, districts: ['320507'], officerChannels: ['JC'] }), { ratioPermille: 1000, visitOn: '2026-12-03', dueOn: '2026-12-15' });
    const { proposals } = await must(leader.call('drawMerges', { drawId: own.id }));
    expect(proposals.length).toBe(own.drawnCount);
    const lead = proposals[0]!.visits[0];
    // Another test's draw may wait for the same enterprise.
    const second = proposals[0]!.visits.find(({ drawId }) => drawId === other.id);
    expect([lead?.drawId, second?.channel]).toEqual([own.id, 'JC']);
    const input = { drawId: own.id, objectId: lead!.objectId, with: [{ drawId: other.id, objectId: second!.objectId }] };
    expect(await code(leader.call('mergeDrawn', input))).toBe('FORBIDDEN');
    const { taskId } = await must(admin.call('mergeDrawn', input));
    expect(await code(admin.call('mergeDrawn', input))).toBe('CONFLICT');
    const task: Task | undefined = (await server.db.selectFrom('task').select('body').where('id', '=', taskId).executeTakeFirst())?.body;
    expect(task).toMatchObject({ matterCodes: ['SZZJ-JG-008', 'SZZJ-JG-015'], plannedOn: '2026-12-03', dueOn: '2026-12-15', channel: 'FDC', description: expect.stringContaining('综合查一次：与“2026年度施工企业抽查”') as string });
    expect(task?.officerIds).toHaveLength(4);
    await must(admin.call('dispatchDraw', { drawId: own.id }));
    await must(admin.call('dispatchDraw', { drawId: other.id }));
    const shared = (await must(admin.call('draw', { drawId: other.id }))).items.filter(({ together }) => together === 2);
    expect(shared.map((item) => item.taskId)).toEqual([taskId]);
  });
});

describe('results', () => {
  test('are listed for publication within 20 working days and exported', async () => {
    const { admin, leader, server } = office;
    const draw = await office.drawn(await office.approvedPlan({ matterCodes: ['SZZJ-JG-002'], ratioPermille: 1000, districts: ['320508'] }), { ratioPermille: 1000 });
    await must(admin.call('dispatchDraw', { drawId: draw.id }));
    const [task] = await server.db.selectFrom('task').select(['id', 'body']).where('draw_id', '=', draw.id).orderBy('task_no').execute();
    const body = { ...task!.body, state: 'done' as const, result: 'clean' as const, inspectedOn: '2026-11-02', finishedOn: '2026-11-02' };
    await server.db.updateTable('task').set({ state: 'done', result: 'clean', inspected_on: '2026-11-02', finished_on: '2026-11-02', body: JSON.stringify(body) }).where('id', '=', task!.id).execute();
    const { rows } = await must(leader.call('drawPublications', { year: 2026 }));
    // 2 November 2026 is a Monday; 20 working days on, without holidays, is Monday the 30th; 5 are left on the 23rd.
    expect(rows).toMatchObject([{ taskId: task!.id, resultOn: '2026-11-02', dueOn: '2026-11-30', left: 5, state: 'near', result: 'clean', publishedOn: null }]);
    const sheet = await must(leader.call('exportDraws', { year: 2026, what: 'publications' }));
    expect(sheet.name).toBe('2026年度双随机抽查结果公示清单.xlsx');
    expect(Buffer.from(sheet.file, 'base64').subarray(0, 2).toString()).toBe('PK');
    for (const made of [await must(leader.call('exportDraws', { year: 2026, what: 'plans' })), await must(leader.call('exportDraw', { drawId: draw.id }))]) expect(made.file.length).toBeGreaterThan(1000);
    expect(await code(office.officer.call('drawPublications', { year: 2026 }))).toBe('FORBIDDEN');
  });

  test('a plan ends when its draws are sent out or given up', async () => {
    const { admin } = office;
    const planId = await office.approvedPlan({ matterCodes: ['SZZJ-JG-003'] });
    const draw = await office.drawn(planId);
    const rev = async () => (await must(admin.call('drawPlan', { planId }))).row.plan.rev;
    expect(await code(admin.call('closeDrawPlan', { planId, rev: await rev() }))).toBe('STEP_NOT_ALLOWED');
    await must(admin.call('dispatchDraw', { drawId: draw.id }));
    expect((await must(admin.call('closeDrawPlan', { planId, rev: await rev() }))).plan.state).toBe('closed');
    expect(await code(admin.call('commitDraw', { planId, ...CHOICE }))).toBe('STEP_NOT_ALLOWED');
  });
});
