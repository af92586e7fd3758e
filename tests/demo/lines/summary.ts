import { sampleCase } from '../../helpers/documents.ts';
import { playClosingLine } from './ordinary.ts';
import type { Player } from './player.ts';

/** A warning on the spot: two officers, one numbered paper, filed with the bureau within three working days. */
export async function playSummary(player: Player): Promise<void> {
  const { story } = player.scene;
  const sample = sampleCase();
  await player.at('2026-03-12', 'jc01');
  await player.submit('case.register', { channel: 'JC', district: '320500', clue: { ...sample.clue, receivedOn: '2026-03-12', subject: '竣工后未移交建设项目档案', description: '现场检查发现竣工后未按规定移交建设项目档案。' }, cause: '竣工后未移交建设项目档案', violationId: 'J16' });
  await player.set('party', sample.party);
  await player.set('actOn', '2026-03-12');
  await player.evidence('photo', '现场照片2张', '当事人未移交档案的事实');
  await player.evidence('licence', '营业执照复印件1份', '当事人的主体资格');
  await player.set('facts', '当事人在工程竣工后未按规定移交建设项目档案。');
  await player.set('nature', '当事人的行为违反了建设项目档案移交的规定。');
  await player.set('discretion', { tier: 'light', baseFen: null, baseSource: '', factors: '初次违法，当场表示立即改正', deviationReason: '情节显著轻微，减轻处罚。' });
  await player.set('proposed', { kinds: ['fine'], fineFen: 200_000, confiscationFen: 0, otherItems: [] });
  await player.step('summary-penalty', {
    officerIds: ['officer-jc01', 'officer-jc02'], noRecusal: true, clear: true, decidedAt: '2026-03-12T09:00', place: '示范家园二期工程现场', defenceHeard: '当事人对违法事实没有异议，不申辩。', collection: 'bank',
  }, '');
  const decision = await player.paper('DCCF');
  await player.serve(decision);
  await player.picture('summary');
  story.tell('A fine of 2,000 yuan is decided on the spot, with its number, and handed over.');
  await player.at('2026-03-13', 'jc01');
  await player.step('report-summary', { reportedOn: '2026-03-13' }, '');
  await player.at('2026-03-20', 'jc01');
  await player.submit('payment.record', { payment: { id: `payment-${player.caseId}`, paidOn: '2026-03-20', amountFen: 200_000, receiptNo: 'DEMO-0000000003' } });
  await player.set('correctiveOrder', { servedOn: '2026-03-12', dueOn: '2026-03-19', recheckedOn: '2026-03-20', corrected: true });
  await player.paper('FMPJ');
  story.tell('It is filed with the bureau the next day, and paid at the bank.');
  await playClosingLine(player, { proposal: '2026-03-23', approval: '2026-03-24', archive: '2026-04-13' });
}
