import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_CHANNELS } from '#shared/domain/channel/defaults.ts';
import type { ChannelBody } from '#shared/domain/channel/channel.ts';
import type { CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import { answers, PARTY, RECORD_VALUES } from '#tests/helpers/cases.ts';
import { OFFICE_PASSWORD, openOffice, registration, type Office } from '#tests/helpers/office.ts';
import { TEST_DEVICE, TEST_PASSWORD } from '#tests/helpers/server.ts';
import { type Desk, removeDesk, startDesk } from '#tests/helpers/worker.ts';

const CASE = 'case-route-1';
const TEAM = '建设监察支队一大队';
const { key: _key, ...JC } = DEFAULT_CHANNELS.find((channel) => channel.key === 'JC')!;
/** 大队 → 支队 → 分管, at filing and decision. */
const ROUTED: ChannelBody = {
  ...JC,
  route: [
    { role: 'officer', title: '大队承办', points: [] },
    { role: 'unit-head', title: '大队审核', unit: TEAM, points: ['filing', 'decision'] },
    { role: 'unit-head', title: '支队审核', unit: '建设监察支队', unitOnly: true, points: ['filing', 'report', 'decision'] },
    { role: 'legal-reviewer', title: '法制审核', points: ['review'] },
    { role: 'leader', title: '分管局领导', points: ['filing', 'notice', 'decision', 'no-penalty', 'closing'] },
  ],
};

let office: Office;
let now = Date.parse('2026-03-02T02:00:00.000Z');
const desks = new Map<string, Desk>();

function passwordOf(login: string): string {
  return login === 'jcdadui' ? TEST_PASSWORD : OFFICE_PASSWORD;
}

function setDay(day: string): void {
  now = Date.parse(`${day}T02:00:00.000Z`);
}

/** One desktop for each person, signed in once a day as sessions do not last longer; up to date with the server. */
async function at(login: string): Promise<Desk> {
  const name = `${login} ${new Date(now).toISOString().slice(0, 10)}`;
  const desk = desks.get(name) ?? startDesk(office.server.url, { clock: () => now });
  if (!desks.has(name)) await desk.must('session.signIn', { loginName: login, password: passwordOf(login) });
  desks.set(name, desk);
  await desk.settled();
  return desk;
}

async function submit<K extends CommandKind>(login: string, kind: K, payload: CommandPayload<K>): Promise<void> {
  const desk = await at(login);
  await desk.submit(kind, CASE, payload);
  await desk.settled();
}

function step(login: string, event: CaseEvent, data: Record<string, unknown> = {}): Promise<void> {
  return submit(login, 'case.advance', { event, opinion: '同意。', data });
}

/** What the server itself says to a command that no desktop would send. */
async function pushed(login: string, event: CaseEvent) {
  const { call } = await office.server.signIn(login, passwordOf(login));
  const payload = { event, opinion: '同意。', data: {} };
  const answer = await call('push', { deviceId: TEST_DEVICE, commands: [{ opId: crypto.randomUUID(), kind: 'case.advance', entityId: CASE, baseRev: 0, payload, createdAt: new Date(now).toISOString() }] });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.results[0];
}

const waits = async (login: string) => (await (await at(login)).must('approvals.list', {})).filter((item) => item.caseId === CASE).map((item) => [item.approve.label, item.back?.label]);
const todos = async (login: string) => (await (await at(login)).must('workbench.get', {})).todos.filter((todo) => todo.caseId === CASE).map((todo) => todo.action);

async function set(values: Record<string, unknown>): Promise<void> {
  const desk = await at('jc01');
  for (const [path, to] of Object.entries(values)) {
    const from: unknown = Reflect.get(await desk.must('case.get', { caseId: CASE }), path);
    await desk.submit('case.edit', CASE, { changes: [{ path, from, to }] });
  }
  await desk.settled();
}

async function paper(id: string, code: 'XCJC' | 'DCZJ' | 'GZS', values: Record<string, unknown> = {}, issue = true): Promise<void> {
  await submit('jc01', 'document.create', { documentId: id, code, aboutDocumentId: null, values });
  if (issue) await submit('jc01', 'document.issue', { documentId: id });
}

beforeAll(async () => {
  office = await openOffice();
  office.server.clock.now = () => new Date(now);
  await office.server.addOfficer({ loginName: 'jcdadui', name: '赵示例', roles: ['unit-head'], channel: 'JC', unitName: TEAM });
});
afterAll(async () => {
  for (const desk of desks.values()) { await desk.close(); removeDesk(desk); }
  await office.close();
});

describe('a route published for a channel', () => {
  it('begins on its day and is known to every desktop', async () => {
    const admin = await office.server.signIn('admin', OFFICE_PASSWORD);
    const proposed = await admin.call('proposeConfig', { kind: 'channel', key: 'JC', effectiveFrom: '2026-03-03', body: ROUTED, note: '大队、支队逐级审核', submit: true });
    if (!proposed.ok) throw new Error(proposed.error.message);
    const second = await office.server.signIn('admin2', OFFICE_PASSWORD);
    expect(await second.call('reviewConfig', { id: proposed.value.id, agrees: true, opinion: '同意' })).toMatchObject({ ok: true, value: { status: 'published' } });
  });

  it('holds the filing until team and division have signed, on the desktop and on the server alike', async () => {
    await submit('jc01', 'case.register', { ...registration(), clue: { source: 'inspection', receivedOn: '2026-03-02', subject: '示例', description: '示例。' } });
    setDay('2026-03-03');
    await step('jchead', 'assign', { officerIds: [office.officerId('jc01'), office.officerId('jc02')], noRecusal: true });
    await submit('jc01', 'evidence.add', { evidence: { id: 'evidence-licence', kind: 'documentary', title: '营业执照复印件', proves: '证明当事人身份', takenAt: '2026-03-03T01:00:00.000Z', takenPlace: '示例', takenBy: '示例', file: null } });
    await set({ party: PARTY, actOn: '2026-02-10' });
    await step('jc01', 'propose-filing', { conditions: { evidence: true, jurisdiction: true, limitation: true } });

    expect([await waits('jcdadui'), await waits('jchead'), await waits('leader1')]).toEqual([[['审核签署：大队审核', '退回补充核查']], [], []]);
    expect([await todos('jcdadui'), await todos('jchead'), await todos('leader1')]).toEqual([['审核签署：大队审核'], [], []]);
    await expect((await at('leader1')).submit('case.advance', CASE, { event: 'approve-filing', opinion: '同意。', data: {} })).rejects.toThrow(/SIGNATURE_MISSING|大队审核/);
    expect(await pushed('leader1', 'approve-filing')).toMatchObject({ status: 'refused', error: { code: 'SIGNATURE_MISSING', details: { titles: ['大队审核', '支队审核'] } } });
    expect(await pushed('jchead', 'sign-approval')).toMatchObject({ status: 'refused', error: { code: 'ROLE_NOT_ALLOWED' } });

    await step('jcdadui', 'sign-approval');
    expect([await waits('jcdadui'), await waits('jchead'), await waits('leader1')]).toEqual([[], [['审核签署：支队审核', '退回补充核查']], []]);
    await step('jchead', 'sign-approval');
    expect([await waits('jchead'), await waits('leader1')]).toEqual([[], [['批准立案', '退回补充核查']]]);
    await step('leader1', 'approve-filing');
    expect((await (await at('jc01')).must('case.get', { caseId: CASE })).stage).toBe('INVEST');
  });

  it('holds the decision as well, and then lets it go through', async () => {
    setDay('2026-03-04');
    await paper('paper-xcjc', 'XCJC', { ...RECORD_VALUES, startAt: '2026-03-04T09:00', endAt: '2026-03-04T09:40' });
    await paper('paper-dczj', 'DCZJ', {}, false);
    await set({
      facts: '当事人未按规定移交建设项目档案。', nature: '上述行为违反了有关规定。', discretion: { tier: 'light', baseFen: null, baseSource: '', factors: '初次违法', deviationReason: '' },
      proposed: { kinds: ['fine'], fineFen: 2_000_000, confiscationFen: 0, otherItems: [] },
    });
    await step('jc01', 'submit-report', { recordsSigned: true, identityEvidenceId: 'evidence-licence' });
    await step('jchead', 'approve-report');
    await step('leader1', 'approve-notice');
    await paper('paper-gzs', 'GZS');
    await submit('jc01', 'document.serve', { service: {
      id: 'service-paper-gzs', documentId: 'paper-gzs', method: 'direct', servedAt: '2026-03-04T09:50', place: '示例路1号', recipient: '示例人', recipientRelation: '法定代表人',
      serverIds: [office.officerId('jc01'), office.officerId('jc02')], refusalReason: '', witness: '',
    } });
    // Five working days from Thursday 5 March: 5, 6, 9, 10, 11; the term is over on 12 March.
    setDay('2026-03-12');
    await step('jc01', 'close-defence', { noHearing: true });
    await step('fzsh1', 'pass-review', { points: answers() });
    expect(await pushed('leader1', 'approve-decision')).toMatchObject({ status: 'refused', error: { code: 'SIGNATURE_MISSING' } });
    await step('jcdadui', 'sign-approval');
    expect(await pushed('leader1', 'approve-decision')).toMatchObject({ error: { message: expect.stringContaining('“支队审核”尚未签署意见') as string } });
    await step('jchead', 'sign-approval');
    await step('leader1', 'approve-decision');
    const file = await (await at('jc01')).must('case.get', { caseId: CASE });
    expect(file).toMatchObject({ stage: 'DEC_APPR', decisionApproved: true });
    expect(file.approvals.slice(-3).map(({ event, node }) => [event, node ?? ''])).toEqual([['sign-approval', '大队审核'], ['sign-approval', '支队审核'], ['approve-decision', '']]);
  });
});
