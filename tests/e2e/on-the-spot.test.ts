import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import { PARTY } from '#tests/helpers/cases.ts';
import type { DeskPage } from '#tests/helpers/desk-page.ts';
import { OFFICE_PASSWORD, openOffice, registration, type Office } from '#tests/helpers/office.ts';
import { openSeat, type Seat } from '#tests/helpers/seat.ts';
import type { Desk } from '#tests/helpers/worker.ts';

/** The server's day, ten in the morning in Suzhou; the window, on a machine whose own clock says another, follows it. */
const NOW = Date.parse('2026-04-13T02:00:00.000Z');

let office: Office;
let seat: Seat;
let desk: DeskPage;

beforeAll(async () => {
  office = await openOffice();
  office.server.clock.now = () => new Date(NOW);
  // A company of the register, as it is imported.
  const party: PartyRecord = { ...PARTY, id: 'party-spot-1', name: '苏州示例乙置业有限公司', district: '320500', category: '房地产开发企业', creditClass: 'B', status: 'active', licences: [] };
  await office.server.db.insertInto('party').values({ id: party.id, rev: 1, credit_code: party.creditCode, name: party.name, body: JSON.stringify(party) }).execute();
  seat = await openSeat(office.server.url);
  desk = seat.desk;
});

afterAll(async () => {
  await seat.close();
  await office.close();
});

function by(login: string, act: (at: Desk) => Promise<void>): Promise<void> {
  return office.briefly(login, () => NOW, act);
}

/** Monday 13 April 2026: the money is due in the office by Wednesday 15, the report by Thursday 16 (arts. 52, 71 and 85 of the Administrative Penalty Law). */
describe('a penalty on the spot', () => {
  it('is offered where clues are registered, with its limits, and names what is missing', async () => {
    await desk.signIn('za01', OFFICE_PASSWORD);
    await desk.synced();
    await desk.click('register-clue');
    await desk.click('register-summary');
    expect(await desk.find('summary-card').textContent()).toContain('3,000.00');
    await desk.click('register-submit');
    await desk.find('register-problems').waitFor();
  });

  it('is decided, and its number given by the server', async () => {
    await desk.choose('field-clue.source', '监督检查');
    await desk.fill('field-clue.subject', '消防验收后未备案');
    await desk.fill('field-clue.description', '现场检查发现工程竣工验收后未依法报消防备案。');
    await desk.choose('field-district', '苏州市本级');
    await desk.search('field-violationId', 'Z39');
    await desk.find('party-search').first().click();
    await desk.page.keyboard.type('苏州示例');
    await desk.click('party-search-option');
    await desk.fill('summary-facts', '当事人的工程竣工验收后，没有依法报住房城乡建设主管部门备案。');
    await desk.fill('summary-fine', '100');
    await desk.choose('summary-tier', '轻微');
    await desk.choose('summary-partner', '大队');
    await desk.fillDate('summary-decidedAt', '2026-04-13T09:30');
    await desk.fill('summary-place', '示例工地');
    await desk.fill('summary-defence', '无。');
    await desk.click('summary-collection-spot');
    await desk.choose('summary-spot-ground', '罚款一百元以下');
    await desk.click('summary-clear');
    await desk.click('summary-no-recusal');
    await desk.click('register-submit');
    await desk.find('document-preview-page').first().waitFor();
    await desk.issue();
    expect(await desk.find('document-number').innerText()).toContain('当罚字〔2026〕第1号');
  });

  it('is handed over there and then, at the place of the penalty', async () => {
    await desk.click('document-serve');
    await desk.find('service-dialog').waitFor();
    expect(await desk.page.locator('[data-testid="service-place"] input, input[data-testid="service-place"]').first().inputValue()).toBe('示例工地');
    await desk.click('service-confirm');
    await desk.page.getByRole('heading', { name: '送达回证' }).waitFor();
    await desk.backToCase();
    await expect.poll(states).toEqual(['issue done', 'hand-over done', 'pay now', 'hand-in later', 'report now']);
    expect(await desk.find('case-number').innerText()).toContain('当罚字〔2026〕第1号');
  });

  it('is collected, handed in and filed, each from its course, which says by when', async () => {
    await desk.section('summary');
    expect(await desk.find('course-report').innerText()).toContain('2026-04-16');
    await desk.click('course-go-pay');
    await desk.click('payment-add');
    await desk.fill('payment-receipt', 'DEMO-0000000001');
    await desk.click('payment-confirm');
    await desk.find('payment-row').waitFor();
    await desk.section('summary');
    expect(await desk.find('course-hand-in').innerText()).toContain('2026-04-15');
    for (const key of ['hand-in', 'report']) {
      await desk.click(`course-take-${key}`);
      await desk.find('step-dialog').waitFor();
      await desk.click('step-confirm');
      await desk.find('step-dialog').waitFor({ state: 'hidden' });
    }
    await expect.poll(states).toEqual(['issue done', 'hand-over done', 'pay done', 'hand-in done', 'report done']);
    await desk.leave();
  });
});

