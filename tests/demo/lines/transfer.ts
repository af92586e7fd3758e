import { playClosingLine, playInvestigation, playToInvestigation } from './ordinary.ts';
import type { Player } from './player.ts';

/** Suspicion of a crime shows in the investigation: the head of the bureau decides within three days, the police take over. */
export async function playTransfer(player: Player): Promise<void> {
  const { story } = player.scene;
  await playToInvestigation(player);
  await playInvestigation(player);
  story.tell('The investigation shows that a crime may have been committed.');
  await player.at('2026-03-18', 'jc01');
  await player.click('report-crime', '提请移送。', async (desk) => {
    await desk.fill('step-field-receivingBody', '苏州市公安局示例分局');
    await desk.fill('step-field-ground', '违法事实涉及的情节涉嫌构成犯罪，依法应当移送公安机关。');
    await desk.fill('step-field-materials', '案件调查报告\n涉案物品清单\n有关证据材料');
  });
  await player.at('2026-03-19', 'juzhang1');
  await player.click('approve-transfer', '同意移送公安机关。');
  await player.at('2026-03-19', 'jc01');
  await player.paper('YSSP');
  await player.paper('YSSX');
  await player.paper('YSQD');
  await player.at('2026-03-20', 'jc01');
  await player.click('move-case', '', (desk) => desk.fillDate('step-field-movedAt', '2026-03-20T09:00'));
  await player.picture('transferred');
  story.tell('The head of the bureau decides the next day; the papers move within 24 hours.');
  await player.at('2026-03-23', 'jc01');
  await player.evidence('receipt', '公安机关立案通知1份', '公安机关已立案');
  await player.click('accept-transfer', '', (desk) => desk.choose('step-field-receiptEvidenceId', '公安机关立案通知'));
  story.tell('The police open their case.');
  await playClosingLine(player, { proposal: '2026-03-24', approval: '2026-03-25', archive: '2026-04-13' }, false);
}
