import { addEvidence } from '../scene.ts';
import { scanPdf } from '../material.ts';
import type { Player } from './player.ts';

const FACTS = '2026年3月12日，执法人员现场检查发现，当事人的工程竣工验收后，没有依法报住房城乡建设主管部门备案。';

/**
 * A small fine on the spot, clicked from end to end: two officers, one numbered paper handed over, 100 yuan collected
 * there and then (art. 68), handed in within two working days (art. 71), filed with the bureau within three.
 */
export async function playSummary(player: Player): Promise<void> {
  const { desk, camera, story } = player.scene;
  await player.at('2026-03-12', 'za01');
  await punish(player);
  await issueAndHandOver(player);
  story.tell('A fine of 100 yuan is decided on the spot, with its number, and handed over.');
  await collect(player);
  await camera.takeAll('summary-course');
  story.tell('It is collected there and then, with its receipt.');
  await player.at('2026-03-13', 'za01');
  await player.open();
  await desk.section('summary');
  await take(player, 'hand-in');
  await take(player, 'report');
  await camera.take('summary-reported');
  story.tell('The next day the money is handed in and the penalty filed with the bureau.');
  await close(player);
  await archive(player);
  story.tell('Closed, archived, bound; the archive package is exported.');
}

/** The page on which clues are registered, as a penalty on the spot. */
async function punish(player: Player): Promise<void> {
  const { desk, camera } = player.scene;
  await desk.click('nav-cases');
  await desk.click('register-clue');
  await desk.click('register-summary');
  await desk.choose('field-clue.source', '监督检查');
  await desk.fill('field-clue.subject', '消防验收后未备案');
  await desk.fill('field-clue.description', '现场检查发现工程竣工验收后未依法报消防备案。');
  await desk.choose('field-district', '苏州市本级');
  await desk.search('field-violationId', 'Z39');
  await desk.find('party-search').first().click();
  await desk.page.keyboard.type('苏州示例');
  await desk.click('party-search-option');
  await desk.fill('summary-facts', FACTS);
  await desk.fill('summary-fine', '100');
  await desk.choose('summary-tier', '轻微');
  await desk.choose('summary-partner', '大队');
  await desk.fillDate('summary-decidedAt', '2026-03-12T16:30');
  await desk.fill('summary-place', '示范家园二期工程现场');
  await desk.fill('summary-defence', '当事人对违法事实没有异议，不申辩。');
  await desk.click('summary-collection-spot');
  await desk.choose('summary-spot-ground', '罚款一百元以下');
  await desk.click('summary-clear');
  await desk.click('summary-no-recusal');
  await camera.take('summary-form');
  await desk.click('register-submit');
  await desk.find('document-page').waitFor();
  player.adopt();
}

async function issueAndHandOver(player: Player): Promise<void> {
  const { desk, camera } = player.scene;
  await desk.find('document-preview-page').first().waitFor();
  await desk.issue();
  await camera.takeAll('summary-decision');
  await player.exported(() => desk.click('document-pdf'));
  await desk.click('document-serve');
  await desk.find('service-dialog').waitFor();
  await camera.take('summary-hand-over');
  await desk.click('service-confirm');
  await desk.page.getByRole('heading', { name: '送达回证' }).waitFor();
  await desk.issue();
  await player.exported(() => desk.click('document-pdf'));
  await desk.backToCase();
}

/** By the course of the penalty: it leads to the payment. */
async function collect(player: Player): Promise<void> {
  const { desk } = player.scene;
  await desk.section('summary');
  await desk.click('course-go-pay');
  await desk.click('payment-add');
  await desk.fill('payment-receipt', 'DEMO-0000000003');
  await desk.click('payment-confirm');
  await desk.find('payment-row').waitFor();
  await desk.section('summary');
}

/** A step of the course with its dialog. */
async function take(player: Player, key: 'hand-in' | 'report'): Promise<void> {
  const { desk } = player.scene;
  await desk.click(`course-take-${key}`);
  await desk.find('step-dialog').waitFor();
  await desk.click('step-confirm');
  await desk.find('step-dialog').waitFor({ state: 'hidden' });
  await desk.page.locator(`[data-testid="course-${key}"][data-state="done"]`).waitFor();
}

async function close(player: Player): Promise<void> {
  const { desk, folder } = player.scene;
  await player.at('2026-03-20', 'za01');
  await player.open();
  await addEvidence(player.scene, [{ file: scanPdf(folder, '营业执照复印件', ['当事人的营业执照复印件。']), title: '营业执照复印件', proves: '当事人的主体资格', kind: '书证' }]);
  await desk.section('correction');
  await desk.fillDate('field-correctiveOrder.servedOn', '2026-03-12');
  await desk.fillDate('field-correctiveOrder.dueOn', '2026-03-19');
  await desk.fillDate('field-correctiveOrder.recheckedOn', '2026-03-20');
  await desk.click('corrected-yes');
  await makePaper(player, 'FMPJ');
  await desk.step('propose-closing', '罚款已收缴上缴，违法行为已改正，建议结案。', () => desk.click('step-field-otherItemsDone'));
  await player.at('2026-03-24', 'leader1');
  await player.open();
  await desk.step('approve-closing', '同意结案。');
  await player.at('2026-03-24', 'za01');
  await player.open();
  await makePaper(player, 'JASP');
}

async function makePaper(player: Player, code: string): Promise<void> {
  const { desk } = player.scene;
  await desk.section('documents');
  await desk.makeDocument(code);
  await desk.issue();
  await player.exported(() => desk.click('document-pdf'));
  await desk.backToCase();
}

/** The archivist counts the volume's pages, archives it and exports what is handed over. */
async function archive(player: Player): Promise<void> {
  const { desk, camera } = player.scene;
  await player.at('2026-04-13', 'dagl1');
  await player.open();
  await desk.click('case-volume');
  const total = await desk.find('volume-total').innerText();
  await camera.takeAll('summary-volume');
  await desk.click('volume-back');
  await desk.find('case-page').waitFor();
  await desk.step('archive', '', async () => {
    await desk.fill('step-field-archiveNo', '20260001');
    await desk.click('step-field-retention-thirty-years');
    await desk.fill('step-field-pages', /^(\d+) 页/.exec(total)?.[1] ?? '');
    await desk.click('step-field-checked');
  });
  await desk.section('archive');
  await camera.take('summary-archived');
  await desk.click('case-volume');
  await desk.find('volume-total').waitFor();
  await player.exported(() => desk.click('volume-export'), 'volume');
  await player.exported(() => desk.click('volume-archive'), 'volume');
}
