import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseTotal, openCabledOffice, type CabledOffice } from '#tests/helpers/cabled-office.ts';
import { OFFICE_PASSWORD, registration } from '#tests/helpers/office.ts';
import { startDesk } from '#tests/helpers/worker.ts';

const SCRIPT = resolve(import.meta.dirname, '../../fixtures/submitting-desk.ts');
const CASES = 400;
let office: CabledOffice;

beforeAll(async () => { office = await openCabledOffice(CASES); });
afterAll(() => office.close());

/** Runs the script until so many cases are acknowledged, then kills it without warning. */
async function killedWhileSubmitting(profileDir: string, prefix: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [SCRIPT, office.cable.url, profileDir, 'jc01', OFFICE_PASSWORD, prefix], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  const ended = new Promise((done) => child.once('exit', done));
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('ACK ')) acknowledged.push(line.slice(4));
    if (acknowledged.length === after) child.kill('SIGKILL');
  }
  await ended;
  return acknowledged;
}

describe('a desktop that is killed', () => {
  it('loses nothing it acknowledged, and the server gets each once', async () => {
    const profileDir = mkdtempSync(join(tmpdir(), 'desk-'));
    const first = startDesk(office.cable.url, { profileDir });
    await first.must('session.signIn', { loginName: 'jc01', password: OFFICE_PASSWORD });
    await first.settled();
    await first.close();
    const acknowledged: string[] = [];
    for (const [round, count] of [7, 23, 41].entries()) acknowledged.push(...await killedWhileSubmitting(profileDir, `killed-${round}`, count));
    expect(acknowledged.length).toBeGreaterThanOrEqual(71);

    const desk = startDesk(office.cable.url, { profileDir });
    await desk.must('session.signIn', { loginName: 'jc01', password: OFFICE_PASSWORD });
    for (const caseId of acknowledged) expect((await desk.must('case.get', { caseId })).id).toBe(caseId);
    await desk.settled();
    const stored = new Set(await office.serverCases('killed'));
    expect(acknowledged.filter((caseId) => !stored.has(caseId))).toEqual([]);
    expect(await desk.must('outbox.list', {})).toEqual([]);
    await desk.close();
    rmSync(profileDir, { recursive: true, force: true });
  });
});

describe('a torn network', () => {
  it('resumes the first pull where it broke, until all is there', async () => {
    office.cable.set({});
    const desk = startDesk(office.cable.url, { intervalMs: 3_600_000 });
    // Enough for the sign-in and a part of the pull.
    office.cable.set({ cutDownAfter: 60_000 });
    await desk.must('session.signIn', { loginName: 'leader1', password: OFFICE_PASSWORD });
    const before = office.cable.struck;
    const states = [];
    for (let round = 0; round < 3; round += 1) states.push(await desk.must('sync.now', {}));
    expect(states.every((state) => !state.online && state.offlineSince !== null)).toBe(true);
    expect(office.cable.struck).toBeGreaterThan(before);
    office.cable.set({});
    await desk.settled();
    const server = await office.server.db.selectFrom('case_file').select((row) => row.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    expect(await caseTotal(desk)).toBe(Number(server.n));
    await desk.close();
  });

  it('notices a silent server, goes on offline, and recovers', async () => {
    office.cable.set({});
    const desk = startDesk(office.cable.url, { requestTimeoutMs: 2000, intervalMs: 3_600_000 });
    await desk.must('session.signIn', { loginName: 'jc01', password: OFFICE_PASSWORD });
    await desk.settled();
    office.cable.set({ blackHole: true });
    await desk.submit('case.register', 'case-black-hole', registration());
    expect(await desk.must('sync.now', {})).toMatchObject({ online: false, pending: 1 });
    office.cable.set({});
    await desk.settled();
    expect(await office.serverCases('case-black')).toEqual(['case-black-hole']);
    await desk.close();
  });

  it('applies a command once although its request or its answer was cut anywhere', async () => {
    const desk = startDesk(office.cable.url, { requestTimeoutMs: 1000, intervalMs: 3_600_000 });
    await desk.must('session.signIn', { loginName: 'jc01', password: OFFICE_PASSWORD });
    await desk.settled();
    for (let trial = 0; trial < 10; trial += 1) {
      office.cable.set(trial % 2 === 0 ? { cutUpAfter: 100 + trial * 120 } : { cutDownAfter: trial * 40 });
      await desk.submit('case.register', `case-cut-${trial}`, registration());
      await desk.must('sync.now', {});
    }
    office.cable.set({});
    await desk.settled();
    expect(await office.serverCases('case-cut')).toEqual(Array.from({ length: 10 }, (_, trial) => `case-cut-${trial}`));
    const operations = await office.server.db.selectFrom('operation').select('op_id').where('status', '<>', 'applied').execute();
    expect(operations).toEqual([]);
    expect(await desk.must('outbox.list', {})).toEqual([]);
    await desk.close();
  });
});

describe('the server’s side of a session', () => {
  it('ends it: the cache stays usable, and signing in again sends what waited', async () => {
    office.cable.set({});
    const desk = startDesk(office.cable.url, { intervalMs: 3_600_000 });
    await desk.must('session.signIn', { loginName: 'jc02', password: OFFICE_PASSWORD });
    await desk.settled();
    await office.server.db.updateTable('session').set({ revoked_at: new Date() }).execute();
    await desk.submit('case.register', 'case-revoked-1', registration());
    expect(await desk.must('sync.now', {})).toMatchObject({ phase: 'failed', error: { code: 'NOT_SIGNED_IN' }, pending: 1 });
    expect(await desk.must('session.state', {})).toMatchObject({ status: 'signed-in', mode: 'offline', token: null });
    expect((await desk.must('case.get', { caseId: 'case-revoked-1' })).id).toBe('case-revoked-1');
    await desk.must('session.signIn', { loginName: 'jc02', password: OFFICE_PASSWORD });
    await desk.settled();
    expect(await office.serverCases('case-revoked')).toEqual(['case-revoked-1']);
    await desk.close();
  });

  it('a restored database is pulled anew, and unsent work is kept', async () => {
    const desk = startDesk(office.cable.url, { intervalMs: 3_600_000 });
    await desk.must('session.signIn', { loginName: 'jc02', password: OFFICE_PASSWORD });
    await desk.settled();
    await office.server.db.updateTable('meta').set({ value: 'another-epoch' }).where('key', '=', 'epoch').execute();
    await office.server.db.deleteFrom('document').where('case_id', 'like', 'case-cut-%').execute();
    await office.server.db.deleteFrom('case_file').where('id', 'like', 'case-cut-%').execute();
    await desk.submit('case.register', 'case-epoch-1', registration());
    await desk.settled();
    expect((await desk.refused('case.get', { caseId: 'case-cut-1' })).code).toBe('NOT_FOUND');
    expect((await desk.must('case.get', { caseId: 'case-epoch-1' })).rev).toBe(1);
    await desk.close();
  });
});
