import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import { startTestServer, TEST_DEVICE, TEST_PASSWORD, type TestServer, type TestSession } from '#tests/helpers/server.ts';
import { command, edit, push, register, type AnyPush } from './replica.ts';

let server: TestServer;
const sessions = new Map<string, TestSession>();
/** Friday; the seeded histories end here. */
const TODAY = '2026-11-20';

beforeAll(async () => {
  server = await startTestServer();
  await seed(server.db, { password: TEST_PASSWORD, cases: 120, seedNumber: 3, openShare: 1, today: TODAY });
});
afterAll(() => server.close());
beforeEach(() => { server.clock.now = () => new Date(`${TODAY}T08:00:00Z`); });

async function as(loginName: string): Promise<TestSession> {
  const known = sessions.get(loginName) ?? await server.signIn(loginName);
  sessions.set(loginName, known);
  return known;
}

async function read(id: string): Promise<CaseFile> {
  return (await server.db.selectFrom('case_file').select('body').where('id', '=', id).executeTakeFirstOrThrow()).body;
}

/** A seeded case of the city in a stage, with its first officer. */
async function cityCase(stage: Stage, fits: (file: CaseFile) => boolean = () => true): Promise<{ readonly file: CaseFile; readonly officer: TestSession }> {
  const rows = await server.db.selectFrom('case_file').select('body').where('stage', '=', stage).where('district', '=', '320500').orderBy('id').execute();
  const file = rows.map((row) => row.body).find(fits);
  if (file === undefined) throw new Error(`No city case in ${stage}`);
  return { file, officer: await as((file.officerIds[0] ?? '').replace('officer-', '')) };
}

describe('a command that is applied', () => {
  test('writes the case, its list columns, the log, the answer and the audit together', async () => {
    const id = randomUUID();
    const commands = [register(id), edit(id, 'cause', '未取得施工许可证擅自施工', '新案由')];
    expect(await push(await as('jc01'), ...commands)).toEqual([
      { opId: commands[0]?.opId, status: 'applied', rev: 1 },
      { opId: commands[1]?.opId, status: 'applied', rev: 2 },
    ]);
    const row = await server.db.selectFrom('case_file').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ rev: 2, channel: 'JC', district: '320500', stage: 'CLUE', case_no: null, registered_on: TODAY, body: { rev: 2, cause: '新案由' } });
    // 15 working days from 20 November 2026 (Friday): 11 December.
    expect(row.due_on).toBe('2026-12-11');
    const log = await server.db.selectFrom('change_log').select(['kind', 'op', 'channel', 'district']).where('entity_id', '=', id).execute();
    expect(log).toEqual([{ kind: 'case', op: 'put', channel: 'JC', district: '320500' }]);
    const audited = await server.db.selectFrom('audit_log').select(['action', 'outcome', 'officer_id', 'device_id']).where('object_id', '=', id).orderBy('id').execute();
    expect(audited).toEqual(['case.register', 'case.edit'].map((action) => ({ action, outcome: 'ok', officer_id: 'officer-jc01', device_id: TEST_DEVICE })));
  });

  test('is applied once, however often it is sent', async () => {
    const id = randomUUID();
    const commands = [register(id), edit(id, 'cause', '未取得施工许可证擅自施工', '一')];
    const first = await push(await as('jc01'), ...commands);
    for (let time = 0; time < 3; time += 1) expect(await push(await as('jc01'), ...commands)).toEqual(first);
    expect((await read(id)).rev).toBe(2);
    expect((await read(id)).timeline).toHaveLength(2);
  });

  test('is applied once when it arrives on ten connections at the same time', async () => {
    const session = await as('jc01');
    const id = randomUUID();
    const commands = [register(id), edit(id, 'cause', '未取得施工许可证擅自施工', '一'), edit(id, 'cause', '一', '二')];
    const answers = await Promise.all(Array.from({ length: 10 }, () => push(session, ...commands)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.map((result) => result.status)).toEqual(['applied', 'applied', 'applied']);
    expect((await read(id)).timeline.filter((entry) => entry.opId === commands[2]?.opId)).toHaveLength(1);
    expect((await read(id)).rev).toBe(3);
  });
});

describe('an operation id', () => {
  test('that was used for something else is refused', async () => {
    const id = randomUUID();
    const used = edit(id, 'cause', '未取得施工许可证擅自施工', '一');
    await push(await as('jc01'), register(id), used);
    const [answer] = await push(await as('jc01'), edit(id, 'cause', '一', '二', used.opId));
    expect(answer).toMatchObject({ status: 'refused', error: { code: 'OP_ID_REUSED' } });
    expect((await read(id)).cause).toBe('一');
  });

  test('of another officer is refused and tells nothing', async () => {
    const id = randomUUID();
    const used = register(id);
    await push(await as('jc01'), used);
    expect(await push(await as('jc02'), used)).toMatchObject([{ status: 'refused', error: { code: 'OP_ID_REUSED' } }]);
  });
});

