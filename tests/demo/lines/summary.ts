import { sampleCase } from '../../helpers/documents.ts';
import { playClosingLine } from './ordinary.ts';
import type { Player } from './player.ts';

const FACTS = '2026年3月12日，执法人员现场检查发现，当事人在示范家园二期工程竣工验收后，未依法报消防备案。';

/** A small fine on the spot: two officers, one numbered paper, filed with the bureau within three working days. */
export async function playSummary(player: Player): Promise<void> {
  const { story } = player.scene;
  const sample = sampleCase();
  await player.at('2026-03-12', 'jc01');
  await player.submit('case.register', { channel: 'JC', district: '320500', clue: { ...sample.clue, receivedOn: '2026-03-12', subject: '消防验收后未备案', description: '现场检查发现工程竣工验收后未依法报消防备案。' }, cause: '消防验收后未备案', violationId: 'Z39' });
  await player.set('party', sample.party);
  await player.set('actOn', '2026-03-12');
  await player.evidence('photo', '现场照片2张', '当事人验收后未报消防备案的事实');
  await player.evidence('licence', '营业执照复印件1份', '当事人的主体资格');
  await player.set('facts', FACTS);
  await player.set('nature', '当事人的行为构成消防验收后未备案。');
  await player.set('discretion', { tier: 'light', baseFen: null, baseSource: '', factors: '初次违法，当场表示立即改正', deviationReason: '' });
  await player.set('proposed', { kinds: ['fine'], fineFen: 100_000, confiscationFen: 0, otherItems: [] });
  await player.step('summary-penalty', {
    officerIds: ['officer-jc01', 'officer-jc02'], noRecusal: true, clear: true, decidedAt: '2026-03-12T09:00', place: '示范家园二期工程现场', defenceHeard: '当事人对违法事实没有异议，不申辩。', collection: 'bank',
  }, '');
  const decision = await player.paper('DCCF', { facts: FACTS, breached: '《中华人民共和国消防法》第十三条第二款', basis: '《中华人民共和国消防法》第五十八条第三款' });
  await player.serve(decision);
  await player.picture('summary');
  story.tell('A fine of 1,000 yuan is decided on the spot, with its number, and handed over.');
  await player.at('2026-03-13', 'jc01');
  await player.step('report-summary', { reportedOn: '2026-03-13' }, '');
  await player.at('2026-03-20', 'jc01');
  await player.submit('payment.record', { payment: { id: `payment-${player.caseId}`, paidOn: '2026-03-20', amountFen: 100_000, receiptNo: 'DEMO-0000000003' } });
  await player.set('correctiveOrder', { servedOn: '2026-03-12', dueOn: '2026-03-19', recheckedOn: '2026-03-20', corrected: true });
  await player.paper('FMPJ');
  story.tell('It is filed with the bureau the next day, and paid at the bank.');
  await playClosingLine(player, { proposal: '2026-03-23', approval: '2026-03-24', archive: '2026-04-13' });
}
