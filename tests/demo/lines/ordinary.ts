import { REVIEW_POINT_KEYS } from '#shared/domain/case-file/case-file.ts';
import { sampleCase } from '../../helpers/documents.ts';
import type { Player } from './player.ts';

/** The sample case of the documents: building without a permit, its dates of March and April 2026. */
const CASE = sampleCase();
const OFFICERS = ['officer-jc01', 'officer-jc02'];

/** Registered, assigned, verified and filed on 9 March 2026. */
export async function playToInvestigation(player: Player): Promise<void> {
  await player.at('2026-03-02', 'jc01');
  await player.submit('case.register', { channel: 'JC', district: '320500', clue: CASE.clue, cause: CASE.cause, violationId: CASE.violationId });
  await player.at('2026-03-03', 'jchead');
  await player.step('assign', { officerIds: OFFICERS, noRecusal: true });
  await player.at('2026-03-06', 'jc01');
  await describe(player);
  await player.evidence('licence', '营业执照复印件1份', '当事人的主体资格');
  await player.step('propose-filing', { conditions: { evidence: true, jurisdiction: true, limitation: true } }, '有初步证据证明，属本机关管辖，未超过追责时效，建议立案。');
  await player.at('2026-03-09', 'leader1');
  await player.step('approve-filing');
  await player.at('2026-03-09', 'jc01');
  await player.paper('LASP');
}

async function describe(player: Player): Promise<void> {
  await player.set('party', CASE.party);
  await player.set('project', CASE.project);
  await player.set('actOn', CASE.actOn);
}

/** Inspected, questioned, ordered to correct; the report is drafted, not yet submitted. */
export async function playInvestigation(player: Player): Promise<void> {
  await player.at('2026-03-12', 'jc01');
  await player.paper('XCJC');
  await player.set('correctiveOrder', { servedOn: '2026-03-12', dueOn: '2026-04-12', recheckedOn: '', corrected: null });
  await player.at('2026-03-16', 'jc01');
  await player.paper('XWBL');
  await player.set('facts', CASE.facts);
  await player.set('nature', CASE.nature);
  await player.set('discretion', CASE.discretion);
  await player.set('proposed', CASE.proposed);
}

/** Report, approvals and the notice, served on 30 March 2026: five working days end on 7 April (4–6 April are a holiday). */
export async function playToNotice(player: Player): Promise<void> {
  await playToInvestigation(player);
  await playInvestigation(player);
  await player.at('2026-03-20', 'jc01');
  await player.paper('DCZJ');
  await player.step('submit-report', { recordsSigned: true, identityEvidenceId: player.evidenceId('licence') });
  await player.at('2026-03-23', 'jchead');
  await player.step('approve-report');
  await player.at('2026-03-26', 'leader1');
  await player.step('approve-notice');
  await player.at('2026-03-30', 'jc01');
  const notice = await player.paper('GZS');
  await player.serve(notice);
}

/** Legal review, collective discussion, the decision, served: from the day the review begins. */
export async function playDecisionLine(player: Player, days: { readonly review: string; readonly discussion: string; readonly decision: string; readonly service: string }): Promise<void> {
  await player.at(days.review, 'fzsh1');
  await player.step('pass-review', { points: Object.fromEntries(REVIEW_POINT_KEYS.map((key) => [key, true])) }, '事实清楚，证据确凿，程序合法，裁量适当，同意。');
  await player.paper('FZSH');
  await player.at(days.discussion, 'leader1');
  await player.step('record-discussion', { heldOn: days.discussion, attendees: ['冯示例局长', '陈示例副局长', '褚示例处长'], conclusion: '一致同意拟处罚意见。' });
  await player.at(days.discussion, 'jc01');
  await player.paper('JTTL');
  await player.at(days.decision, 'leader1');
  await player.step('approve-decision');
  await player.at(days.decision, 'jc01');
  const decision = await player.paper('CFJD');
  await player.at(days.service, 'jc01');
  await player.serve(decision);
}

/** The corrective order was obeyed, and nothing of the fine is open: the case is closed and archived, its volume bound. */
export async function playClosingLine(player: Player, days: { readonly proposal: string; readonly approval: string; readonly archive: string }, served = true): Promise<void> {
  await player.at(days.proposal, 'jc01');
  await player.step('propose-closing', served ? { otherItemsDone: true } : {}, '案件办理完毕，建议结案。');
  await player.at(days.approval, 'leader1');
  await player.step('approve-closing');
  await player.at(days.approval, 'jc01');
  await player.paper('JASP');
  await player.picture('closed');
  await player.at(days.archive, 'dagl1');
  const { items } = await player.call('volume.plan', { caseId: player.caseId, profile: 'two-volumes' });
  const pages = items.reduce((total, item) => total + item.pages, 0);
  await player.step('archive', { archiveNo: '20260001', retention: 'thirty-years', pages, checked: true }, '');
  await player.volume();
}
