import { playClosingLine, playDecisionLine, playToNotice } from './ordinary.ts';
import type { Player } from './player.ts';

/** The fine is not paid: surcharge, demand after six months, the court's enforcement. */
export async function playCourt(player: Player): Promise<void> {
  const { story } = player.scene;
  await playToNotice(player);
  await player.at('2026-04-08', 'jc01');
  await player.step('close-defence', { noHearing: true }, '');
  await playDecisionLine(player, { review: '2026-04-10', discussion: '2026-04-13', decision: '2026-04-14', service: '2026-04-15' });
  story.tell('The decision is served on 15 April; fifteen days later nothing is paid.');
  await player.at('2026-05-06', 'jc01');
  await player.click('mark-overdue', '');
  await player.serve(await player.paper('JCFK'));
  await player.picture('overdue');
  await player.at('2026-10-19', 'leader1');
  await player.click('approve-demand');
  await player.at('2026-10-20', 'jc01');
  await player.serve(await player.paper('CGS'));
  story.tell('The terms of reconsideration and suit have ended; the demand gives ten working days more.');
  await player.at('2026-11-05', 'leader1');
  await player.click('apply-court', '同意申请人民法院强制执行。', (desk) => desk.fill('step-field-court', '示例市人民法院'));
  await player.at('2026-11-05', 'jc01');
  const application = await player.write('QZZX');
  await player.at('2026-11-05', 'leader1');
  await player.issue(application, 'QZZX');
  await player.picture('court');
  await player.at('2026-11-10', 'jc01');
  await player.click('record-court-acceptance', '');
  await player.at('2026-11-17', 'jc01');
  await player.evidence('ruling', '准予强制执行裁定书1份', '人民法院准予强制执行');
  await player.click('record-court-ruling', '', async (desk) => {
    await desk.click('step-field-ruling-granted');
    await desk.choose('step-field-evidenceId', '准予强制执行裁定书');
  });
  story.tell('The court accepts, and grants enforcement; fine and surcharge come in.');
  await player.at('2026-12-01', 'jc01');
  await player.pay('DEMO-0000000002');
  await player.set('correctiveOrder', { servedOn: '2026-03-12', dueOn: '2026-04-12', recheckedOn: '2026-04-13', corrected: true });
  await player.paper('FMPJ');
  await playClosingLine(player, { proposal: '2026-12-02', approval: '2026-12-03', archive: '2026-12-21' });
}