describe('edits of one case from two desktops', () => {
  test('of different fields merge', async () => {
    const id = randomUUID();
    await push(await as('jc01'), register(id));
    await push(await as('jc01'), edit(id, 'clue.subject', '示例工地涉嫌擅自施工', '甲改的标题'));
    expect(await push(await as('jc02'), edit(id, 'clue.description', '巡查发现。', '乙改的内容'))).toMatchObject([{ status: 'applied', rev: 3 }]);
    expect((await read(id)).clue).toMatchObject({ subject: '甲改的标题', description: '乙改的内容' });
  });

  test('of the same field conflict, and the answer carries the server\'s value', async () => {
    const id = randomUUID();
    await push(await as('jc01'), register(id), edit(id, 'cause', '未取得施工许可证擅自施工', '甲的案由'));
    const [answer] = await push(await as('jc02'), edit(id, 'cause', '未取得施工许可证擅自施工', '乙的案由'));
    expect(answer).toMatchObject({ status: 'conflict', error: { code: 'CONFLICT', details: { path: 'cause', current: '甲的案由', to: '乙的案由' } } });
    expect((await read(id)).cause).toBe('甲的案由');
  });

  test('of the same field to the same value are no conflict', async () => {
    const id = randomUUID();
    await push(await as('jc01'), register(id), edit(id, 'cause', '未取得施工许可证擅自施工', '同一案由'));
    expect(await push(await as('jc02'), edit(id, 'cause', '未取得施工许可证擅自施工', '同一案由'))).toMatchObject([{ status: 'applied' }]);
  });
});

describe('a command that is not applied', () => {
  test('holds the later ones of its case and of no other', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const answers = await push(
      await as('jc01'),
      register(one), register(other), edit(one, 'cause', 'not what it was', '甲'), edit(one, 'facts', '', '事实'), edit(other, 'facts', '', '事实'),
    );
    expect(answers.map((answer) => answer.status)).toEqual(['applied', 'applied', 'conflict', 'held', 'applied']);
    expect((await read(one)).facts).toBe('');
  });

  test('is audited with its code, and tried again when it is sent again', async () => {
    const { file, officer } = await cityCase('NOTIFIED', (each) => each.waiverEvidenceId === null && each.notifiedOn !== null && each.notifiedOn > '2026-11-13');
    const close = command(file.id, 'case.advance', { event: 'close-defence', opinion: '', data: {} });
    // Administrative Penalty Law, art. 45 and 62: five working days to state and defend; none of them has passed on the day of service.
    server.clock.now = () => new Date(`${file.notifiedOn ?? ''}T09:00:00Z`);
    expect(await push(officer, close)).toMatchObject([{ status: 'refused', error: { code: 'DEFENCE_TERM_RUNNING', article: expect.stringContaining('行政处罚法') } }]);
    expect((await read(file.id)).stage).toBe('NOTIFIED');
    const audited = await server.db.selectFrom('audit_log').select('outcome').where('object_id', '=', file.id).execute();
    expect(audited).toEqual([{ outcome: 'DEFENCE_TERM_RUNNING' }]);
    // Two weeks later the reason has gone; the same operation id, since the desktop sends the same command.
    server.clock.now = () => new Date(Date.parse(`${file.notifiedOn ?? ''}T09:00:00Z`) + 14 * 86_400_000);
    sessions.clear();
    const again = await as((file.officerIds[0] ?? '').replace('officer-', ''));
    expect(await push(again, close)).toMatchObject([{ status: 'applied' }]);
    sessions.clear();
  });

  test.each([
    ['an unknown kind', { kind: 'case.explode', payload: {} }, 'UNKNOWN_COMMAND'],
    ['a property of every object as its kind', { kind: 'constructor', payload: {} }, 'UNKNOWN_COMMAND'],
    ['a payload of the wrong shape', { kind: 'case.edit', payload: { changes: 'all' } }, 'INVALID_INPUT'],
    ['a case nobody knows', { kind: 'case.edit', payload: { changes: [{ path: 'cause', from: null, to: '一' }] } }, 'NOT_FOUND'],
  ])('refuses %s and nothing else of the batch', async (_name, bad, code) => {
    const id = randomUUID();
    const wrong: AnyPush = { ...register(randomUUID()), ...bad };
    expect(await push(await as('jc01'), wrong, register(id))).toMatchObject([{ status: 'refused', error: { code } }, { status: 'applied' }]);
  });

  test('does not hold up the others when the database itself cannot take it', async () => {
    const id = randomUUID();
    const poison = register(`${'x'.repeat(10)}\u0000`);
    expect(await push(await as('jc01'), poison, register(id))).toMatchObject([{ status: 'refused', error: { code: 'INTERNAL' } }, { status: 'applied', rev: 1 }]);
  });

  test('a document with the id of another case\'s document changes nothing', async () => {
    const { file, officer } = await cityCase('INVEST');
    const foreign = await server.db.selectFrom('document').select(['id', 'body']).where('case_id', '<>', file.id).limit(1).executeTakeFirstOrThrow();
    const create = command(file.id, 'document.create', { documentId: foreign.id, code: 'XCJC', aboutDocumentId: null, values: {} });
    expect(await push(officer, create)).toMatchObject([{ status: 'refused' }]);
    expect((await server.db.selectFrom('document').select('body').where('id', '=', foreign.id).executeTakeFirstOrThrow()).body).toEqual(foreign.body);
  });

  test('a command that makes the transaction fail takes nothing from requests that came at the same time', async () => {
    const { file, officer } = await cityCase('INVEST');
    const foreign = await server.db.selectFrom('document').select('id').where('case_id', '<>', file.id).limit(1).executeTakeFirstOrThrow();
    const create = command(file.id, 'document.create', { documentId: foreign.id, code: 'XCJC', aboutDocumentId: null, values: {} });
    const session = await as('jc01');
    const ids = Array.from({ length: 12 }, () => randomUUID());
    const [bad, ...good] = await Promise.all([push(officer, create), ...ids.map((id) => push(session, register(id)))]);
    expect(bad).toMatchObject([{ status: 'refused' }]);
    for (const answer of good) expect(answer).toMatchObject([{ status: 'applied', rev: 1 }]);
    for (const id of ids) expect((await read(id)).timeline).toHaveLength(1);
    const audited = await server.db.selectFrom('audit_log').select('object_id').where('object_id', 'in', ids).execute();
    expect(audited).toHaveLength(ids.length);
  });
});