function states(): Promise<readonly string[]> {
  return desk.page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-testid="summary-course"] li')].map((item) => `${item.dataset['testid']?.slice(7) ?? ''} ${item.dataset['state'] ?? ''}`));
}

describe('a deputy (AB 角)', () => {
  beforeAll(async () => {
    const [admin, second] = await Promise.all(['admin', 'admin2'].map((login) => office.server.signIn(login, OFFICE_PASSWORD)));
    const body = { fromOfficerId: office.officerId('leader1'), toOfficerId: office.officerId('fdchead'), role: 'leader', from: '2026-04-13', to: '2026-04-13', reason: '外出开会' };
    const proposed = await admin?.call('proposeConfig', { kind: 'delegation', key: 'delegation-1', effectiveFrom: '2026-04-13', note: '示例', submit: true, body });
    if (proposed?.ok !== true) throw new Error(JSON.stringify(proposed));
    const agreed = await second?.call('reviewConfig', { id: proposed.value.id, agrees: true, opinion: '同意' });
    if (agreed?.ok !== true) throw new Error(JSON.stringify(agreed));
  });

  it('writes and issues the paper that only a leader may, in the leader’s place', async () => {
    await by('fdc01', async (at) => { await at.submit('case.register', 'case-spot-fdc', { ...registration('示例公司违规线索'), channel: 'FDC', clue: { ...registration('示例公司违规线索').clue, receivedOn: '2026-04-13' } }); });
    await by('fdchead', async (at) => { await at.submit('case.advance', 'case-spot-fdc', { event: 'assign', opinion: '', data: { officerIds: [office.officerId('fdc01'), office.officerId('fdc02')], noRecusal: true } }); });
    await desk.signIn('fdchead', OFFICE_PASSWORD);
    await desk.synced();
    await desk.page.evaluate(() => { window.location.hash = '#/cases/case-spot-fdc'; });
    await desk.find('case-page').waitFor();
    await desk.makeDocument('HBSQ');
    await desk.fill('document-field-applicant', '苏州示例乙置业有限公司');
    await desk.fillDate('document-field-appliedOn', '2026-04-13');
    await desk.fill('document-field-person', '示例执法人员');
    await desk.fill('document-field-ground', '申请人认为该执法人员与举报人是近亲属。');
    await desk.fill('document-field-review', '经审查，不存在直接利害关系。');
    await desk.choose('document-field-decision', '不予回避');
    await desk.find('document-missing').waitFor({ state: 'hidden' });
    await desk.issue();
    expect(await desk.find('document-number').innerText()).toContain('第1号');
    await desk.leave();
    const row = await office.server.db.selectFrom('document').select('body').where('case_id', '=', 'case-spot-fdc').executeTakeFirstOrThrow();
    expect(row.body.issued?.issuedBy).toBe(office.officerId('fdchead'));
  });
});
