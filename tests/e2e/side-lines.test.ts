import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REVIEW_POINT_KEYS } from '#shared/domain/case-file/case-file.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import { PARTY } from '#tests/helpers/cases.ts';
import type { DeskPage } from '#tests/helpers/desk-page.ts';
import { evidence, OFFICE_PASSWORD, openOffice, registration, type Office } from '#tests/helpers/office.ts';
import { openSeat, type Seat } from '#tests/helpers/seat.ts';
import type { Desk } from '#tests/helpers/worker.ts';

const CASE = 'case-side-1';

let office: Office;
let seat: Seat;
let desk: DeskPage;
/** The server's day; the window, on a machine whose own clock says something else, follows it from the next sign-in on. */
let now = Date.parse('2026-03-02T02:00:00.000Z');

beforeAll(async () => {
  office = await openOffice();
  office.server.clock.now = () => new Date(now);
  await notifiedCase();
  seat = await openSeat(office.server.url);
  desk = seat.desk;
});

afterAll(async () => {
  await seat.close();
  await office.close();
});

/** Ten in the morning of a day, in Suzhou. */
function setDay(day: string): void {
  now = Date.parse(`${day}T02:00:00.000Z`);
}

/** What went before the hearing, each step by its officer at a desk without a window. */
function by(login: string, act: (at: Desk) => Promise<void>): Promise<void> {
  return office.briefly(login, () => now, act);
}

function step(login: string, event: CaseEvent, data: Record<string, unknown> = {}): Promise<void> {
  return by(login, async (at) => { await at.submit('case.advance', CASE, { event, opinion: '同意。', data }); });
}

async function paper(login: string, id: string, code: 'XCJC' | 'DCZJ' | 'GZS' | 'CFJD' | 'TZBL', values: Record<string, unknown>, then: 'draft' | 'issue' | 'serve'): Promise<void> {
  await by(login, async (at) => {
    await at.submit('document.create', CASE, { documentId: id, code, aboutDocumentId: null, values });
    await at.settled();
    if (then !== 'draft') await at.submit('document.issue', CASE, { documentId: id });
    if (then !== 'serve') return;
    await at.submit('document.serve', CASE, { service: {
      id: `service-${id}`, documentId: id, method: 'direct', servedAt: `${new Date(now).toISOString().slice(0, 10)}T09:30`, place: '示例路1号', recipient: '示例人', recipientRelation: '法定代表人',
      serverIds: [office.officerId('jc01'), office.officerId('jc02')], refusalReason: '', witness: '',
    } });
  });
}

/** A fine of 60,000 yuan against a unit: the notice carries the right to a hearing. Notified on Thursday 19 March 2026. */
async function notifiedCase(): Promise<void> {
  await by('jc01', async (at) => {
    const { clue, ...rest } = registration('示例公司未移交建设项目档案');
    await at.submit('case.register', CASE, { ...rest, clue: { ...clue, receivedOn: '2026-03-02' } });
  });
  await step('jchead', 'assign', { officerIds: [office.officerId('jc01'), office.officerId('jc02')], noRecusal: true });
  setDay('2026-03-05');
  await by('jc01', async (at) => {
    await at.submit('evidence.add', CASE, { evidence: { ...evidence('evidence-side', '营业执照复印件').evidence, takenAt: '2026-03-05T01:00:00.000Z' } });
    const changes = [['party', null, PARTY], ['actOn', null, '2026-02-10']] as const;
    await at.submit('case.edit', CASE, { changes: changes.map(([at2, from, to]) => ({ path: at2, from, to })) });
    await at.submit('case.advance', CASE, { event: 'propose-filing', opinion: '', data: { conditions: { evidence: true, jurisdiction: true, limitation: true } } });
  });
  await step('leader1', 'approve-filing');
  setDay('2026-03-11');
  await paper('jc01', 'xcjc-side-1', 'XCJC', {
    startAt: '2026-03-11T09:00', endAt: '2026-03-11T09:40', place: '示例工地', person: '示例人', recorder: '示例', subject: '建设项目档案移交情况', findings: ['现场未能提供档案移交证明。'], comment: '情况属实，无异议。',
  }, 'issue');
  await paper('jc01', 'dczj-side-1', 'DCZJ', {}, 'draft');
  await by('jc01', async (at) => {
    const empty = { tier: null, baseFen: null, baseSource: '', factors: '', deviationReason: '' };
    await at.submit('case.edit', CASE, { changes: [
      { path: 'facts', from: '', to: '当事人于2026年2月10日前未按规定向城建档案管理机构移交建设项目档案。' }, { path: 'nature', from: '', to: '上述行为违反了《建设工程质量管理条例》第十七条的规定。' },
      { path: 'discretion', from: empty, to: { ...empty, tier: 'normal', factors: '配合调查' } },
      { path: 'proposed', from: null, to: { kinds: ['fine'], fineFen: 6_000_000, confiscationFen: 0, otherItems: ['责令改正'] } },
    ] });
    await at.submit('case.advance', CASE, { event: 'submit-report', opinion: '', data: { recordsSigned: true, identityEvidenceId: 'evidence-side' } });
  });
  await step('jchead', 'approve-report');
  setDay('2026-03-18');
  await step('leader1', 'approve-notice');
  setDay('2026-03-19');
  await paper('jc01', 'gzs-side-1', 'GZS', {}, 'serve');
  setDay('2026-03-23');
}

async function as(login: string): Promise<void> {
  await desk.signIn(login, OFFICE_PASSWORD);
  await desk.synced();
  await desk.openCase('示例甲建设');
}