describe('who may', () => {
  test.each([
    ['wz01', '320506', 'JC', 'applied'],
    ['wzfdc', '320506', 'FDC', 'applied'],
    ['wzfdc', '320506', 'JC', 'OUT_OF_SCOPE'],
    ['wz01', '320507', 'JC', 'OUT_OF_SCOPE'],
    ['ks01', '320500', 'JC', 'OUT_OF_SCOPE'],
    ['jc01', '320506', 'FDC', 'applied'],
    ['admin', '320500', 'JC', 'OUT_OF_SCOPE'],
    ['leader1', '320500', 'JC', 'ROLE_NOT_ALLOWED'],
    ['fzsh1', '320500', 'JC', 'ROLE_NOT_ALLOWED'],
  ] as const)('%s registers in %s %s: %s', async (loginName, district, channel, expected) => {
    const [answer] = await push(await as(loginName), register(randomUUID(), { district, channel, violationId: null }));
    expect(answer?.status === 'applied' ? 'applied' : answer && 'error' in answer ? answer.error.code : '').toBe(expected);
  });

  test('an officer cannot touch a case out of his scope, nor learn of it', async () => {
    const id = randomUUID();
    await push(await as('jc01'), register(id));
    expect(await push(await as('ks01'), edit(id, 'cause', '未取得施工许可证擅自施工', '外人'))).toMatchObject([{ status: 'refused', error: { code: 'OUT_OF_SCOPE' } }]);
    expect(await push(await as('ks01'), register(id, { district: '320583' }))).toMatchObject([{ status: 'refused', error: { code: 'OUT_OF_SCOPE' } }]);
  });

  test('a change of an officer\'s certificate counts from the next push', async () => {
    const { file } = await cityCase('VERIFY', (each) => each.channel === 'ZA');
    const officer = await server.db.selectFrom('officer').select(['id', 'body', 'rev']).where('id', '=', file.officerIds[0] ?? '').executeTakeFirstOrThrow();
    const session = await as(officer.body.loginName);
    await push(session, edit(file.id, 'facts', file.facts, '先改一次，读入人员名录。'));
    await server.db.updateTable('officer').set({ body: JSON.stringify({ ...officer.body, certificateTo: '2026-01-01' }), rev: officer.rev + 1 }).where('id', '=', officer.id).execute();
    const propose = command(file.id, 'case.advance', { event: 'propose-filing', opinion: '', data: { conditions: { evidence: true, jurisdiction: true, limitation: true } } });
    expect(await push(session, propose)).toMatchObject([{ status: 'refused', error: { code: 'CERTIFICATE_INVALID' } }]);
  });
});

describe('the handshake', () => {
  test('names protocol, epoch and scope, and refuses a client that is too old', async () => {
    const { call } = await as('wzfdc');
    const { value: epoch } = await server.db.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirstOrThrow();
    expect(await call('handshake', { protocol: 1, clientVersion: '0.1.0' })).toMatchObject({ ok: true, value: { protocol: 1, epoch, scope: '320506:FDC' } });
    expect(await call('handshake', { protocol: 1, clientVersion: '0.0.9' })).toMatchObject({ ok: false, error: { code: 'CLIENT_TOO_OLD' } });
    expect(await call('handshake', { protocol: 0, clientVersion: '9.0.0' })).toMatchObject({ ok: false, error: { code: 'CLIENT_TOO_OLD' } });
  });
});
