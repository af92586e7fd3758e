import { playClosingLine, playDecisionLine, playToNotice } from './ordinary.ts';
import type { Player } from './player.ts';

/** The party asks for a hearing in time; it is heard in public, the penalty stands, the fine is paid. */
export async function playHearing(player: Player): Promise<void> {
  const { story } = player.scene;
  await playToNotice(player);
  story.tell('The notice of a fine of 192,000 yuan was served on 30 March; it carries the right to a hearing.');
  await player.at('2026-04-02', 'jc01');
  await player.evidence('request', '听证申请书1份', '当事人在期限内要求听证');
  await player.click('request-hearing', '当事人书面提出。', (desk) => desk.choose('step-field-requestEvidenceId', '听证申请书'));
  await player.at('2026-04-03', 'leader1');
  await player.click('accept-hearing', '同意听证。', async (desk) => {
    for (const [field, login] of [['hostId', 'tzzc1'], ['recorderId', 'tzjl1']] as const) {
      await desk.click(`step-field-${field}`);
      await desk.click(`step-field-${field}-${login}`);
    }
  });
  await player.at('2026-04-03', 'tzzc1');
  const answer = await player.paper('TZSL');
  await player.at('2026-04-03', 'jc01');
  await player.serve(answer);
  await player.at('2026-04-07', 'tzzc1');
  await player.click('schedule-hearing', '', async (desk) => {
    await desk.fillDate('step-field-heldAt', '2026-04-20T09:30');
    await desk.fill('step-field-place', '苏州市住房和城乡建设局听证室');
    await desk.click('step-field-publicity-public');
  });
  const summons = await player.paper('TZTZ');
  await player.paper('TZGG');
  await player.at('2026-04-08', 'jc01');
  await player.serve(summons);
  await player.picture('hearing');
  story.tell('Seven working days after the summons the hearing is held in public.');
  await player.at('2026-04-20', 'tzzc1');
  await player.click('record-hearing', '');
  await player.paper('TZBL');
  await player.at('2026-04-21', 'tzzc1');
  await player.click('report-hearing', '建议维持拟处罚意见。', async (desk) => {
    await desk.fill('step-field-findings', '当事人未取得施工许可证擅自施工的事实清楚，证据确凿。');
    await desk.click('step-field-advice-uphold');
    await desk.click('step-field-recordSigned');
  });
  await player.paper('TZBG');
  await playDecisionLine(player, { review: '2026-04-23', discussion: '2026-04-24', decision: '2026-04-27', service: '2026-04-28' });
  story.tell('Reviewed, discussed by the collective, decided and served.');
  await player.at('2026-05-08', 'jc01');
  await player.pay('DEMO-0000000001');
  await player.set('correctiveOrder', { servedOn: '2026-03-12', dueOn: '2026-04-12', recheckedOn: '2026-04-13', corrected: true });
  await player.paper('FMPJ');
  await playClosingLine(player, { proposal: '2026-05-11', approval: '2026-05-12', archive: '2026-06-08' });
}