describe('a hearing, by clicking', () => {
  it('is asked for by the officer, and then stands on the case’s page', async () => {
    await as('jc01');
    await desk.step('request-hearing', '当事人口头提出。', () => desk.fillDate('step-field-requestedOn', '2026-03-23'));
    await desk.find('section-hearing').waitFor();
    expect(await desk.find('case-stage').textContent()).toBe('听证');
    expect(await desk.find('section-hearing').textContent()).toContain('等待答复');
    await desk.section('hearing');
    await desk.leave();
  });

  it('is accepted by a leader who finds it among his approvals, with host and recorder', async () => {
    await as('leader1');
    await desk.click('nav-approvals');
    await desk.find('approval-item').first().waitFor();
    await desk.find('approval-open').first().click();
    await desk.find('case-page').waitFor();
    await desk.click('step-accept-hearing');
    await desk.find('step-dialog').waitFor();
    await desk.find('step-field-hostId').click();
    await desk.find(`step-field-hostId-tzzc1`).click();
    await desk.find('step-field-recorderId').click();
    await desk.find(`step-field-recorderId-tzjl1`).click();
    await desk.fill('step-opinion', '同意听证。');
    await desk.click('step-confirm');
    await desk.find('step-dialog').waitFor({ state: 'hidden' });
    expect(await desk.find('section-hearing').textContent()).toContain('待定时间');
    await desk.leave();
  });

  it('is scheduled by its host, and the notice is then the next paper', async () => {
    setDay('2026-03-24');
    await as('tzzc1');
    await desk.step('schedule-hearing', '', async () => {
      await desk.fillDate('step-field-heldAt', '2026-04-08T09:30');
      await desk.fill('step-field-place', '示例听证室');
      await desk.click('step-field-publicity-public');
    });
    expect(await desk.find('section-hearing').textContent()).toContain('2026-04-08 09:30');
    await desk.find('paper-TZTZ').waitFor();
    await desk.leave();
  });
});

/** Notice served on 24 March: seven working days end on Thursday 2 April, and 4–6 April are holidays. */
describe('a deferral, by clicking', () => {
  beforeAll(async () => {
    await by('tzzc1', async (at) => {
      await at.submit('document.create', CASE, { documentId: 'tztz-side-1', code: 'TZTZ', aboutDocumentId: null, values: {} });
      await at.settled();
    });
    await by('leader1', async (at) => { await at.submit('document.issue', CASE, { documentId: 'tztz-side-1' }); });
    await by('jc01', async (at) => {
      await at.submit('document.serve', CASE, { service: {
        id: 'service-tztz-1', documentId: 'tztz-side-1', method: 'direct', servedAt: '2026-03-24T09:30', place: '示例路1号', recipient: '示例人', recipientRelation: '法定代表人',
        serverIds: [office.officerId('jc01'), office.officerId('jc02')], refusalReason: '', witness: '',
      } });
    });
    setDay('2026-04-08');
    await step('tzzc1', 'record-hearing', { partyAbsent: true });
    await step('tzzc1', 'report-hearing', { findings: '当事人没有出席，书面材料不足以推翻调查认定的事实。', advice: 'uphold', recordSigned: true });
    await step('fzsh1', 'pass-review', { points: Object.fromEntries(REVIEW_POINT_KEYS.map((key) => [key, true])) });
    setDay('2026-04-09');
    await step('leader1', 'record-discussion', { heldOn: '2026-04-09', attendees: ['示例局长', '示例副局长', '示例副局长乙'], conclusion: '同意拟处罚意见。' });
    await step('leader2', 'approve-decision');
    await paper('jc01', 'cfjd-side-1', 'CFJD', {}, 'serve');
    setDay('2026-04-13');
  });

  it('is applied for with a plan that must add up to what is owed', async () => {
    await as('jc01');
    await desk.section('payments');
    await desk.click('step-apply-deferral');
    await desk.find('step-dialog').waitFor();
    await desk.click('step-field-kind-instalments');
    await desk.fill('step-field-reason', '资金周转困难，附财务报表。');
    await desk.click('step-field-plan-add');
    await desk.fillDate('step-field-plan-due-1', '2026-05-20');
    await desk.fillDate('step-field-plan-due-2', '2026-06-22');
    await desk.fill('step-field-plan-amount-1', '20000');
    await desk.fill('step-field-plan-amount-2', '30000');
    await desk.click('step-confirm');
    await expect.poll(() => desk.find('step-dialog').textContent()).toContain('少10,000.00元');
    await desk.click('step-field-plan-spread');
    await desk.click('step-confirm');
    await desk.find('step-dialog').waitFor({ state: 'hidden' });
    expect(await desk.find('section-deferral').textContent()).toContain('待批准');
    await desk.leave();
  });

  it('is approved from the list of approvals, with what is decided on in sight', async () => {
    await desk.signIn('leader1', OFFICE_PASSWORD);
    await desk.synced();
    await desk.click('nav-approvals');
    const item = desk.page.locator(`[data-testid="approval-item"][data-case-id="${CASE}"]`);
    await item.waitFor();
    expect(await item.textContent()).toContain('罚款 60,000.00 元');
    expect(await item.textContent()).toContain('一般');
    await item.getByTestId('approval-approve').click();
    await desk.find('approve-dialog').waitFor();
    await desk.fill('approve-opinion', '确有困难，同意分期。');
    await desk.click('approve-confirm');
    await item.waitFor({ state: 'detached' });
    await desk.openCase('示例甲建设');
    expect(await desk.find('case-stage').textContent()).toBe('延期、分期缴纳');
    await desk.section('deferral');
    expect(await desk.find('plan-row').count()).toBe(2);
    await desk.leave();
  });
});
